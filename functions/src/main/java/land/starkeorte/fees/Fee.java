package land.starkeorte.fees;

import java.time.LocalDate;
import java.util.Objects;
import land.starkeorte.http.Caller;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.invoicing.InvoiceSubject;
import land.starkeorte.registrations.PaidBooking;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes, and what for: a municipality for its admission, or whoever has booked for a trip.
 *
 * @param dossier its own id, which is that of the dossier, or of the registration
 * @param municipality who owes it, for people
 * @param reference by which a payment is recognised, {@code ABCD-EFGH}
 * @param booked what it is owed for; absent where it is the admission
 * @param reminders how many have gone out for the invoice that holds
 */
public record Fee(
        String dossier,
        String municipality,
        String reference,
        long cents,
        @Nullable PaidBooking booked,
        Invoicing invoicing,
        FeeLedger account,
        int reminders,
        int version) {
    public static Fee due(String dossier, String municipality, String reference) {
        return fresh(dossier, municipality, reference, InvoiceSubject.ADMISSION_CENTS, null);
    }

    /** For what somebody has booked. */
    static Fee owed(PaidBooking booked, String reference) {
        Buyer buyer = booked.buyer();
        String who = buyer == null ? booked.mail() : buyer.name();
        return fresh(booked.id(), who, reference, booked.matter().total(), booked);
    }

    private static Fee fresh(String id, String who, String reference, long cents, @Nullable PaidBooking booked) {
        return new Fee(id, who, reference, cents, booked, Invoicing.NONE, FeeLedger.EMPTY, 0, 0);
    }

    /** What it is owed for. */
    public InvoiceSubject matter() {
        return booked == null ? InvoiceSubject.ADMISSION : booked.matter();
    }

    boolean isPaid() {
        return account.balance() >= cents;
    }

    public long outstanding() {
        return Math.max(0, cents - account.balance());
    }

    public long overpaid() {
        return Math.max(0, account.balance() - cents);
    }

    /** Whether an invoice or a credit note is still to be made, or none any more that could not be. */
    boolean isUnfinished() {
        boolean faulty = invoicing.fault() != null;
        return invoicing.cancelling() != null || (cents > 0 ? !invoicing.issued() && !faulty : faulty);
    }

    /** With another state of its invoice. */
    Fee with(Invoicing changed) {
        return new Fee(dossier, municipality, reference, cents, booked, changed, account, reminders, version);
    }

    /** It has its first reminder before it. */
    Fee numbered(Invoice invoice) {
        return with(invoicing.numbered(invoice)).reminded(0);
    }

    Fee with(Payment payment) {
        return new Fee(
                dossier, municipality, reference, cents, booked, invoicing, account.with(payment), reminders, version);
    }

    Fee reminded(int sent) {
        return new Fee(dossier, municipality, reference, cents, booked, invoicing, account, sent, version);
    }

    /** The booking was cancelled: only so much is owed any more, and what was invoiced is taken back. */
    Fee reduced(long owed, String why, LocalDate today) {
        Invoice invoice = invoicing.invoice();
        CreditNote taken = invoicing.cancelling() == null && invoice != null
                ? new CreditNote(invoice, "", today, why, Caller.SYSTEM)
                : invoicing.cancelling();
        return new Fee(
                dossier,
                municipality,
                reference,
                owed,
                Objects.requireNonNull(booked).cancelled(owed),
                invoicing.takenBack(taken),
                account,
                reminders,
                version);
    }

    /** How many reminders should have gone out: at 14 and 30 days; the third is the office's own work after 60. */
    int remindersDue(LocalDate today) {
        Invoice sent = invoicing.valid();
        if (sent == null || isPaid()) {
            return 0;
        }
        LocalDate since = sent.issuedOn();
        return today.isBefore(since.plusDays(14))
                ? 0
                : today.isBefore(since.plusDays(30)) ? 1 : today.isBefore(since.plusDays(60)) ? 2 : 3;
    }

    /** An invoice about all of it, which says what is paid already. */
    public Invoice newInvoice(String number, Buyer payer, LocalDate today) {
        return Invoice.of(number, reference, matter(), cents, cents - outstanding(), payer, today);
    }
}
