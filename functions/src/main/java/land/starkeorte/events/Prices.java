package land.starkeorte.events;

import java.time.Instant;
import java.util.List;
import land.starkeorte.events.Event.Terms;
import land.starkeorte.forms.GermanFormat;

/** What taking part in an event costs, and what cancelling does: the same words and sums wherever they stand. */
public final class Prices {
    /** What each person pays besides the room. */
    public static final String EACH = "Kostenbeitrag";

    private Prices() {}

    /** What one person pays, for each way to stay; nothing where it costs nothing. */
    public static List<String> each(Terms terms) {
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
    public static String cancelling(Terms terms) {
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
}
