package land.starkeorte.invoicing;

import java.time.LocalDate;

/**
 * An invoice is taken back by another document, never deleted (GoBD; EN 16931, type 381): the number of that comes from the
 * same row.
 *
 * @param invoice what is taken back
 * @param number of the credit note; empty as long as it has none
 * @param reason for the office
 */
public record CreditNote(Invoice invoice, String number, LocalDate day, String reason, String by) {
    public CreditNote numbered(String newNumber, LocalDate today) {
        return new CreditNote(invoice, newNumber, today, reason, by);
    }

    public boolean isNumbered() {
        return !number.isEmpty();
    }

    public String xmlKey() {
        return Invoice.key(number, "xml");
    }

    public String pdfKey() {
        return Invoice.key(number, "pdf");
    }
}
