package land.starkeorte.dossiers;

import java.time.Instant;
import land.starkeorte.store.Transaction;

/** What the other features do, in the same transaction, when a dossier moves. */
@FunctionalInterface
public interface TransitionEffects {
    /** For whoever moves dossiers without any. */
    TransitionEffects NONE = (before, after, now) -> Transaction.NONE;

    /**
     * Writes that belong to this move. May be asked again for the same move, when somebody else wrote in between.
     *
     * @param before where it stood
     * @param after how it is from now on
     */
    Transaction of(DossierState before, DossierSummary after, Instant now);

    /** These, then those. */
    default TransitionEffects and(TransitionEffects others) {
        return (before, after, now) -> of(before, after, now).and(others.of(before, after, now));
    }
}
