package land.starkeorte.events;

/** Why the rules do not let the office do something with an event. */
enum EventRefusal {
    /** Said to have taken place, but its end lies ahead. */
    NOT_OVER_YET,
    SEATS_FOR_THE_PAST,
    TOO_LONG_AGO,
    /** More than a year back, or more than five ahead. */
    NOT_NEAR,
    IS_PUBLISHED,
    PUBLISHED_AS_PAST_TOO_EARLY,
    PUBLISHED_AS_PAST_WITH_SEATS,
    BEGINS_IN_THE_PAST,
    NOT_TO_BE_CANCELLED,
    /** One registers for it since it was published. */
    SEATS_STAY,
    PRICES_STAY,
    CANCELLING_STAYS,
    /** More dates than are written at once. */
    TOO_MANY_DATES,
    NO_DATES,
    /** No rule of RFC 5545 that is understood here, or one without an end. */
    NO_RULE
}
