package land.starkeorte.fees;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality owes for its admission.
 *
 * @param reference by which a payment is recognised, {@code ABCD-EFGH}
 * @param invoice as soon as it has its number
 * @param issued whether the invoice has left
 * @param fault why no valid invoice could be made; a task of the office tells of it
 * @param reminders how many have gone out
 */
record Fee(
        String dossier,
        String municipality,
        String reference,
        long cents,
        @Nullable Invoice invoice,
        boolean issued,
        @Nullable String fault,
        Account account,
        int reminders,
        int version) {
    /** Once, for each member (facts of the network). */
    static final long ADMISSION_CENTS = 100_00;

    static Fee due(String dossier, String municipality, String reference) {
        return new Fee(dossier, municipality, reference, ADMISSION_CENTS, null, false, null, Account.EMPTY, 0, 0);
    }

    boolean isPaid() {
        return account.isSettled();
    }

    Fee numbered(Invoice newInvoice) {
        return changed(newInvoice, false, null, account, reminders);
    }

    Fee issuing() {
        return changed(invoice, true, null, account, reminders);
    }

    Fee faulty(String newFault) {
        return changed(invoice, issued, newFault, account, reminders);
    }

    Fee with(Payment payment) {
        return changed(invoice, issued, fault, account.with(payment), reminders);
    }

    Fee reminded(int sent) {
        return changed(invoice, issued, fault, account, sent);
    }

    /** How many reminders should have gone out: at 14 and 30 days; the third is the office's own work after 60. */
    int remindersDue(LocalDate today) {
        if (invoice == null || !issued || isPaid()) {
            return 0;
        }
        LocalDate since = invoice.issuedOn();
        return today.isBefore(since.plusDays(14))
                ? 0
                : today.isBefore(since.plusDays(30)) ? 1 : today.isBefore(since.plusDays(60)) ? 2 : 3;
    }

    private Fee changed(
            @Nullable Invoice newInvoice,
            boolean isIssued,
            @Nullable String newFault,
            Account newAccount,
            int newReminders) {
        return new Fee(
                dossier,
                municipality,
                reference,
                cents,
                newInvoice,
                isIssued,
                newFault,
                newAccount,
                newReminders,
                version);
    }
}
