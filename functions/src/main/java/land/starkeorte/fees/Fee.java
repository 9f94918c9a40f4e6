package land.starkeorte.fees;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 * @param buyer whom the office has the invoice addressed to; absent where the debtor's own words are right
 * @param invoice as soon as it has its number
 * @param issued whether the invoice has left
 * @param fault why no valid invoice could be made; a task of the office tells of it
 * @param faultTask what that task is known by
 * @param cancelling the invoice is being taken back; a new one follows
 * @param cancelled what was taken back before, the earliest first
 * @param reminders how many have gone out
 * @param booked what it is owed for; absent where it is the admission
 */
public record Fee(
        String dossier,
        String municipality,
        String reference,
        long cents,
        @Nullable Buyer buyer,
        @Nullable Invoice invoice,
        boolean issued,
        @Nullable String fault,
        @Nullable CreditNote cancelling,
        List<CreditNote> cancelled,
        FeeLedger account,
        int reminders,
        @Nullable String faultTask,
        @Nullable PaidBooking booked,
        int version) {
    public Fee {
        cancelled = List.copyOf(cancelled);
    }

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
        return new Fee(
                id,
                who,
                reference,
                cents,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                FeeLedger.EMPTY,
                0,
                null,
                booked,
                0);
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
        return cancelling != null || (cents > 0 ? !issued && fault == null : fault != null);
    }

    /** The invoice that the municipality was sent and that still holds; nothing before, and while it is taken back. */
    @Nullable
    public Invoice validInvoice() {
        return issued && cancelling == null ? invoice : null;
    }

    Fee numbered(Invoice newInvoice) {
        return new Fee(
                dossier,
                municipality,
                reference,
                cents,
                buyer,
                newInvoice,
                false,
                null,
                null,
                cancelled,
                account,
                0,
                null,
                booked,
                version);
    }

    Fee issuing() {
        return changed(buyer, invoice, true, cancelling, cancelled);
    }

    Fee faulty(String newFault, String task) {
        return new Fee(
                dossier,
                municipality,
                reference,
                cents,
                buyer,
                invoice,
                issued,
                newFault,
                cancelling,
                cancelled,
                account,
                reminders,
                task,
                booked,
                version);
    }

    /** Nothing has to be made any more that could not be. */
    Fee dropped() {
        return changed(buyer, invoice, issued, cancelling, cancelled);
    }

    /** The office has mended what was wrong: tried again, or taken back and issued anew. */
    Fee addressed(Buyer newBuyer, @Nullable CreditNote newCancelling) {
        return changed(newBuyer, invoice, issued, newCancelling, cancelled);
    }

    Fee cancelling(CreditNote newCancelling) {
        return changed(buyer, invoice, issued, newCancelling, cancelled);
    }

    /** The credit note has left; the next invoice is to be made. */
    Fee cancelled(CreditNote done) {
        return changed(
                buyer,
                null,
                false,
                null,
                Stream.concat(cancelled.stream(), Stream.of(done)).toList());
    }

    /** The booking was cancelled: only so much is owed any more, and what was invoiced is taken back. */
    Fee reduced(long owed, String why, LocalDate today) {
        CreditNote taken = cancelling == null && invoice != null
                ? new CreditNote(invoice, "", today, why, Caller.SYSTEM)
                : cancelling;
        return new Fee(
                dossier,
                municipality,
                reference,
                owed,
                buyer,
                invoice,
                issued,
                fault,
                taken,
                cancelled,
                account,
                reminders,
                faultTask,
                Objects.requireNonNull(booked).cancelled(owed),
                version);
    }

    Fee with(Payment payment) {
        return told(account.with(payment), reminders);
    }

    Fee reminded(int sent) {
        return told(account, sent);
    }

    /** How many reminders should have gone out: at 14 and 30 days; the third is the office's own work after 60. */
    int remindersDue(LocalDate today) {
        Invoice sent = validInvoice();
        if (sent == null || isPaid()) {
            return 0;
        }
        LocalDate since = sent.issuedOn();
        return today.isBefore(since.plusDays(14))
                ? 0
                : today.isBefore(since.plusDays(30)) ? 1 : today.isBefore(since.plusDays(60)) ? 2 : 3;
    }

    private Fee told(FeeLedger newAccount, int newReminders) {
        return new Fee(
                dossier,
                municipality,
                reference,
                cents,
                buyer,
                invoice,
                issued,
                fault,
                cancelling,
                cancelled,
                newAccount,
                newReminders,
                faultTask,
                booked,
                version);
    }

    /** Without a fault. */
    private Fee changed(
            @Nullable Buyer newBuyer,
            @Nullable Invoice newInvoice,
            boolean isIssued,
            @Nullable CreditNote newCancelling,
            List<CreditNote> newCancelled) {
        return new Fee(
                dossier,
                municipality,
                reference,
                cents,
                newBuyer,
                newInvoice,
                isIssued,
                null,
                newCancelling,
                newCancelled,
                account,
                reminders,
                null,
                booked,
                version);
    }

    /** An invoice about all of it, which says what is paid already. */
    public Invoice newInvoice(String number, Buyer payer, LocalDate today) {
        return Invoice.of(number, reference, matter(), cents, cents - outstanding(), payer, today);
    }
}
