package land.starkeorte.backoffice;

/**
 * What the office's endpoints need to know.
 *
 * @param applicationsTable the feature's own table
 * @param outboxTable where its mails wait, and the ledger of those that left
 * @param siteUrl the public address of the site, without a slash at the end
 */
public record StaffSettings(String applicationsTable, String outboxTable, String siteUrl) {}
