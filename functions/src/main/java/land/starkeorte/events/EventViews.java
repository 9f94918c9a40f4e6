package land.starkeorte.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.members.Topic;
import org.jspecify.annotations.Nullable;

/** How an event reads. */
public final class EventViews {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private EventViews() {}

    /** To the office, with everything as it was typed. */
    static Map<String, Object> staff(Event event, Instant now) {
        var view = member(event, now);
        view.put("link", event.details().link());
        return view;
    }

    /** To members; how to get in only those see who take part. */
    static Map<String, Object> member(Event event, Instant now) {
        Event.Details details = event.details();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", event.id());
        view.put("kind", details.kind().name());
        view.put("title", details.title());
        view.put("text", details.text());
        view.put("programme", details.programme());
        view.put("topics", details.topics().stream().map(Topic::name).toList());
        view.put("start", details.start().toString());
        view.put("end", details.end().toString());
        view.put("startTyped", typed(details.start()));
        view.put("endTyped", typed(details.end()));
        view.put("place", details.place());
        view.put("audience", details.audience().name());
        view.put("price", details.price());
        view.put("contact", details.contact());
        putTerms(view, details.terms());
        view.put("state", event.state().name());
        view.put("over", event.isOver(now));
        view.put("reason", event.reason());
        view.put("series", event.series());
        view.put("alone", event.alone());
        view.put("version", event.version());
        return view;
    }

    private static void putTerms(Map<String, Object> view, Event.Terms terms) {
        view.put("capacity", terms.capacity());
        view.put("limit", terms.limit());
        view.put("opensTyped", typedOrNone(terms.opens()));
        view.put("closesTyped", typedOrNone(terms.closes()));
        view.put("cancelByTyped", typedOrNone(terms.cancelBy()));
        view.put("needs", terms.needs());
        view.put("questions", String.join("\n", terms.questions()));
        view.put("fee", terms.cents() == 0 ? "" : euros(terms.cents()));
        view.put(
                "rooms",
                terms.rooms().stream()
                        .map(room -> room.name() + "; " + euros(room.cents()) + "; " + room.places())
                        .collect(Collectors.joining("\n")));
        view.put("freeUntilTyped", typedOrNone(terms.freeUntil()));
        view.put("owedAfter", terms.owedAfter() == null ? "" : terms.owedAfter().toString());
        view.put("prices", Prices.each(terms));
        view.put("cancelling", Prices.cancelling(terms));
    }

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

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private static String typedOrNone(@Nullable Instant moment) {
        return moment == null ? "" : typed(moment);
    }

    /** As a browser's control takes it. */
    private static String typed(Instant moment) {
        return TYPED.format(moment.atZone(GermanFormat.ZONE));
    }
}
