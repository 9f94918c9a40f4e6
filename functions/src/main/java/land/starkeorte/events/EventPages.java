package land.starkeorte.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.members.Topic;
import land.starkeorte.site.PublicEvent;
import land.starkeorte.site.SiteBuild;
import land.starkeorte.site.SiteSection;

/** The events' pages, list, calendar and feed. How to get into a video meeting is never among it. */
final class EventPages implements SiteSection {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.GERMAN);

    private final Events events;
    private final String siteUrl;
    private final Clock clock;

    EventPages(Events events, String siteUrl, Clock clock) {
        this.events = events;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    @Override
    public void publish(SiteBuild into) {
        Instant now = clock.instant();
        List<Event> all = events.all().stream()
                .filter(Event::isPublic)
                .sorted(Comparator.comparing(event -> event.details().start()))
                .toList();
        List<Event> planned = all.stream().filter(event -> !event.isOver(now)).toList();
        List<PublicEvent> coming = planned.stream().map(this::view).toList();
        List<PublicEvent> past = all.reversed().stream()
                .filter(event -> event.isOver(now))
                .map(this::view)
                .toList();
        into.folder(
                "veranstaltungen",
                "veranstaltungen",
                Map.of(
                        "months", byMonth(planned),
                        "kinds",
                                coming.stream()
                                        .map(PublicEvent::kind)
                                        .distinct()
                                        .sorted()
                                        .toList(),
                        "coming", coming,
                        "past", past,
                        "topics", topics()));
        all.forEach(event -> into.folder(
                "veranstaltungen/" + event.id(),
                "veranstaltung",
                Map.of("event", view(event), "dates", dates(event, all, now))));
        calendars(all, into);
        feed(all, coming, into);
    }

    private void calendars(List<Event> all, SiteBuild into) {
        calendar("kalender", all, into);
        for (Topic topic : Topic.values()) {
            calendar(
                    topic.slug(),
                    all.stream()
                            .filter(event -> event.details().topics().contains(topic))
                            .toList(),
                    into);
        }
    }

    private void calendar(String name, List<Event> events, SiteBuild into) {
        into.file(
                "veranstaltungen/" + name + ".ics",
                "text/calendar; charset=utf-8",
                EventCalendar.write(events, siteUrl).getBytes(UTF_8));
    }

    private void feed(List<Event> all, List<PublicEvent> coming, SiteBuild into) {
        Instant updated = all.stream()
                .map(Event::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        into.xml(
                "veranstaltungen/atom.xml",
                "application/atom+xml",
                "termine",
                Map.of("events", coming, "site", siteUrl, "updated", updated.toString()));
    }

    /** Where the calendar of a topic lies, by its words. */
    private static Map<String, String> topics() {
        var calendars = new LinkedHashMap<String, String>();
        Arrays.stream(Topic.values()).forEach(topic -> calendars.put(topic.words, topic.slug() + ".ics"));
        return calendars;
    }

    /** The other dates of its series that are still to come. */
    private List<PublicEvent> dates(Event event, List<Event> all, Instant now) {
        return event.series().isEmpty()
                ? List.of()
                : all.stream()
                        .filter(other -> other.series().equals(event.series())
                                && !other.id().equals(event.id())
                                && !other.isOver(now))
                        .map(this::view)
                        .toList();
    }

    /** By the month that they begin in; of a series its next date, with those that come later behind it. */
    private Map<String, List<List<PublicEvent>>> byMonth(List<Event> planned) {
        var dates = planned.stream()
                .collect(groupingBy(
                        event -> event.series().isEmpty() ? event.id() : event.series(), LinkedHashMap::new, toList()));
        return dates.values().stream()
                .collect(groupingBy(
                        some -> MONTH.format(some.getFirst().details().start().atZone(GermanFormat.ZONE)),
                        LinkedHashMap::new,
                        mapping(some -> some.stream().map(this::view).toList(), toList())));
    }

    private PublicEvent view(Event event) {
        Event.Details details = event.details();
        return new PublicEvent(
                event.id(),
                details.kind().words,
                details.title(),
                EventWords.paragraphs(details.text()),
                EventWords.paragraphs(details.programme()),
                details.topics().stream().map(topic -> topic.words).toList(),
                EventWords.when(details),
                details.start().toString(),
                details.place().isEmpty() ? "Online" : details.place(),
                details.price(),
                Prices.each(details.terms()),
                Prices.cancelling(details.terms()),
                details.contact(),
                event.hasSeats()
                        && event.state() == Event.State.PUBLISHED
                        && clock.instant().isBefore(event.closes()),
                event.state() == Event.State.CANCELLED,
                event.reason(),
                event.changedAt().toString(),
                StructuredEvent.of(event, siteUrl).script());
    }
}
