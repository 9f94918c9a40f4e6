package land.starkeorte.payments;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import land.starkeorte.fees.Debtors;
import land.starkeorte.fees.DynamoFees;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.FeeWorkflow;
import land.starkeorte.fees.Payment;
import land.starkeorte.store.Transaction;

/**
 * Books payments that name their fees, exactly once, whoever tells of them and how often: the bank's file or the card
 * provider.
 */
final class PaymentPosting {
    /** So many do not write into one account at the same moment. */
    private static final int TRIES = 12;

    private final DynamoFees fees;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final DynamoBank bank;
    private final Clock clock;

    PaymentPosting(DynamoFees fees, FeeWorkflow workflow, Debtors debtors, DynamoBank bank, Clock clock) {
        this.fees = fees;
        this.workflow = workflow;
        this.debtors = debtors;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * Each fee gets its part, then the line is done; what cannot decide itself waits for the office. A run that died in between
     * is finished by the next.
     *
     * @return the line as it is stored now
     */
    BankTransaction post(BankTransaction line) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var known = bank.line(line.id());
            if (known.isPresent()) {
                return known.get();
            }
            BankTransaction entered = line.why() == null ? decided(line) : line;
            if (bank.write(Transaction.of(bank.put(entered)).and(task(entered)))) {
                return entered;
            }
        }
        throw busy();
    }

    /** Before an invoice was ever sent, nobody knows where to pay to. */
    static boolean isBookable(Fee fee) {
        return fee.issued() || !fee.cancelled().isEmpty();
    }

    private BankTransaction decided(BankTransaction line) {
        var owed = new TreeMap<String, Fee>();
        line.dossiers().forEach(dossier -> fees.of(dossier).ifPresent(fee -> owed.put(dossier, fee)));
        if (!owed.values().stream().allMatch(PaymentPosting::isBookable)) {
            return line.waiting(BankTransaction.ReviewReason.EARLY);
        }
        if (owed.size() > 1 && owed.values().stream().mapToLong(Fee::cents).sum() != line.cents()) {
            return line.waiting(BankTransaction.ReviewReason.SEVERAL);
        }
        if (!owed.values().stream().allMatch(fee -> fee.account().covers(part(line, fee, owed.size())))) {
            return line.waiting(BankTransaction.ReviewReason.UNCOVERED);
        }
        boolean booked = true;
        for (var each : owed.entrySet()) {
            booked &= book(each.getKey(), part(line, each.getValue(), owed.size()));
        }
        return booked
                ? line.finished(List.copyOf(owed.keySet()), "", "system")
                : line.waiting(BankTransaction.ReviewReason.UNCOVERED);
    }

    private static Payment part(BankTransaction line, Fee fee, int fees) {
        return line.payment(fees > 1 ? fee.cents() : line.cents(), "system");
    }

    /** False where another booking has taken the money in between. */
    private boolean book(String dossier, Payment payment) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Fee fee = fees.of(dossier).orElseThrow();
            if (!fee.account().covers(payment)) {
                return false;
            }
            if (fees.write(workflow.booked(fee, payment, "system", clock.instant()))) {
                return true;
            }
        }
        throw busy();
    }

    /** Nobody looks for money that is taken back and never came: the office is told. */
    private Transaction task(BankTransaction line) {
        return line.why() == BankTransaction.ReviewReason.UNCOVERED && !line.done()
                ? line.dossiers().stream()
                        .flatMap(dossier -> fees.of(dossier).stream())
                        .flatMap(fee -> debtors.find(fee).stream())
                        .findFirst()
                        .map(debtor -> debtor.task(
                                line.task(),
                                "Eine Buchung nimmt Geld zurück, das auf diese Rechnung nicht eingegangen ist. Klären Sie sie unter „Zahlungen“.",
                                3))
                        .orElseGet(Transaction::new)
                : new Transaction();
    }

    private static IllegalStateException busy() {
        return new IllegalStateException("Too many at the same moment");
    }
}
