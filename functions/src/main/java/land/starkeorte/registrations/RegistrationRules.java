package land.starkeorte.registrations;

import java.time.Instant;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.registrations.Refusal.Because;

/** What may be asked for, when and by whom. Whether there are seats shows when they are taken. */
public final class RegistrationRules {
    private RegistrationRules() {}

    /** For those who come themselves dates and limits hold; the office may go beyond them, with a reason. */
    public enum By {
        THEMSELVES,
        OFFICE
    }

    /** One can register for the event at all, and it lies ahead. */
    static Optional<Refusal> standing(Event event, Instant now) {
        return check(event.state() == Event.State.CANCELLED, Because.EVENT_CANCELLED)
                .or(() -> check(!now.isBefore(event.details().start()), Because.EVENT_BEGUN))
                .or(() -> check(event.state() != Event.State.PUBLISHED || !event.hasSeats(), Because.NO_REGISTRATION));
    }

    /** Registration is open. */
    public static Optional<Refusal> open(Event event, Instant now) {
        Instant opens = event.details().terms().opens();
        return standing(event, now)
                .or(() -> opens != null && now.isBefore(opens)
                        ? Optional.of(new Refusal.NotYetOpen(opens))
                        : check(!now.isBefore(event.closes()), Because.CLOSED));
    }

    /** @param has how many of those who register come already */
    static Optional<Refusal> fits(Event event, int size, int has, By by) {
        int capacity = event.details().terms().capacity();
        return size > capacity ? Optional.of(new Refusal.OverCapacity(capacity)) : withinLimit(event, size, has, by);
    }

    private static Optional<Refusal> withinLimit(Event event, int more, int has, By by) {
        int limit = event.details().terms().limit();
        return by == By.THEMSELVES && limit > 0 && has + more > limit
                ? Optional.of(new Refusal.OverLimit(limit, has))
                : Optional.empty();
    }

    /** A guest confirms the address, or somebody who waited takes what was offered. */
    static Optional<Refusal> acceptance(Event event, Registration registration, Instant now) {
        Instant until = registration.isUnconfirmed() ? Deadlines.toConfirm(event, registration) : registration.until();
        boolean late = !registration.isHeld() || until == null || !now.isBefore(until);
        return check(late, Because.LAPSED).or(() -> standing(event, now));
    }

    /** Of what takes place, by themselves only in time. */
    public static Optional<Refusal> cancellation(Event event, By by, Instant now) {
        return check(by == By.THEMSELVES && !now.isBefore(event.cancelBy()), Because.TOO_LATE_TO_CANCEL)
                .or(() -> check(event.state() == Event.State.CANCELLED, Because.NOTHING_TO_CANCEL));
    }

    /**
     * Others come, or more, or fewer. What was booked at a price stays as it was; names may change.
     *
     * @param has how many of those who registered come already, these included
     */
    static Optional<Refusal> change(Event event, Registration before, Delegation after, int has, By by, Instant now) {
        int more = after.size() - before.size();
        boolean waits = before.state() == RegistrationState.WAITING;
        return standing(event, now)
                .or(() -> check(!before.isActive(), Because.ENDED))
                .or(() -> check(before.isUnconfirmed(), Because.UNCONFIRMED))
                .or(() -> check(!after.contact().equals(before.delegation().contact()), Because.OTHER_CONTACT))
                .or(() -> check(
                        event.details().terms().isBinding()
                                && !before.delegation().rooms().equals(after.rooms()),
                        by == By.OFFICE ? Because.BOUND_FOR_OFFICE : Because.BOUND))
                .or(() -> more > 0 ? withinLimit(event, more, has, by) : Optional.empty())
                .or(() -> check(waits && more > 0, Because.WAITING_CANNOT_GROW))
                .or(() -> more > 0 && by == By.THEMSELVES ? open(event, now) : Optional.empty());
    }

    /** Without a limit a registration could be used to write to strangers. */
    static Optional<Refusal> naming(Registration after, int more) {
        return check(more > 0 && after.timesNamed() > MailLimits.NAMED_IN_REGISTRATION, Because.NAMED_TOO_MANY);
    }

    /** To another date of the series. */
    static Optional<Refusal> move(Event from, Registration before, Event to, Instant now) {
        return check(!before.comes(), Because.NOT_TO_BE_MOVED)
                .or(() -> standing(from, now))
                .or(() -> open(to, now))
                .or(() -> check(
                        from.details().terms().isBinding()
                                || to.details().terms().isBinding(),
                        Because.BOUND_TO_DATE))
                .or(() -> check(!isOtherDate(from, to), Because.NO_DATE_OF_SERIES));
    }

    private static boolean isOtherDate(Event from, Event to) {
        return !from.series().isEmpty()
                && from.series().equals(to.series())
                && !from.id().equals(to.id());
    }

    /** The office gives somebody of the waiting list seats out of turn. */
    static Optional<Refusal> preference(Event event, Registration before, Instant now) {
        return standing(event, now).or(() -> check(before.state() != RegistrationState.WAITING, Because.NOT_WAITING));
    }

    private static Optional<Refusal> check(boolean refused, Because because) {
        return refused ? Optional.of(because) : Optional.empty();
    }
}
