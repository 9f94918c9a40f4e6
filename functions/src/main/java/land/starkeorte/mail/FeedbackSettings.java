package land.starkeorte.mail;

/**
 * What noting bounces needs to know.
 *
 * @param outboxTable the ledger
 * @param applicationsTable where the office's tasks are
 */
public record FeedbackSettings(String outboxTable, String applicationsTable) {}
