package land.starkeorte.events;

import java.util.List;
import java.util.Optional;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.Transaction;

/** The events' table: {@code pk} is {@code events}, {@code sk} an event's id. Its stream tells of events. */
final class DynamoEvents {
    private final DynamoTable table;

    DynamoEvents(DynamoTable table) {
        this.table = table;
    }

    Optional<Event> find(String id) {
        return table.find("events", id, Event.class);
    }

    List<Event> all() {
        return table.all("events", Event.class);
    }

    Transaction put(Event event) {
        return Transaction.of(table.save("events", event.id(), event));
    }
}
