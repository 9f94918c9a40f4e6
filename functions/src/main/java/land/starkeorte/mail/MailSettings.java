package land.starkeorte.mail;

/**
 * What sending mail needs to know.
 *
 * @param outboxTable its table
 * @param mailSender the address that mails come from, verified at SES
 * @param siteUrl the public address of the site, without a slash at the end
 */
public record MailSettings(String outboxTable, String applicationsTable, String mailSender, String siteUrl) {}
