package land.starkeorte.fees;

/**
 * What fees need to know.
 *
 * @param feesTable its own
 * @param papersBucket where invoices are kept
 */
public record FeeSettings(
        String applicationsTable, String outboxTable, String feesTable, String papersBucket, Seller seller) {}
