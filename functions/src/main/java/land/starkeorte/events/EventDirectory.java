package land.starkeorte.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.members.Topic;

/** What takes place or took place, for whoever keeps something of it. */
public final class EventDirectory {
    private final Events events;

    EventDirectory(Events events) {
        this.events = events;
    }

    /** A published event. */
    public record Date(String id, String title, List<Topic> topics, Instant start, Instant end) {
        /** What it is made of can be read by many at once. */
        public Date {
            topics = List.copyOf(topics);
        }
    }

    /** Nothing where it does not take place, whatever somebody may have typed as its id. */
    public Optional<Date> find(String id) {
        return Optional.of(id)
                .filter(typed -> typed.matches("[a-z0-9-]{1,80}"))
                .flatMap(events::find)
                .filter(EventDirectory::takesPlace)
                .map(EventDirectory::date);
    }

    /** Everything that takes or took place. */
    public List<Date> all() {
        return events.all().stream()
                .filter(EventDirectory::takesPlace)
                .map(EventDirectory::date)
                .toList();
    }

    private static boolean takesPlace(Event event) {
        return event.state() == Event.State.PUBLISHED;
    }

    private static Date date(Event event) {
        var details = event.details();
        return new Date(event.id(), details.title(), details.topics(), details.start(), details.end());
    }
}
