package land.starkeorte.fees;

import java.time.LocalDate;
import land.starkeorte.billing.Buyer;
import land.starkeorte.billing.InvoiceSubject;
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
record Invoice(
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

    static Invoice of(String number, Fee fee, Buyer buyer, LocalDate today) {
        long paid = fee.cents() - fee.outstanding();
        return new Invoice(
                number,
                fee.reference(),
                today,
                today.plusDays(DAYS_TO_PAY),
                fee.cents(),
                buyer,
                paid == 0 ? null : paid,
                fee.matter());
    }

    /** What it is about. */
    InvoiceSubject about() {
        return matter == null ? Fee.ADMISSION : matter;
    }

    long settled() {
        return paid == null ? 0 : paid;
    }

    /** What it asks for. */
    long asked() {
        return cents - settled();
    }

    static String number(int year, int count) {
        return "SO-%d-%04d".formatted(year, count);
    }

    String xmlKey() {
        return key(number, "xml");
    }

    String pdfKey() {
        return key(number, "pdf");
    }

    static String key(String number, String ending) {
        return "invoices/" + number + "." + ending;
    }
}
