package land.starkeorte.applications;

/**
 * What the office's endpoints need to know.
 *
 * @param applicationsTable the feature's own table
 * @param outboxTable where its mails wait, and the ledger of those that left
 */
public record StaffSettings(String applicationsTable, String outboxTable) {}
