package land.starkeorte.invoicing;

import java.util.List;
import java.util.stream.Collectors;
import land.starkeorte.forms.GermanFormat;

/**
 * A line of an invoice.
 *
 * @param text what it is, as the buyer reads it
 * @param cents for one of them
 */
public record InvoiceLine(String text, int quantity, long cents) {
    public InvoiceLine {
        if (quantity < 1 || cents < 0) {
            throw new IllegalArgumentException("Nothing that can be invoiced");
        }
    }

    /** For all of them. */
    public long total() {
        return quantity * cents;
    }

    /** What all of these cost together. */
    public static long total(List<InvoiceLine> items) {
        return items.stream().mapToLong(InvoiceLine::total).sum();
    }

    /** In one line, for example {@code 2 × Kostenbeitrag 120,00 €, 1 × Einzelzimmer 240,00 €}. */
    public static String words(List<InvoiceLine> items) {
        return items.stream()
                .map(item -> item.quantity() + "\u00a0×\u00a0" + item.text() + " " + GermanFormat.euros(item.cents()))
                .collect(Collectors.joining(", "));
    }
}
