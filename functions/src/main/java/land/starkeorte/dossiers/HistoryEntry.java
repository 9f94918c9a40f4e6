package land.starkeorte.dossiers;

import java.time.Instant;
import land.starkeorte.platform.Secrets;

/**
 * One move of a dossier: who, when, why. Each step's hash covers the one before it, so a history that was changed later
 * shows it.
 *
 * @param who no name and no address, because a history outlives the data that must be erased
 */
public record HistoryEntry(int number, Instant at, String who, String why, DossierState state, String hash) {
    static HistoryEntry first(Instant at, String who, String why) {
        return chained(1, at, who, why, DossierState.DRAFT, "");
    }

    HistoryEntry next(Instant later, String actor, String reason, DossierState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return chained(number + 1, later, actor, reason, next, hash);
    }

    /** Something worth remembering that moves nothing. */
    HistoryEntry noted(Instant later, String actor, String what) {
        return chained(number + 1, later, actor, what, state, hash);
    }

    /** Whether this step is what it was, and follows {@code previous}. */
    public boolean follows(HistoryEntry previous) {
        return number == previous.number + 1 && hash.equals(chained(number, at, who, why, state, previous.hash).hash);
    }

    private static HistoryEntry chained(
            int number, Instant at, String who, String why, DossierState state, String previousHash) {
        String content =
                String.join("\n", previousHash, Integer.toString(number), at.toString(), who, why, state.name());
        return new HistoryEntry(number, at, who, why, state, Secrets.hash(content));
    }
}
