package land.starkeorte.events;

import java.time.Clock;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.site.Section;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class EventFunctions {
    private EventFunctions() {}

    /** The endpoints, for the office and for members. */
    public static LambdaFunction serve(EventSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var events = events(settings.eventsTable(), dynamoDb);
        var acts = new DynamoActs(dynamoDb, settings.eventsTable(), clock);
        return new HttpFunction(new EventEndpoints(events, acts, clock).routes(), () -> {
            var _ = events.find("priming");
        });
    }

    /** What everybody may see of events. */
    public static Section section(String eventsTable, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new EventSection(events(eventsTable, dynamoDb), siteUrl, clock);
    }

    private static DynamoEvents events(String table, DynamoDbClient dynamoDb) {
        return new DynamoEvents(new DynamoTable(dynamoDb, table));
    }
}
