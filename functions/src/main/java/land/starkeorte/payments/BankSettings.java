package land.starkeorte.payments;

import land.starkeorte.fees.FeeTables;

/**
 * What bank files need to know.
 *
 * @param bankBucket where browsers send files to
 * @param bankUploadUrl where they send the forms to
 * @param networkIban the account that invoices name
 */
public record BankSettings(FeeTables tables, String bankBucket, String bankUploadUrl, String networkIban) {}
