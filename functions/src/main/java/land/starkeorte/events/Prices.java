package land.starkeorte.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.events.Event.Terms;
import land.starkeorte.events.Registration.Delegation;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.InvoiceLine;

/** What taking part costs, and what cancelling does: the same words and sums wherever they stand. */
final class Prices {
    private static final String EACH = "Kostenbeitrag";

    private Prices() {}

    /** What one person pays, for each way to stay; nothing where it costs nothing. */
    static List<String> each(Terms terms) {
        if (!terms.isBinding()) {
            return List.of();
        }
        if (terms.rooms().isEmpty()) {
            return List.of(GermanFormat.euros(terms.cents()) + " je Person");
        }
        return terms.rooms().stream()
                .map(room -> room.name() + ": " + GermanFormat.euros(terms.cents() + room.cents()) + " je Person"
                        + (terms.cents() > 0 && room.cents() > 0
                                ? " (" + EACH + " " + GermanFormat.euros(terms.cents()) + ", Zimmer "
                                        + GermanFormat.euros(room.cents()) + ")"
                                : ""))
                .toList();
    }

    /** The same in cents. */
    static List<Long> sums(Terms terms) {
        return terms.rooms().isEmpty()
                ? List.of(terms.cents())
                : terms.rooms().stream()
                        .map(room -> terms.cents() + room.cents())
                        .toList();
    }

    /** What it costs to cancel; empty where nothing costs anything. */
    static String cancelling(Terms terms) {
        if (!terms.isBinding()) {
            return "";
        }
        Instant freeUntil = terms.freeUntil();
        Integer owedAfter = terms.owedAfter();
        return freeUntil == null || owedAfter == null
                ? "Absagen kostet nichts."
                : "Absagen kostet bis " + GermanFormat.moment(freeUntil) + " nichts; danach "
                        + (owedAfter == 100 ? "ist der ganze Preis" : "sind " + owedAfter + " % des Preises")
                        + " zu zahlen.";
    }

    /** What a delegation pays, line by line; nothing where it costs nothing. */
    static List<InvoiceLine> items(Terms terms, Delegation delegation) {
        var items = new ArrayList<InvoiceLine>();
        if (terms.cents() > 0) {
            items.add(new InvoiceLine(EACH, delegation.size(), terms.cents()));
        }
        IntStream.range(0, terms.rooms().size()).forEach(number -> {
            Terms.Room room = terms.rooms().get(number);
            int people = (int) delegation.people().stream()
                    .filter(person -> person.room() == number)
                    .count();
            if (people > 0 && room.cents() > 0) {
                items.add(new InvoiceLine(room.name(), people, room.cents()));
            }
        });
        return items;
    }

    static long sum(Terms terms, Delegation delegation) {
        return InvoiceLine.total(items(terms, delegation));
    }

    /** What whoever has booked still owes when the booking ends now, in cents; nothing for what does not take place. */
    static long owed(Event event, Delegation delegation, Instant now) {
        Terms terms = event.details().terms();
        Instant freeUntil = terms.freeUntil();
        Integer owedAfter = terms.owedAfter();
        if (event.state() == Event.State.CANCELLED
                || freeUntil == null
                || owedAfter == null
                || now.isBefore(freeUntil)) {
            return 0;
        }
        return sum(terms, delegation) * owedAfter / 100;
    }
}
