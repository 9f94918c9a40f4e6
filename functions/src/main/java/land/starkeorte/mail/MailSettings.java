package land.starkeorte.mail;

/**
 * What sending mail needs to know.
 *
 * @param outboxTable its table
 * @param applicationsTable which dossiers a person may open
 * @param registrationsTable where the links to registrations are kept
 * @param accessTable where links are kept
 * @param mailSender the address that mails come from, verified at SES
 * @param mailEvents SES's configuration set, which tells of bounces
 * @param papersBucket where the papers lie that go with mails
 * @param copiesBucket where the copies of applications lie
 * @param siteUrl the public address of the site, without a slash at the end
 */
public record MailSettings(
        String outboxTable,
        String applicationsTable,
        String registrationsTable,
        String accessTable,
        String mailSender,
        String mailEvents,
        String papersBucket,
        String copiesBucket,
        String siteUrl) {}
