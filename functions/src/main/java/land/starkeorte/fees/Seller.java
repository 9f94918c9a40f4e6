package land.starkeorte.fees;

/**
 * Who invoices.
 *
 * @param networkTaxNumber the tax office's number for the network
 * @param networkTaxReason why no VAT is shown, as the invoice says it
 * @param networkContact whom a buyer can ask
 */
public record Seller(
        String networkName,
        String networkStreet,
        String networkPostcode,
        String networkCity,
        String networkTaxNumber,
        String networkTaxReason,
        String networkContact,
        String networkPhone,
        String networkMail,
        String networkIban,
        String networkBic) {}
