package land.starkeorte.registrations;

import java.time.Instant;

/** Why the rules do not let somebody do what they ask for. */
public sealed interface Refusal {
    /** A reason that needs no figures. */
    enum Because implements Refusal {
        EVENT_CANCELLED,
        EVENT_BEGUN,
        NO_REGISTRATION,
        CLOSED,
        /** What was to be confirmed or accepted was not in time. */
        LAPSED,
        NOTHING_TO_CANCEL,
        TOO_LATE_TO_CANCEL,
        ENDED,
        UNCONFIRMED,
        /** Link and confirmation go to this address. */
        OTHER_CONTACT,
        /** Number and rooms stand since the booking. */
        BOUND,
        /** The same, said to the office. */
        BOUND_FOR_OFFICE,
        WAITING_CANNOT_GROW,
        NO_SEATS_FOR_MORE,
        NAMED_TOO_MANY,
        NO_BEDS,
        NOT_TO_BE_MOVED,
        BOUND_TO_DATE,
        NO_DATE_OF_SERIES,
        NO_SEATS_THAT_DAY,
        NOT_WAITING,
        NO_SEATS_TO_PREFER,
        NO_BEDS_TO_PREFER
    }

    /** Registration has not begun. */
    record NotYetOpen(Instant opens) implements Refusal {}

    /** They are more than can ever come. */
    record OverCapacity(int capacity) implements Refusal {}

    /**
     * One municipality may not send so many.
     *
     * @param has how many of them come already
     */
    record OverLimit(int limit, int has) implements Refusal {}
}
