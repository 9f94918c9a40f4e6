package land.starkeorte.upkeep;

import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventListener;
import land.starkeorte.registrations.MakeSeats;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.store.Transaction;

/** What a change of an event means for those who come: seats are made, everybody is told. */
final class EventChanges implements EventListener {
    private final Registrations registrations;
    private final ParticipantNotifications notifications;
    private final MakeSeats makeSeats;

    EventChanges(Registrations registrations, ParticipantNotifications notifications, MakeSeats makeSeats) {
        this.registrations = registrations;
        this.notifications = notifications;
        this.makeSeats = makeSeats;
    }

    @Override
    public Transaction onChanged(Event before, Event after) {
        if (after.state() == Event.State.CANCELLED) {
            return notifications.cancelled(after);
        }
        Transaction told = notifications.changed(before, after);
        // Whoever tells everybody makes the seats, too.
        return told.writes().isEmpty() && needsSeats(before, after) ? registrations.making(after.id()) : told;
    }

    private static boolean needsSeats(Event before, Event after) {
        boolean published = before.state() == Event.State.DRAFT && after.state() == Event.State.PUBLISHED;
        return published ? after.hasSeats() : !seats(before).equals(seats(after));
    }

    /** How many seats there are to be, and beds. */
    private static List<Integer> seats(Event event) {
        Event.Terms terms = event.details().terms();
        return event.state() == Event.State.PUBLISHED
                ? Stream.concat(
                                Stream.of(terms.capacity()),
                                terms.rooms().stream().map(Event.Terms.Room::places))
                        .toList()
                : List.of();
    }

    @Override
    public void onWritten(String event) {
        makeSeats.begin(event);
    }
}
