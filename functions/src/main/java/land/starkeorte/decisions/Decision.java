package land.starkeorte.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an application, or is proposed to be.
 *
 * @param reason what the municipality reads
 * @param internal what only the office reads
 * @param proposedBy id of the person who proposes; somebody else confirms
 * @param letter key of the letter in the archive, as soon as it is written
 */
record Decision(
        String dossier,
        Choice choice,
        String reason,
        String internal,
        String proposedBy,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant takenBackAt,
        @Nullable String letter,
        int version) {
    enum Choice {
        ADMIT,
        DECLINE
    }

    static Decision proposed(
            String dossier, Choice choice, String reason, String internal, String who, Instant now, int version) {
        return new Decision(dossier, choice, reason, internal, who, now, null, null, null, null, version);
    }

    boolean isOpen() {
        return confirmedAt == null && takenBackAt == null;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Two people decide. */
    Decision confirmed(String who, Instant now) {
        if (!isOpen() || who.equals(proposedBy)) {
            throw new IllegalStateException("Only somebody else confirms an open proposal");
        }
        return new Decision(dossier, choice, reason, internal, proposedBy, proposedAt, who, now, null, null, version);
    }

    Decision takenBack(Instant now) {
        return new Decision(dossier, choice, reason, internal, proposedBy, proposedAt, null, null, now, null, version);
    }

    Decision written(String key) {
        return new Decision(
                dossier,
                choice,
                reason,
                internal,
                proposedBy,
                proposedAt,
                confirmedBy,
                confirmedAt,
                takenBackAt,
                key,
                version);
    }
}
