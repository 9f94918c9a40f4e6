package land.starkeorte.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes mails from their templates, precompiled by the build: {@code <name>} as text, its first line the subject; and as HTML. */
final class MailRenderer {
    /** A mail to nobody. */
    static final Mail SAMPLE = new Mail("sample", "nobody@example.org", "links", Map.of(), null, null);

    private final TemplateEngine text = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, MailRenderer.class.getClassLoader(), "land.starkeorte.mail.text");
    private final TemplateEngine html = TemplateEngine.createPrecompiled(
            null, ContentType.Html, MailRenderer.class.getClassLoader(), "land.starkeorte.mail.html");
    private final String site;

    private final String sender;
    private final AttachmentStore papers;

    /**
     * @param site the public address, without a slash at the end
     * @param sender the address that mails come from
     */
    MailRenderer(String site, String sender, AttachmentStore papers) {
        this.site = site;
        this.sender = sender;
        this.papers = papers;
    }

    RenderedMail write(Mail mail, List<LinkIssuer.Link> links, Instant now) {
        SentText written = text(mail, links);
        var parameters = parameters(mail, links);
        parameters.put("subject", written.subject());
        Invitation invitation = mail.invitation();
        return new RenderedMail(
                written.subject(),
                written.text(),
                render(html, mail.template(), parameters),
                Stream.concat(
                                Stream.ofNullable(invitation)
                                        .map(it -> CalendarWriter.write(it, mail.to(), sender, now)),
                                mail.attachments().stream().map(this::read))
                        .toList());
    }

    /** What it says to be read again: the links of its receiver's own are left out. */
    SentText written(Mail mail, List<LinkIssuer.Link> links) {
        return text(
                mail,
                links.stream()
                        .map(link -> new LinkIssuer.Link(link.label(), "(persönlicher Link, steht nur in der E-Mail)"))
                        .toList());
    }

    private SentText text(Mail mail, List<LinkIssuer.Link> links) {
        String written = render(text, mail.template(), parameters(mail, links));
        int end = written.indexOf('\n');
        return new SentText(
                written.substring(0, end).strip(), written.substring(end).strip() + "\n");
    }

    private Map<String, Object> parameters(Mail mail, List<LinkIssuer.Link> links) {
        var parameters = new HashMap<String, Object>();
        parameters.put("it", mail.model());
        parameters.put("links", links);
        parameters.put("site", site);
        return parameters;
    }

    private RenderedMail.File read(Attachment attachment) {
        return new RenderedMail.File(
                attachment.name(),
                attachment.type(),
                Base64.getEncoder().encodeToString(papers.read(attachment.key())));
    }

    private static String render(TemplateEngine engine, String template, Map<String, Object> parameters) {
        TemplateOutput output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
