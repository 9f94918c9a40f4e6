package land.starkeorte.dossiers;

import java.util.EnumSet;
import java.util.Set;

/** Where a dossier stands. The one table of allowed moves. */
public enum DossierState {
    DRAFT,
    SUBMITTED,
    /** Staff asked the municipality to mend something; answered, it goes back to where it was. */
    NEEDS_CORRECTION,
    /** The founders are for it; the municipality books its interview. */
    PRESELECTED,
    INTERVIEW_BOOKED,
    INTERVIEWED,
    ADMITTED,
    INVOICED,
    PAID,
    MEMBER,
    DECLINED,
    WITHDRAWN;

    /** The states that staff work with. */
    public static final Set<DossierState> SENT = EnumSet.complementOf(EnumSet.of(DRAFT));

    public boolean canBecome(DossierState next) {
        return moves().contains(next);
    }

    private Set<DossierState> moves() {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED);
            case SUBMITTED -> Set.of(NEEDS_CORRECTION, PRESELECTED, DECLINED, WITHDRAWN);
            case NEEDS_CORRECTION -> Set.of(SUBMITTED, PRESELECTED, INTERVIEWED, WITHDRAWN);
            case PRESELECTED -> Set.of(NEEDS_CORRECTION, INTERVIEW_BOOKED, DECLINED, WITHDRAWN);
            case INTERVIEW_BOOKED -> Set.of(PRESELECTED, INTERVIEWED, DECLINED, WITHDRAWN);
            case INTERVIEWED -> Set.of(NEEDS_CORRECTION, ADMITTED, DECLINED, WITHDRAWN);
            case ADMITTED -> Set.of(INVOICED);
            // A waived fee needs no invoice that is paid; a payment that was taken back makes it open again.
            case INVOICED -> Set.of(PAID);
            case PAID -> Set.of(MEMBER, INVOICED);
            case MEMBER, DECLINED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether nothing is decided yet: before, the municipality may add and delete documents. */
    public boolean isOpen() {
        return canBecome(WITHDRAWN);
    }

    /** Whether it ended without a membership, so that the municipality may apply anew. */
    public boolean isOver() {
        return this == DECLINED || this == WITHDRAWN;
    }
}
