package land.starkeorte.registrations;

import java.time.Clock;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.seats.RoomAllocation;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.Transaction;

/** Makes as many seats of an event as the office wants, or as near to it as those who have them allow. Repeatable at any point. */
public final class MakeSeats {
    /** Steps of 90 seats that somebody waits for who publishes an event or registers for it. */
    private static final int STEPS_AT_ONCE = 3;

    private final Events events;
    private final Seats seats;
    private final Registrations registrations;
    private final Clock clock;

    MakeSeats(Events events, Seats seats, Registrations registrations, Clock clock) {
        this.events = events;
        this.seats = seats;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** The first, so that there are some at once; a large hall's others follow by the stream. */
    public void begin(String event) {
        events.find(event).ifPresent(found -> make(found, STEPS_AT_ONCE));
    }

    /** All that are missing, or too many. */
    public void finish(Event event) {
        make(event, Integer.MAX_VALUE);
    }

    private void make(Event event, int steps) {
        String id = event.id();
        if (event.state() != Event.State.PUBLISHED || event.isOver(clock.instant())) {
            return;
        }
        Event.Terms terms = event.details().terms();
        make(id, terms.capacity(), true, steps);
        for (int room = 0; room < terms.rooms().size(); room++) {
            make(RoomAllocation.of(id, room), terms.rooms().get(room).places(), false, steps);
        }
    }

    private void make(String hall, int wanted, boolean waitedFor, int steps) {
        for (int step = 0; step < steps && seats.capacity(hall).made() != wanted; step++) {
            Transaction done = registrations.retrying(
                    () -> seats.resizeTo(hall, wanted, waitedFor && registrations.somebodyWaits(hall)));
            if (done.writes().isEmpty()) {
                return;
            }
        }
    }
}
