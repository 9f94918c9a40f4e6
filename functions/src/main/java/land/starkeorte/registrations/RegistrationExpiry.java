package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import land.starkeorte.events.Events;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Transaction;

/** Ends what nobody confirmed or accepted in time. Repeatable at any point. */
public final class RegistrationExpiry implements ScheduledJob {
    private static final int MOST = 500;

    /** Whoever wants a seat is not kept waiting for more. */
    private static final int MOST_AT_ONCE = 20;

    private final Events events;
    private final Registrations registrations;
    private final EndRegistration end;

    RegistrationExpiry(Events events, Registrations registrations, EndRegistration end) {
        this.events = events;
        this.registrations = registrations;
        this.end = end;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        for (Registration held : registrations.expired(now, MOST)) {
            each.attempt(held.id(), () -> lapse(held, now));
        }
    }

    /** Of one event at once, because somebody asks for its seats. */
    public void of(String event, Instant now) {
        List<Registration> expired = registrations.expired(now, MOST);
        expired.stream()
                .filter(held -> held.event().equals(event))
                .limit(MOST_AT_ONCE)
                .forEach(held -> lapse(held, now));
    }

    private void lapse(Registration held, Instant now) {
        var _ = registrations.retrying(() -> registrations
                .find(held.event(), held.id())
                .filter(registration ->
                        registration.isHeld() && registration.until() != null && !now.isBefore(registration.until()))
                .map(registration ->
                        end.expire(events.find(registration.event()).orElseThrow(), registration, now))
                .orElse(Transaction.NONE));
    }
}
