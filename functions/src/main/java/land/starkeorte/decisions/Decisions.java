package land.starkeorte.decisions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The decisions' table: under each dossier's id its newest decision. Index: those whose letter is not written yet. Its stream
 * tells of them.
 */
final class Decisions {
    private static final String KEY = "decision";

    private final Table table;

    Decisions(Table table) {
        this.table = table;
    }

    Optional<Decision> of(String dossier) {
        return table.find(dossier, KEY, Decision.class);
    }

    /** Of these dossiers, by dossier. */
    Map<String, Decision> of(List<String> dossiers) {
        return table.each(dossiers, KEY, Decision.class);
    }

    Transaction put(Decision decision) {
        boolean waits = decision.isConfirmed() && decision.letter() == null;
        return Transaction.of(
                waits
                        ? table.save(
                                decision.dossier(),
                                KEY,
                                decision,
                                Index.waiting(
                                        "letter",
                                        Objects.requireNonNull(decision.confirmedAt())
                                                .toString()))
                        : table.save(decision.dossier(), KEY, decision));
    }

    /** Confirmed, but not yet told. */
    List<Decision> unwritten(int most) {
        return table.first(Index.WAITING, "letter", "0", "9", most, Decision.class);
    }

    /** False when somebody else wrote in between. */
    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}
