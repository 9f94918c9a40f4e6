package land.starkeorte.fees;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.fees.Line.Why;
import land.starkeorte.lambda.Transaction;

/**
 * Books payments that name their fees, exactly once, whoever tells of them and how often: the bank's file or the card
 * provider.
 */
final class Cashbook {
    /** So many do not write into one dossier at the same moment. */
    private static final int TRIES = 12;

    private final DynamoFees fees;
    private final DynamoLedger ledger;
    private final DynamoChronicle chronicle;
    private final DynamoBank bank;
    private final Clock clock;

    Cashbook(DynamoFees fees, DynamoLedger ledger, DynamoChronicle chronicle, DynamoBank bank, Clock clock) {
        this.fees = fees;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * Each fee gets its part, then the line is done; what cannot decide itself waits for the office. A run that died in between
     * is finished by the next.
     *
     * @return the line as it is stored now
     */
    Line enter(Line line) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var known = bank.line(line.id());
            if (known.isPresent()) {
                return known.get();
            }
            Line entered = line.why() == null ? decided(line) : line;
            if (bank.write(Transaction.of(bank.put(entered)))) {
                return entered;
            }
        }
        throw busy();
    }

    /** Before an invoice was ever sent, nobody knows where to pay to. */
    static boolean isBookable(Fee fee) {
        return fee.issued() || !fee.cancelled().isEmpty();
    }

    private Line decided(Line line) {
        var owed = new TreeMap<String, Fee>();
        line.dossiers().forEach(dossier -> fees.of(dossier).ifPresent(fee -> owed.put(dossier, fee)));
        if (!owed.values().stream().allMatch(Cashbook::isBookable)) {
            return line.waiting(Why.EARLY);
        }
        boolean several = owed.size() > 1;
        if (several && owed.values().stream().mapToLong(Fee::cents).sum() != line.cents()) {
            return line.waiting(Why.SEVERAL);
        }
        owed.forEach((dossier, fee) -> book(dossier, line.payment(several ? fee.cents() : line.cents(), "system")));
        return line.finished(List.copyOf(owed.keySet()), "", "system");
    }

    private void book(String dossier, Payment payment) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Fee fee = fees.of(dossier).orElseThrow();
            Candidate candidate = chronicle.find(dossier).orElseThrow();
            if (fees.write(ledger.booked(fee, payment, candidate, "system", clock.instant()))) {
                return;
            }
        }
        throw busy();
    }

    private static IllegalStateException busy() {
        return new IllegalStateException("Too many at the same moment");
    }
}
