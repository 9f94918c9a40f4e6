package land.starkeorte.applications;

import java.util.Set;

/** Where a dossier stands. The one table of allowed moves. */
enum State {
    DRAFT,
    SUBMITTED,
    /** Staff asked the municipality to mend something; answered, it goes back to where it was. */
    NEEDS_CORRECTION,
    WITHDRAWN;

    /** The states that staff work with. */
    static final Set<State> SENT = Set.of(SUBMITTED, NEEDS_CORRECTION, WITHDRAWN);

    boolean canBecome(State next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next == NEEDS_CORRECTION || next == WITHDRAWN;
            case NEEDS_CORRECTION -> next == SUBMITTED || next == WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }

    /** Whether it is still open: before, the municipality may add and delete documents. */
    boolean isOpen() {
        return this == SUBMITTED || this == NEEDS_CORRECTION;
    }
}
