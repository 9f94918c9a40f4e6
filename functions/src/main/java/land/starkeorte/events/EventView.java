package land.starkeorte.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.members.Topic;
import org.jspecify.annotations.Nullable;

/**
 * An event for members, as it was typed. How to get into a video meeting is not among it: only those see it who take part.
 *
 * @param startTyped as a browser's control takes it, and {@code endTyped} likewise
 */
record EventView(
        String id,
        EventKind kind,
        String title,
        String text,
        String programme,
        List<Topic> topics,
        Instant start,
        Instant end,
        String startTyped,
        String endTyped,
        String place,
        Event.Audience audience,
        String price,
        String contact,
        @JsonUnwrapped TermsView terms,
        Event.State state,
        boolean over,
        String reason,
        String series,
        boolean alone,
        int version) {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** On which terms one takes part, as they were typed; what was left out is empty. */
    record TermsView(
            int capacity,
            int limit,
            String opensTyped,
            String closesTyped,
            String cancelByTyped,
            boolean needs,
            String questions,
            String fee,
            String rooms,
            String freeUntilTyped,
            String owedAfter,
            List<String> prices,
            String cancelling) {
        static TermsView of(Event.Terms terms) {
            return new TermsView(
                    terms.capacity(),
                    terms.limit(),
                    typedOrNone(terms.opens()),
                    typedOrNone(terms.closes()),
                    typedOrNone(terms.cancelBy()),
                    terms.needs(),
                    String.join("\n", terms.questions()),
                    terms.cents() == 0 ? "" : euros(terms.cents()),
                    terms.rooms().stream()
                            .map(room -> room.name() + "; " + euros(room.cents()) + "; " + room.places())
                            .collect(Collectors.joining("\n")),
                    typedOrNone(terms.freeUntil()),
                    terms.owedAfter() == null ? "" : terms.owedAfter().toString(),
                    Prices.each(terms),
                    Prices.cancelling(terms));
        }
    }

    /**
     * For the office.
     *
     * @param taken how many seats are; absent, as {@code waiting}, where that does not change any more or is not asked
     */
    record Staff(
            @JsonUnwrapped EventView event,
            String link,
            @Nullable Integer taken,
            @Nullable Integer waiting) {
        static Staff of(Event event, Instant now) {
            return new Staff(EventView.of(event, now), event.details().link(), null, null);
        }

        static Staff of(Event event, Occupancy.Count count, Instant now) {
            return new Staff(EventView.of(event, now), event.details().link(), count.taken(), count.waiting());
        }
    }

    static EventView of(Event event, Instant now) {
        Event.Details details = event.details();
        return new EventView(
                event.id(),
                details.kind(),
                details.title(),
                details.text(),
                details.programme(),
                details.topics(),
                details.start(),
                details.end(),
                typed(details.start()),
                typed(details.end()),
                details.place(),
                details.audience(),
                details.price(),
                details.contact(),
                TermsView.of(details.terms()),
                event.state(),
                event.isOver(now),
                event.reason(),
                event.series(),
                event.alone(),
                event.version());
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    private static String typedOrNone(@Nullable Instant moment) {
        return moment == null ? "" : typed(moment);
    }

    private static String typed(Instant moment) {
        return TYPED.format(moment.atZone(GermanFormat.ZONE));
    }
}
