package land.starkeorte.invoicing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was issued; it never changes.
 *
 * @param number without gaps within a year, {@code SO-2026-0001}
 * @param reference by which a payment is recognised
 * @param cents what it costs
 * @param matter what for; absent on old ones, which are all about an admission
 * @param paid how much of that was settled when it was issued; absent for nothing
 */
public record Invoice(
        String number,
        String reference,
        LocalDate issuedOn,
        LocalDate dueOn,
        long cents,
        Buyer buyer,
        @Nullable Long paid,
        @Nullable InvoiceSubject matter) {
    /** As long as a town hall needs to pay anything. */
    private static final int DAYS_TO_PAY = 30;

    /**
     * A new one.
     *
     * @param settled cents of it that are paid already
     */
    public static Invoice of(
            String number,
            String reference,
            InvoiceSubject matter,
            long cents,
            long settled,
            Buyer buyer,
            LocalDate today) {
        return new Invoice(
                number,
                reference,
                today,
                today.plusDays(DAYS_TO_PAY),
                cents,
                buyer,
                settled == 0 ? null : settled,
                matter);
    }

    /** What it is about. */
    public InvoiceSubject about() {
        return matter == null ? InvoiceSubject.ADMISSION : matter;
    }

    public long settled() {
        return paid == null ? 0 : paid;
    }

    /** What it asks for. */
    public long asked() {
        return cents - settled();
    }

    public static String number(int year, int count) {
        return "SO-%d-%04d".formatted(year, count);
    }

    public String xmlKey() {
        return key(number, "xml");
    }

    public String pdfKey() {
        return key(number, "pdf");
    }

    public static String key(String number, String ending) {
        return "invoices/" + number + "." + ending;
    }
}
