package land.starkeorte.upkeep;

import java.time.Clock;
import land.starkeorte.events.EventListener;
import land.starkeorte.events.EventSettings;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.DynamoTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class UpkeepFunctions {
    private UpkeepFunctions() {}

    /** What the registrations' stream and a schedule start. */
    public static LambdaFunction maintain(
            EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings, charges, dynamoDb, clock);
        DynamoMailings mailings = mailings(settings, dynamoDb);
        return new MaintainEvents(
                new EventUpkeep(parts, mailings, notifications(parts, mailings, clock), clock), clock);
    }

    /** What a change of an event means for those who come. */
    public static EventListener listener(
            RegistrationParts parts, EventSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return new EventChanges(
                parts.registrations(), notifications(parts, mailings(settings, dynamoDb), clock), parts.makeSeats());
    }

    /** What those who come were told. */
    public static MailingViews mailings(RegistrationParts parts, EventSettings settings, DynamoDbClient dynamoDb) {
        return new MailingViews(mailings(settings, dynamoDb), parts.outbox(), parts.mails());
    }

    private static ParticipantNotifications notifications(
            RegistrationParts parts, DynamoMailings mailings, Clock clock) {
        return new ParticipantNotifications(parts.registrations(), mailings, parts.outbox(), parts.mails(), clock);
    }

    private static DynamoMailings mailings(EventSettings settings, DynamoDbClient dynamoDb) {
        return new DynamoMailings(new DynamoTable(dynamoDb, settings.registrationsTable()));
    }
}
