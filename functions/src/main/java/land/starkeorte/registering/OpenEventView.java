package land.starkeorte.registering;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventWords;
import land.starkeorte.events.Prices;
import land.starkeorte.registrations.RegistrationRules;

/**
 * An event for everybody who may know of it; how one gets in is not among it. Cents throughout.
 *
 * @param standing whether it is to come, over or cancelled
 * @param free how many seats are
 */
record OpenEventView(
        String id,
        String kind,
        String title,
        String when,
        String place,
        String price,
        String contact,
        Event.Audience audience,
        String reason,
        int capacity,
        int limit,
        long cents,
        boolean binding,
        List<String> prices,
        String cancelling,
        List<Room> rooms,
        boolean needs,
        List<String> questions,
        String opens,
        Instant closes,
        boolean open,
        Standing standing,
        int free) {
    enum Standing {
        COMING,
        OVER,
        CANCELLED;

        static Standing of(Event event, Instant now) {
            if (event.state() == Event.State.CANCELLED) {
                return CANCELLED;
            }
            return event.isOver(now) ? OVER : COMING;
        }
    }

    record Room(String name, long cents) {}

    static OpenEventView of(Event event, int free, Instant now) {
        Event.Details details = event.details();
        Event.Terms terms = details.terms();
        return new OpenEventView(
                event.id(),
                details.kind().words,
                details.title(),
                EventWords.when(details),
                details.place().isEmpty() ? "Online" : details.place(),
                details.price(),
                details.contact(),
                details.audience(),
                event.reason(),
                terms.capacity(),
                terms.limit(),
                terms.cents(),
                terms.isBinding(),
                Prices.each(terms),
                Prices.cancelling(terms),
                terms.rooms().stream()
                        .map(room -> new Room(room.name(), room.cents()))
                        .toList(),
                terms.needs(),
                terms.questions(),
                Objects.toString(terms.opens(), ""),
                event.closes(),
                RegistrationRules.open(event, now).isEmpty(),
                Standing.of(event, now),
                free);
    }
}
