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
final class Letters {
    /** A mail to nobody. */
    static final Mail SAMPLE = new Mail("sample", "nobody@example.org", "links", Map.of(), null, null);

    private final TemplateEngine text = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, Letters.class.getClassLoader(), "land.starkeorte.mail.text");
    private final TemplateEngine html = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Letters.class.getClassLoader(), "land.starkeorte.mail.html");
    private final String site;

    private final String sender;
    private final Papers papers;

    /**
     * @param site the public address, without a slash at the end
     * @param sender the address that mails come from
     */
    Letters(String site, String sender, Papers papers) {
        this.site = site;
        this.sender = sender;
        this.papers = papers;
    }

    Letter write(Mail mail, List<Links.Link> links, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("it", mail.model());
        parameters.put("links", links);
        parameters.put("site", site);
        String written = render(text, mail.template(), parameters);
        int end = written.indexOf('\n');
        String subject = written.substring(0, end).strip();
        parameters.put("subject", subject);
        Invitation invitation = mail.invitation();
        return new Letter(
                subject,
                written.substring(end).strip() + "\n",
                render(html, mail.template(), parameters),
                Stream.concat(
                                Stream.ofNullable(invitation).map(it -> Calendars.write(it, mail.to(), sender, now)),
                                mail.attachments().stream().map(this::read))
                        .toList());
    }

    private Letter.File read(Attachment attachment) {
        return new Letter.File(
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
