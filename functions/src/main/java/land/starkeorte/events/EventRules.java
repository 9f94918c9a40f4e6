package land.starkeorte.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the office may do with an event: those who have booked rely on what was published. */
final class EventRules {
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration LATEST = A_YEAR.multipliedBy(5);

    /** Of what took place before the network had this, recordings may be kept. */
    private static final Duration LONG_AGO = A_YEAR.multipliedBy(30);

    private EventRules() {}

    /**
     * Nothing that somebody cannot mean.
     *
     * @param past whether they say that it took place already; without that word a year back is a mistake
     */
    static Optional<EventRefusal> plausible(Event.Details details, boolean past, Instant now) {
        Instant start = details.start();
        boolean near = start.isAfter(now.minus(A_YEAR)) && start.isBefore(now.plus(LATEST));
        return past
                ? check(details.end().isAfter(now), EventRefusal.NOT_OVER_YET)
                        .or(() -> check(details.terms().capacity() > 0, EventRefusal.SEATS_FOR_THE_PAST))
                        .or(() -> check(start.isBefore(now.minus(LONG_AGO)), EventRefusal.TOO_LONG_AGO))
                : check(!near, EventRefusal.NOT_NEAR);
    }

    /** What is over is entered by somebody who says so: for its recordings, without mails and without registration. */
    static Optional<EventRefusal> publication(Event event, boolean past, Instant now) {
        return check(!event.state().canBecome(Event.State.PUBLISHED), EventRefusal.IS_PUBLISHED)
                .or(() -> check(past && !event.isOver(now), EventRefusal.PUBLISHED_AS_PAST_TOO_EARLY))
                .or(() -> check(past && event.hasSeats(), EventRefusal.PUBLISHED_AS_PAST_WITH_SEATS))
                .or(() -> check(!past && !event.details().start().isAfter(now), EventRefusal.BEGINS_IN_THE_PAST));
    }

    static Optional<EventRefusal> cancellation(Event event, Instant now) {
        return check(
                !event.state().canBecome(Event.State.CANCELLED) || event.isOver(now), EventRefusal.NOT_TO_BE_CANCELLED);
    }

    /** Where nobody could book yet, everything can be changed, and seats that were forgotten can still be added. */
    static Optional<EventRefusal> change(Event before, Event.Details after) {
        if (before.state() == Event.State.DRAFT || !before.hasSeats()) {
            return Optional.empty();
        }
        Event.Details reliedOn = before.details();
        return check(after.terms().capacity() == 0, EventRefusal.SEATS_STAY)
                .or(() -> check(!prices(reliedOn).equals(prices(after)), EventRefusal.PRICES_STAY))
                .or(() -> check(isHarsher(reliedOn, after), EventRefusal.CANCELLING_STAYS));
    }

    /** Whether cancelling would cost more than those who booked have relied on; another day brings another date. */
    private static boolean isHarsher(Event.Details before, Event.Details after) {
        Instant until = before.terms().freeUntil();
        Instant newUntil = after.terms().freeUntil();
        boolean sooner = until != null
                && newUntil != null
                && newUntil.isBefore(until)
                && before.start().equals(after.start());
        return sooner || share(after) > share(before);
    }

    private static int share(Event.Details details) {
        Integer owedAfter = details.terms().owedAfter();
        return owedAfter == null ? 0 : owedAfter;
    }

    /** What people have relied on when they booked. */
    private static List<Object> prices(Event.Details details) {
        Event.Terms terms = details.terms();
        return List.of(
                terms.cents(),
                terms.rooms().stream()
                        .map(room -> List.of(room.name(), room.cents()))
                        .toList());
    }

    private static Optional<EventRefusal> check(boolean refused, EventRefusal why) {
        return refused ? Optional.of(why) : Optional.empty();
    }
}
