package land.starkeorte.registrations;

import java.util.Set;

/** Where a registration stands. The one table of allowed moves. */
public enum RegistrationState {
    /** A guest's address is not confirmed yet, or a member has not said yet that it pays; for a while seats are held. */
    PENDING,
    /** They come. */
    REGISTERED,
    /** They stand in the waiting list. */
    WAITING,
    /** They waited, and seats are held for them. */
    OFFERED,
    /** They do not come. */
    CANCELLED,
    /** Nobody confirmed or accepted in time. */
    LAPSED;

    /** Whether it may stand there from the beginning on. */
    boolean canBegin() {
        return this == PENDING || this == REGISTERED || this == WAITING;
    }

    /** Whether it may stand there next. */
    boolean canBecome(RegistrationState next) {
        return moves().contains(next);
    }

    private Set<RegistrationState> moves() {
        return switch (this) {
            // Who confirms when everything is taken waits from then on.
            case PENDING -> Set.of(REGISTERED, WAITING, CANCELLED, LAPSED);
            // The office may give seats out of turn. When the event is long over nobody waits any more.
            case WAITING -> Set.of(OFFERED, REGISTERED, CANCELLED, LAPSED);
            case OFFERED -> Set.of(REGISTERED, CANCELLED, LAPSED);
            case REGISTERED -> Set.of(CANCELLED);
            case CANCELLED, LAPSED -> Set.of();
        };
    }

    /** Whether nothing comes after it. */
    boolean isFinal() {
        return moves().isEmpty();
    }

    /** Whether somebody must act in time. */
    boolean isToBeAnswered() {
        return this == PENDING || this == OFFERED;
    }
}
