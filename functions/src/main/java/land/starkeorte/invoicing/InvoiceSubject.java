package land.starkeorte.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is about.
 *
 * @param title as the buyer knows it
 * @param from first day on which something is done for the money, {@code to} the last; absent where it is no day
 * @param items line by line; none where nothing is owed
 */
public record InvoiceSubject(
        String title, @Nullable LocalDate from, @Nullable LocalDate to, List<InvoiceLine> items) {
    /** Once, for each member (facts of the network). */
    public static final long ADMISSION_CENTS = 100_00;

    public static final InvoiceSubject ADMISSION = new InvoiceSubject(
            "Aufnahme in das Netzwerk Starke Orte",
            null,
            null,
            List.of(new InvoiceLine("Aufnahmezahlung Netzwerk Starke Orte, einmalig", 1, ADMISSION_CENTS)));

    public InvoiceSubject {
        items = List.copyOf(items);
    }

    /** In cents. */
    public long total() {
        return InvoiceLine.total(items);
    }
}
