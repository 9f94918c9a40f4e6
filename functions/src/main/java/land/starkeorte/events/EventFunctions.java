package land.starkeorte.events;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.site.SiteSection;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class EventFunctions {
    private EventFunctions() {}

    /**
     * The endpoints for the office's work, and for members the list of what is planned.
     *
     * @param listener what a change means for those who come
     * @param others the office's endpoints for those who come
     */
    public static LambdaFunction serve(
            EventSettings settings,
            EventListener listener,
            Occupancy occupancy,
            Map<String, Endpoint> others,
            DynamoDbClient dynamoDb,
            Clock clock) {
        DynamoEvents events = events(settings.eventsTable(), dynamoDb);
        var writer = new IdempotentWriter(dynamoDb, settings.eventsTable(), clock);
        var routes = new HashMap<>(others);
        routes.putAll(new EventEndpoints(events, listener, occupancy, writer, clock).routes());
        routes.putAll(new MemberEventEndpoints(events, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = events.find("priming");
        });
    }

    /** The events' own store. */
    public static DynamoEvents events(String eventsTable, DynamoDbClient dynamoDb) {
        return new DynamoEvents(new DynamoTable(dynamoDb, eventsTable));
    }

    /** What everybody may see of events. */
    public static SiteSection section(String eventsTable, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new EventPages(events(eventsTable, dynamoDb), siteUrl, clock);
    }

    /** What takes place or took place, for whoever keeps something of it. */
    public static EventDirectory programme(String eventsTable, DynamoDbClient dynamoDb) {
        return new EventDirectory(events(eventsTable, dynamoDb));
    }
}
