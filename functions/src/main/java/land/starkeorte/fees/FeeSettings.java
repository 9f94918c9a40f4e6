package land.starkeorte.fees;

import land.starkeorte.invoicing.Seller;

/**
 * What invoices need to know.
 *
 * @param papersBucket where invoices are kept
 */
public record FeeSettings(FeeTables tables, String papersBucket, Seller seller) {}
