package land.starkeorte.events;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import land.starkeorte.forms.GermanFormat;

/** How an event reads. */
public final class EventWords {
    private EventWords() {}

    /** When it takes place, in words. */
    public static String when(Event.Details details) {
        LocalDate first = GermanFormat.dayOf(details.start());
        LocalDate last = GermanFormat.dayOf(details.end());
        return first.equals(last)
                ? GermanFormat.moment(details.start()) + " bis "
                        + GermanFormat.moment(details.end()).replaceAll(".*, ", "")
                : GermanFormat.moment(details.start()) + ", bis " + GermanFormat.moment(details.end());
    }

    /** A text's paragraphs, without empty ones. */
    public static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
