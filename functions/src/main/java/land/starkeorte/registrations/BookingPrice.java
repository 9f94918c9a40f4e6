package land.starkeorte.registrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.events.Event.Terms;
import land.starkeorte.events.Prices;
import land.starkeorte.invoicing.InvoiceLine;

/** What a delegation pays, and what it still owes when it does not come. */
public final class BookingPrice {
    private BookingPrice() {}

    /** Line by line; nothing where it costs nothing. */
    public static List<InvoiceLine> items(Terms terms, Delegation delegation) {
        var items = new ArrayList<InvoiceLine>();
        if (terms.cents() > 0) {
            items.add(new InvoiceLine(Prices.EACH, delegation.size(), terms.cents()));
        }
        IntStream.range(0, terms.rooms().size()).forEach(number -> {
            Terms.Room room = terms.rooms().get(number);
            int people = (int) delegation.rooms().stream()
                    .filter(chosen -> chosen == number)
                    .count();
            if (people > 0 && room.cents() > 0) {
                items.add(new InvoiceLine(room.name(), people, room.cents()));
            }
        });
        return items;
    }

    /** What whoever has booked still owes when the booking ends now, in cents; nothing for what does not take place. */
    public static long owed(Event event, Delegation delegation, Instant now) {
        Terms terms = event.details().terms();
        Instant freeUntil = terms.freeUntil();
        Integer owedAfter = terms.owedAfter();
        if (event.state() == Event.State.CANCELLED
                || freeUntil == null
                || owedAfter == null
                || now.isBefore(freeUntil)) {
            return 0;
        }
        return InvoiceLine.total(items(terms, delegation)) * owedAfter / 100;
    }
}
