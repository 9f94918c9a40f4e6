package land.starkeorte.fees;

/**
 * Where fees, and what follows from them, are stored.
 *
 * @param applicationsTable dossiers, which payments move
 * @param outboxTable mails
 * @param feesTable the feature's own
 */
public record FeeTables(String applicationsTable, String outboxTable, String feesTable) {}
