package land.starkeorte.events;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Table;
import land.starkeorte.store.Write;

/** The events' table: {@code pk} is {@code events}, {@code sk} an event's id. Its stream tells of events. */
public final class Events {
    private final Table table;

    Events(Table table) {
        this.table = table;
    }

    /** An event, whatever its state. */
    public Optional<Event> find(String id) {
        return table.find("events", id, Event.class);
    }

    /** Everything that was ever written. */
    public List<Event> all() {
        return table.all("events", Event.class);
    }

    /** All dates of a series, the earliest first. */
    public List<Event> series(String id) {
        return all().stream()
                .filter(event -> event.series().equals(id))
                .sorted(Comparator.comparing(event -> event.details().start()))
                .toList();
    }

    Write put(Event event) {
        return table.save("events", event.id(), event);
    }
}
