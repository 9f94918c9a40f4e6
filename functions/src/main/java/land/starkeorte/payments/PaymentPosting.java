package land.starkeorte.payments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import land.starkeorte.fees.Debtors;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.FeeWorkflow;
import land.starkeorte.fees.Fees;
import land.starkeorte.fees.Payment;
import land.starkeorte.http.Caller;
import land.starkeorte.store.Retry;
import land.starkeorte.store.Transaction;

/**
 * Books payments that name their fees, exactly once, whoever tells of them and how often: the bank's file or the card
 * provider.
 */
final class PaymentPosting {
    private final Fees fees;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final BankTransactions bank;
    private final Clock clock;

    PaymentPosting(Fees fees, FeeWorkflow workflow, Debtors debtors, BankTransactions bank, Clock clock) {
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
        return Retry.until(() -> bank.line(line.id()).or(() -> {
            BankTransaction entered = line.why() == null ? decided(line) : line;
            return bank.write(Transaction.of(bank.put(entered)).and(task(entered)))
                    ? Optional.of(entered)
                    : Optional.empty();
        }));
    }

    /** Before an invoice was ever sent, nobody knows where to pay to. */
    static boolean isBookable(Fee fee) {
        return fee.invoicing().issued() || !fee.invoicing().cancelled().isEmpty();
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
                ? line.finished(List.copyOf(owed.keySet()), "", Caller.SYSTEM)
                : line.waiting(BankTransaction.ReviewReason.UNCOVERED);
    }

    private static Payment part(BankTransaction line, Fee fee, int fees) {
        return line.payment(fees > 1 ? fee.cents() : line.cents(), Caller.SYSTEM);
    }

    /** False where another booking has taken the money in between. */
    private boolean book(String dossier, Payment payment) {
        return Retry.until(() -> {
            Fee fee = fees.of(dossier).orElseThrow();
            if (!fee.account().covers(payment)) {
                return Optional.of(false);
            }
            return fees.write(workflow.booked(fee, payment, Caller.SYSTEM, clock.instant()))
                    ? Optional.of(true)
                    : Optional.empty();
        });
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
                        .orElse(Transaction.NONE)
                : Transaction.NONE;
    }
}
