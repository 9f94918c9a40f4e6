package land.starkeorte.interviews;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The interviews' table:
 *
 * <pre>
 * pk            sk         what
 * slots         (id)       a time that was offered, by its start
 * (dossier id)  interview  what the municipality booked
 * </pre>
 */
final class Interviews {
    private static final String SLOTS = "slots";

    private final Table table;

    Interviews(Table table) {
        this.table = table;
    }

    /** Slots that start in this time, free or taken. */
    List<Slot> slots(Instant from, Instant to) {
        return table.between(SLOTS, Slot.from(from), Slot.from(to) + "~", Slot.class);
    }

    Optional<Slot> slot(String id) {
        return table.find(SLOTS, id, Slot.class);
    }

    Optional<Interview> of(String dossier) {
        return table.find(dossier, "interview", Interview.class);
    }

    /** Of these dossiers, by dossier. */
    Map<String, Interview> of(List<String> dossiers) {
        return table.each(dossiers, "interview", Interview.class);
    }

    Transaction put(Slot slot) {
        return Transaction.of(table.save(SLOTS, slot.id(), slot));
    }

    Transaction remove(Slot slot) {
        return Transaction.of(table.delete(SLOTS, slot.id(), slot.version()));
    }

    Transaction put(Interview interview) {
        return Transaction.of(table.save(interview.dossier(), "interview", interview));
    }

    /** Nobody has booked this slot any more; one that was taken away stays away. */
    Transaction free(String slot) {
        return slot(slot).map(found -> put(found.takenBy(null))).orElse(Transaction.NONE);
    }
}
