package land.starkeorte.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.registrations.EndRegistration;
import land.starkeorte.registrations.MakeSeats;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationExpiry;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.registrations.ServeWaitlist;
import land.starkeorte.store.Transaction;

/**
 * What nobody does by hand: makes the seats, offers them to those who wait, ends what nobody confirmed, tells everybody what
 * they must know, and forgets what need not be known any more. Repeatable at any point.
 */
final class EventUpkeep implements ScheduledJob {
    private static final int MOST = 500;

    /** What somebody needs, to eat or to get in, is nobody's business the day after. */
    private static final Duration NEEDS_KEPT = Duration.ofDays(1);

    /** Certificates are asked for within a year; then only the numbers stay. */
    private static final Duration NAMES_KEPT = Duration.ofDays(365);

    /** Nothing is left to be forgotten. */
    private static final Duration LONG_AGO = NAMES_KEPT.plusDays(60);

    private final Events events;
    private final Registrations registrations;
    private final Mailings mailings;
    private final EndRegistration end;
    private final ServeWaitlist waitlist;
    private final RegistrationExpiry expiry;
    private final MakeSeats makeSeats;
    private final ParticipantNotifications notifications;
    private final Clock clock;

    EventUpkeep(RegistrationParts parts, Mailings mailings, ParticipantNotifications notifications, Clock clock) {
        this.events = parts.events();
        this.registrations = parts.registrations();
        this.end = parts.end();
        this.waitlist = parts.waitlist();
        this.expiry = parts.expiry();
        this.makeSeats = parts.makeSeats();
        this.mailings = mailings;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What is due by the clock, for every event. */
    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        expiry.go(now, each);
        for (Event event : events.all()) {
            each.attempt(event.id(), () -> {
                makeSeats.finish(event);
                forgive(event, now, each);
                notifications.remind(event, now);
                forget(event, now, each);
                if (event.hasSeats() && !event.isOver(now)) {
                    serve(event);
                }
            });
        }
        mailings.events(MOST).forEach(event -> each.attempt(event, () -> tend(event, each)));
    }

    /** What is due because something has happened to this event. */
    void tend(String id, ScheduledJob.Attempts each) {
        events.find(id).ifPresent(event -> {
            forgive(event, clock.instant(), each);
            each.attempt("seats of " + id, () -> {
                makeSeats.finish(event);
                serve(event);
            });
            mailings.underWay(id)
                    .forEach(bulkMail -> each.attempt("mailing of " + id, () -> notifications.go(bulkMail, event)));
        });
    }

    private void serve(Event event) {
        while (!registrations
                .retrying(() -> waitlist.serve(event, clock.instant()))
                .writes()
                .isEmpty()) {
            // One step after the other, each on what is stored then.
        }
    }

    /** Nobody pays for what does not take place. It is looked at until then, so that nobody is missed. */
    private void forgive(Event event, Instant now, ScheduledJob.Attempts each) {
        if (event.state() != Event.State.CANCELLED || !event.details().terms().isBinding() || event.isOver(now)) {
            return;
        }
        for (Registration registration : registrations.of(event.id())) {
            each.attempt(registration.id(), () -> {
                var _ = registrations.retrying(() -> end.forgive(event, registration.id()));
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
                        .map(found ->
                                Transaction.of(registrations.put(names ? found.withoutNames() : found.withoutNeeds())))
                        .orElseThrow());
                forgotten.add(registration.id());
            });
        }
        if (forgotten.size() == all.size()) {
            registrations.write(registrations.forgotten(event.id(), done));
        }
    }
}
