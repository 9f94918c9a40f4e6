package land.starkeorte.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent to one person.
 *
 * @param to the address as it was given
 * @param template names the pair of templates that it is written with
 * @param model what the templates say about this occasion; no secrets
 * @param about the dossier in whose ledger it stands, if it is about one
 * @param invitation what goes into the receiver's calendar
 * @param attachments papers that go with it
 * @param cause what it is counted for where its receiver is told of something only so often, see {@link MailLimits}
 * @param links what the links open that are drawn when it is sent; absent where it has none
 * @param after id of the mail that must have left before, or have failed for good; absent where none must
 */
public record Mail(
        String id,
        String to,
        String template,
        Map<String, String> model,
        @Nullable LinkTarget links,
        @Nullable String about,
        @Nullable Invitation invitation,
        List<Attachment> attachments,
        @Nullable String cause,
        @Nullable String after) {
    /** The one entry of a model that may have several lines; it never becomes part of a subject. */
    public static final String TEXT = "text";

    /** What the ids of mails begin with that are written for very many at once. */
    static final String MANY = "many-";

    /** A mail without an appointment. */
    public Mail(
            String id,
            String to,
            String template,
            Map<String, String> model,
            @Nullable LinkTarget links,
            @Nullable String about) {
        this(id, to, template, model, links, about, null);
    }

    /** A mail without papers. */
    public Mail(
            String id,
            String to,
            String template,
            Map<String, String> model,
            @Nullable LinkTarget links,
            @Nullable String about,
            @Nullable Invitation invitation) {
        this(id, to, template, model, links, about, invitation, List.of());
    }

    /** A mail that is counted for its dossier, if at all. */
    public Mail(
            String id,
            String to,
            String template,
            Map<String, String> model,
            @Nullable LinkTarget links,
            @Nullable String about,
            @Nullable Invitation invitation,
            List<Attachment> attachments) {
        this(id, to, template, model, links, about, invitation, attachments, about);
    }

    /** A mail that waits for no other. */
    public Mail(
            String id,
            String to,
            String template,
            Map<String, String> model,
            @Nullable LinkTarget links,
            @Nullable String about,
            @Nullable Invitation invitation,
            List<Attachment> attachments,
            @Nullable String cause) {
        this(id, to, template, model, links, about, invitation, attachments, cause, null);
    }

    /** The id of the only mail of this template that is ever written about a dossier to an address. */
    public static String only(String template, String about, String to) {
        return Secrets.derivedId("only\n" + template + "\n" + about + "\n" + to);
    }

    /** The same mail, sent when that one has left. */
    public Mail following(String earlier) {
        return new Mail(id, to, template, model, links, about, invitation, attachments, cause, earlier);
    }

    /** One of very many: it leaves at a pace, so that it holds up nobody's own mail. */
    Mail ofMany() {
        return new Mail(MANY + id, to, template, model, links, about, invitation, attachments, cause, after);
    }

    /** The same mail with a paper. */
    public Mail with(Attachment paper) {
        return new Mail(
                id,
                to,
                template,
                model,
                links,
                about,
                invitation,
                Stream.concat(attachments.stream(), Stream.of(paper)).toList(),
                cause,
                after);
    }

    /** The same to be sent once more, because somebody of the office wants it: counted for nothing that was before. */
    public Mail again(String newId) {
        return new Mail(newId, to, template, model, links, about, invitation, attachments, newId);
    }

    /** The same mail, which says one thing more. */
    public Mail saying(String name, String what) {
        var more = new HashMap<>(model);
        more.put(name, what);
        return new Mail(id, to, template, more, links, about, invitation, attachments, cause, after);
    }

    public Mail {
        if (!MailAddresses.isValid(to)) {
            throw new IllegalArgumentException("Not an address that mail can be sent to");
        }
        if (MailLimits.needsCause(template) && cause == null) {
            throw new IllegalArgumentException("Nothing says at whose word " + template + " is written");
        }
        if (model.entrySet().stream()
                .anyMatch(entry -> entry.getValue()
                        .chars()
                        .anyMatch(c -> c < ' ' && !(c == '\n' && entry.getKey().equals(TEXT))))) {
            throw new IllegalArgumentException("Control characters in the model of mail " + id);
        }
        model = Map.copyOf(model);
        attachments = List.copyOf(attachments);
    }

    /** What it is counted for; nothing where it is not limited. */
    List<MailLimits.Count> counts() {
        return MailLimits.of(template, to, cause);
    }
}
