package land.starkeorte.payments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import land.starkeorte.bank.StatementEntry;
import land.starkeorte.payments.BankImport.Counts;
import land.starkeorte.store.Retry;

/** Books one statement after the other from a file that can be read to its end, and counts what became of it. */
final class StatementPosting {
    /** As many as DynamoDB takes at once. */
    private static final int BATCH = 100;

    private final BankTransactions bank;
    private final PaymentPosting posting;
    private final Predicate<StatementEntry> elsewhere;
    private final String source;
    private final TransactionMapper bookings;
    private final ReferenceMatcher codes;
    private final Set<String> ids = new HashSet<>();
    private final List<BankTransaction> waiting = new ArrayList<>();

    /** Booked when all that came in is: banks list a day in any order. */
    private final List<BankTransaction> taking = new ArrayList<>();

    private int booked;
    private int queued;
    private int known;
    private int passed;
    private int ofOthers;

    /**
     * Books nothing yet.
     *
     * @param source the import
     * @param elsewhere what belongs to another account
     */
    StatementPosting(
            String source,
            BankTransactions bank,
            PaymentPosting posting,
            ReferenceMatcher codes,
            Predicate<StatementEntry> elsewhere) {
        this.source = source;
        this.bank = bank;
        this.posting = posting;
        this.codes = codes;
        this.elsewhere = elsewhere;
        this.bookings = new TransactionMapper(source);
    }

    void take(StatementEntry booking) {
        if (elsewhere.test(booking)) {
            ofOthers++;
            return;
        }
        List<String> dossiers = codes.in(booking.texts());
        if (dossiers.isEmpty() && !booking.credit() && !booking.reversal()) {
            passed++;
            return;
        }
        BankTransaction line = bookings.line(booking, dossiers);
        // Statements in one archive overlap, too.
        if (!ids.add(line.id())) {
            known++;
            return;
        }
        if (line.why() == null && !booking.credit()) {
            taking.add(line);
        } else if (line.why() == null) {
            count(posting.post(line));
        } else {
            waiting.add(line);
            if (waiting.size() == BATCH) {
                flush();
            }
        }
    }

    void end() {
        flush();
        taking.forEach(line -> count(posting.post(line)));
    }

    /** Conditions fail where another run wrote the same in between: looked at anew. */
    private void flush() {
        Retry.until(() -> {
                    var there =
                            bank.lines(waiting.stream().map(BankTransaction::id).toList());
                    var fresh = waiting.stream()
                            .filter(line -> !there.containsKey(line.id()))
                            .toList();
                    return bank.add(fresh)
                            ? Optional.of(Stream.concat(fresh.stream(), there.values().stream())
                                    .toList())
                            : Optional.empty();
                })
                .forEach(this::count);
        waiting.clear();
    }

    private void count(BankTransaction line) {
        if (!line.source().equals(source)) {
            known++;
        } else if (line.why() == null) {
            booked++;
        } else {
            queued++;
        }
    }

    Counts counts() {
        return new Counts(booked, queued, known, passed, ofOthers);
    }
}
