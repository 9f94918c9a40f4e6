package land.starkeorte.registrations;

import java.time.Duration;
import java.time.Instant;
import land.starkeorte.events.Event;

/** How long seats wait for somebody, who in turn is waited for: near the event less than else. */
final class Deadlines {
    /** How long a guest can confirm an address. */
    private static final Duration TO_CONFIRM = Duration.ofDays(1);

    /** How long seats wait for that: nobody knows yet whether there is anybody. */
    private static final Duration LENT = Duration.ofMinutes(30);

    /** How long they wait where somebody is bound to pay: a municipality asks its treasurer. */
    private static final Duration TO_BIND = Duration.ofDays(2);

    /** How long seats wait for those in the waiting list whom they were offered to. */
    private static final Duration TO_ACCEPT = Duration.ofDays(2);

    /** Nobody who is offered a place later could still come. */
    private static final Duration LAST_OFFER = Duration.ofHours(1);

    private Deadlines() {}

    /** Until when a guest can confirm. */
    static Instant toConfirm(Event event, Registration registration) {
        Duration longest = event.details().terms().isBinding() ? TO_BIND : TO_CONFIRM;
        return before(event, registration.since(), longest, 2);
    }

    /** Until when seats are held for a guest who has not confirmed. */
    static Instant lent(Event event, Instant now) {
        return before(event, now, LENT, 2);
    }

    /** Until when a member can say that it pays. */
    static Instant toBind(Event event, Instant now) {
        return before(event, now, TO_BIND, 2);
    }

    /** Until when somebody who waited can take what is offered. */
    static Instant toAccept(Event event, Instant now) {
        return before(event, now, TO_ACCEPT, 4);
    }

    /** Whether seats are still offered to those who wait. */
    static boolean isOffering(Event event, Instant now) {
        return event.state() == Event.State.PUBLISHED
                && !now.isAfter(event.details().start().minus(LAST_OFFER));
    }

    /** @param part near the event it is this part of the time that is left */
    private static Instant before(Event event, Instant now, Duration longest, int part) {
        Duration left = Duration.between(now, event.details().start()).dividedBy(part);
        return now.plus(left.compareTo(longest) < 0 ? left : longest);
    }
}
