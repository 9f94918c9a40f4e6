package land.starkeorte.mail;

import java.util.List;

/** What a mail will say, before anything is sent. */
public final class MailPreview {
    private final String site;

    /**
     * For mails that link to this site.
     *
     * @param site its public address, without a slash at the end
     */
    public MailPreview(String site) {
        this.site = site;
    }

    /** As it is kept once it is sent: without its receiver's own link. */
    public SentText of(Mail mail) {
        var renderer = new MailRenderer(site, mail.to(), key -> new byte[0]);
        return renderer.written(mail, mail.links() == null ? List.of() : List.of(new LinkIssuer.Link("", "")));
    }
}
