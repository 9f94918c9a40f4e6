package land.starkeorte.fees;

/**
 * What invoices need to know.
 *
 * @param papersBucket where invoices are kept
 */
public record FeeSettings(FeeTables tables, String papersBucket, Seller seller) {}
