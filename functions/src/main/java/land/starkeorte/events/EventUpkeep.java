package land.starkeorte.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import land.starkeorte.events.Registration.State;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Transaction;

/**
 * What nobody does by hand: makes the seats, offers them to those who wait, ends what nobody confirmed, tells everybody what
 * they must know, and forgets what need not be known any more. Repeatable at any point.
 */
final class EventUpkeep implements ScheduledJob {
    private static final int MOST = 500;

    /** Steps of 90 seats that somebody waits for who publishes an event or registers for it. */
    private static final int STEPS_AT_ONCE = 3;

    /** What somebody needs, to eat or to get in, is nobody's business the day after. */
    private static final Duration NEEDS_KEPT = Duration.ofDays(1);

    /** Certificates are asked for within a year; then only the numbers stay. */
    private static final Duration NAMES_KEPT = Duration.ofDays(365);

    /** Nothing is left to be forgotten. */
    private static final Duration LONG_AGO = NAMES_KEPT.plusDays(60);

    private final DynamoEvents events;
    private final Seats hall;
    private final DynamoRegistrations registrations;
    private final Booking booking;
    private final RegistrationExpiry lapsing;
    private final ParticipantNotifications notifications;
    private final Clock clock;

    EventUpkeep(
            DynamoEvents events,
            Seats hall,
            DynamoRegistrations registrations,
            Booking booking,
            RegistrationExpiry lapsing,
            ParticipantNotifications notifications,
            Clock clock) {
        this.events = events;
        this.hall = hall;
        this.registrations = registrations;
        this.booking = booking;
        this.lapsing = lapsing;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What is due by the clock, for every event. */
    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        lapsing.go(now, each);
        for (Event event : events.all()) {
            each.attempt(event.id(), () -> {
                fill(event, Integer.MAX_VALUE);
                forgive(event, now, each);
                notifications.remind(event, now);
                forget(event, now, each);
                if (event.hasSeats() && !event.isOver(now)) {
                    serve(event);
                }
            });
        }
        registrations.told(MOST).forEach(event -> each.attempt(event, () -> tend(event, each)));
    }

    /** What is due because something has happened to this event. */
    void tend(String id, ScheduledJob.Attempts each) {
        events.find(id).ifPresent(event -> {
            forgive(event, clock.instant(), each);
            each.attempt("seats of " + id, () -> {
                fill(event, Integer.MAX_VALUE);
                serve(event);
            });
            registrations
                    .mailings(id)
                    .forEach(bulkMail -> each.attempt("mailing of " + id, () -> notifications.go(bulkMail, event)));
        });
    }

    private void serve(Event event) {
        while (!registrations
                .retrying(() -> booking.serve(event, clock.instant()))
                .writes()
                .isEmpty()) {
            // One step after the other, each on what is stored then.
        }
    }

    /** Belongs into the transaction of what makes seats necessary: the stream tells of it, and they are made. */
    Transaction making(Event event) {
        return registrations.making(event.id());
    }

    /** Makes the first seats, so that there are some at once; a large hall's others follow by the stream. */
    void beginToFill(String id) {
        events.find(id).ifPresent(event -> fill(event, STEPS_AT_ONCE));
    }

    /** As many seats as the office wants, or as near to it as those who have them allow. */
    private void fill(Event event, int steps) {
        String id = event.id();
        if (event.state() != Event.State.PUBLISHED || event.isOver(clock.instant())) {
            return;
        }
        Event.Terms terms = event.details().terms();
        fill(id, terms.capacity(), true, steps);
        for (int room = 0; room < terms.rooms().size(); room++) {
            fill(RoomAllocation.of(event, room), terms.rooms().get(room).places(), false, steps);
        }
    }

    private void fill(String hallOf, int wanted, boolean waitedFor, int steps) {
        for (int step = 0; step < steps && hall.capacity(hallOf).made() != wanted; step++) {
            Transaction done = registrations.retrying(
                    () -> hall.resizeTo(hallOf, wanted, waitedFor && registrations.somebodyWaits(hallOf)));
            if (done.writes().isEmpty()) {
                return;
            }
        }
    }

    /** Nobody pays for what does not take place. It is looked at until then, so that nobody is missed. */
    private void forgive(Event event, Instant now, ScheduledJob.Attempts each) {
        if (event.state() != Event.State.CANCELLED || !event.details().terms().isBinding() || event.isOver(now)) {
            return;
        }
        for (Registration registration : registrations.of(event.id())) {
            each.attempt(registration.id(), () -> {
                var _ = registrations.retrying(() -> booking.forgive(event, registration.id()));
            });
        }
    }

    private void forget(Event event, Instant now, ScheduledJob.Attempts each) {
        Duration past = Duration.between(event.details().end(), now);
        if (!event.hasSeats() || past.compareTo(NEEDS_KEPT) < 0 || past.compareTo(LONG_AGO) > 0) {
            return;
        }
        boolean names = past.compareTo(NAMES_KEPT) > 0;
        String done = names ? "names" : "needs";
        if (registrations.isForgotten(event.id(), done)) {
            return;
        }
        List<Registration> all = registrations.of(event.id());
        List<String> forgotten = new ArrayList<>();
        for (Registration registration : all) {
            each.attempt(registration.id(), () -> {
                var _ = registrations.retrying(() -> registrations
                        .find(event.id(), registration.id())
                        .map(found -> Transaction.of(registrations.put(forgotten(found, names))))
                        .orElseThrow());
                forgotten.add(registration.id());
            });
        }
        if (forgotten.size() == all.size()) {
            registrations.write(registrations.forgotten(event.id(), done));
        }
    }

    private static Registration forgotten(Registration registration, boolean names) {
        List<Registration.Person> people = registration.delegation().people().stream()
                .map(person -> names
                        ? new Registration.Person("", "", "", "", person.room())
                        : new Registration.Person(person.name(), person.office(), person.mail(), "", person.room()))
                .toList();
        List<String> answers = names ? List.of() : registration.delegation().answers();
        State state =
                registration.isHeld() || registration.state() == State.WAITING ? State.LAPSED : registration.state();
        return new Registration(
                registration.id(),
                registration.event(),
                state,
                registration.who(),
                registration.ags(),
                new Registration.Delegation(
                        people,
                        answers,
                        names ? null : registration.delegation().buyer()),
                registration.seats(),
                registration.beds(),
                registration.since(),
                null,
                registration.reason(),
                registration.named(),
                registration.version());
    }
}
