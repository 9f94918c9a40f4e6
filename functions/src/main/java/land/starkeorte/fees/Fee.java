package land.starkeorte.fees;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.applications.Candidate;
import land.starkeorte.billing.Buyer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a municipality owes for its admission.
 *
 * @param reference by which a payment is recognised, {@code ABCD-EFGH}
 * @param buyer whom the office has the invoice addressed to; absent where the application's words are right
 * @param invoice as soon as it has its number
 * @param issued whether the invoice has left
 * @param fault why no valid invoice could be made; a task of the office tells of it
 * @param faultTask what that task is known by
 * @param cancelling the invoice is being taken back; a new one follows
 * @param cancelled what was taken back before, the earliest first
 * @param reminders how many have gone out
 */
record Fee(
        String dossier,
        String municipality,
        String reference,
        long cents,
        @Nullable Buyer buyer,
        @Nullable Invoice invoice,
        boolean issued,
        @Nullable String fault,
        @Nullable Cancellation cancelling,
        List<Cancellation> cancelled,
        Account account,
        int reminders,
        @Nullable String faultTask,
        int version) {
    /** Once, for each member (facts of the network). */
    static final long ADMISSION_CENTS = 100_00;

    Fee {
        cancelled = List.copyOf(cancelled);
    }

    static Fee due(String dossier, String municipality, String reference) {
        return new Fee(
                dossier,
                municipality,
                reference,
                ADMISSION_CENTS,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                Account.EMPTY,
                0,
                null,
                0);
    }

    /** Whom its invoice is addressed to: as the office says, else as the application says. */
    Buyer buyer(Candidate candidate) {
        if (buyer != null) {
            return buyer;
        }
        JsonNode typed = candidate.answers().path("invoice");
        JsonNode contact = candidate.answers().at("/contacts/0");
        String leitwegId = typed.path("leitwegId").asString("");
        return new Buyer(
                typed.path("recipient").asString(""),
                typed.path("street").asString(""),
                typed.path("postcode").asString(""),
                typed.path("city").asString(""),
                leitwegId.isEmpty() ? null : leitwegId,
                contact.path("name").asString(""),
                contact.path("mail").asString(""));
    }

    boolean isPaid() {
        return account.balance() >= cents;
    }

    long outstanding() {
        return Math.max(0, cents - account.balance());
    }

    long surplus() {
        return Math.max(0, account.balance() - cents);
    }

    /** Whether an invoice or a credit note is still to be made. */
    boolean isUnfinished() {
        return cancelling != null || (!issued && fault == null);
    }

    /** The invoice that the municipality was sent and that still holds; nothing before, and while it is taken back. */
    @Nullable
    Invoice standing() {
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
                version);
    }

    /** The office has mended what was wrong: tried again, or taken back and issued anew. */
    Fee addressed(Buyer newBuyer, @Nullable Cancellation newCancelling) {
        return changed(newBuyer, invoice, issued, newCancelling, cancelled);
    }

    Fee cancelling(Cancellation newCancelling) {
        return changed(buyer, invoice, issued, newCancelling, cancelled);
    }

    /** The credit note has left; the next invoice is to be made. */
    Fee cancelled(Cancellation done) {
        return changed(
                buyer,
                null,
                false,
                null,
                Stream.concat(cancelled.stream(), Stream.of(done)).toList());
    }

    Fee with(Payment payment) {
        return told(account.with(payment), reminders);
    }

    Fee reminded(int sent) {
        return told(account, sent);
    }

    /** How many reminders should have gone out: at 14 and 30 days; the third is the office's own work after 60. */
    int remindersDue(LocalDate today) {
        Invoice sent = standing();
        if (sent == null || isPaid()) {
            return 0;
        }
        LocalDate since = sent.issuedOn();
        return today.isBefore(since.plusDays(14))
                ? 0
                : today.isBefore(since.plusDays(30)) ? 1 : today.isBefore(since.plusDays(60)) ? 2 : 3;
    }

    private Fee told(Account newAccount, int newReminders) {
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
                version);
    }

    /** Without a fault. */
    private Fee changed(
            @Nullable Buyer newBuyer,
            @Nullable Invoice newInvoice,
            boolean isIssued,
            @Nullable Cancellation newCancelling,
            List<Cancellation> newCancelled) {
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
                version);
    }
}
