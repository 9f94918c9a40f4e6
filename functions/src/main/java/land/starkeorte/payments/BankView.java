package land.starkeorte.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.Payment;
import land.starkeorte.invoicing.Invoice;

/**
 * What the office sees of the bank. Cents throughout.
 *
 * @param files the latest that were dropped
 * @param lines payments that somebody has to look at
 * @param differences fees of which too little or too much was paid
 * @param open fees that are not paid
 * @param largest bytes of the largest file that can be dropped
 */
record BankView(List<File> files, List<Line> lines, List<Account> differences, List<Account> open, long largest) {
    /**
     * A file, and what came of it; see {@link BankImport}.
     *
     * @param passedOver names of files in an archive that are no statements
     */
    record File(
            String id,
            String name,
            Instant at,
            String by,
            BankImport.State state,
            BankImport.Counts counts,
            String fault,
            List<String> passedOver) {
        static File of(BankImport file) {
            return new File(
                    file.id(),
                    file.name(),
                    file.at(),
                    file.by(),
                    file.state(),
                    file.counts(),
                    file.fault(),
                    file.passedOver() == null ? List.of() : file.passedOver());
        }
    }

    /**
     * A payment that could not be booked by itself.
     *
     * @param why German; empty where nothing is to be said
     * @param assignable whether it can be booked to a fee
     */
    record Line(
            String id,
            LocalDate day,
            String amount,
            Payment.Kind kind,
            String party,
            String account,
            String text,
            String why,
            boolean assignable,
            List<Account> suggestions) {
        static Line of(BankTransaction line, List<Fee> suggestions) {
            BankTransaction.Details details = line.details();
            return new Line(
                    line.id(),
                    details.day(),
                    details.amount(),
                    details.kind(),
                    details.party(),
                    details.account(),
                    details.text(),
                    line.why() == null ? "" : line.why().words,
                    line.isAssignable(),
                    Account.of(suggestions.stream()));
        }
    }

    /**
     * What somebody owes.
     *
     * @param event what was booked; empty where it is the fee for an admission
     * @param number of the latest invoice; empty where none was made
     */
    record Account(
            String dossier,
            String municipality,
            String event,
            String title,
            String reference,
            String number,
            long cents,
            long outstanding,
            long surplus) {
        static List<Account> of(Stream<Fee> fees) {
            return fees.map(Account::of).toList();
        }

        private static Account of(Fee fee) {
            Invoice invoice = fee.invoicing().invoice();
            return new Account(
                    fee.dossier(),
                    fee.municipality(),
                    fee.booked() == null ? "" : fee.booked().event(),
                    fee.matter().title(),
                    fee.reference(),
                    invoice == null ? "" : invoice.number(),
                    fee.cents(),
                    fee.outstanding(),
                    fee.overpaid());
        }
    }
}
