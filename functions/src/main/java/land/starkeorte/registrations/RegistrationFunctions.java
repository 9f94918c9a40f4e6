package land.starkeorte.registrations;

import java.time.Clock;
import land.starkeorte.access.Sessions;
import land.starkeorte.events.DynamoEvents;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.DynamoTable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others. */
public final class RegistrationFunctions {
    private RegistrationFunctions() {}

    /**
     * What belongs together over one set of tables.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static RegistrationParts parts(
            EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        return parts(settings, null, charges, dynamoDb, clock);
    }

    /** The same, with seats taken from somewhere else. */
    static RegistrationParts parts(
            EventSettings settings,
            @Nullable SeatSource places,
            BookingCharges charges,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var table = new DynamoTable(dynamoDb, settings.registrationsTable());
        DynamoEvents events = EventFunctions.events(settings.eventsTable(), dynamoDb);
        var seats = new Seats(table);
        var registrations = new DynamoRegistrations(table);
        var outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
        var mails = new RegistrationMails(settings.siteUrl());
        SeatSource source = places == null ? seats : places;
        var writer = new RegistrationWriter(seats, registrations, outbox, charges);
        var register = new Register(source, seats, registrations, writer, mails);
        var end = new EndRegistration(registrations, writer, mails, charges);
        return new RegistrationParts(
                events,
                seats,
                registrations,
                outbox,
                mails,
                register,
                new AcceptRegistration(source, writer, mails),
                new ChangeRegistration(source, registrations, writer, mails, register),
                end,
                new ServeWaitlist(seats, registrations, writer, mails),
                new RegistrationExpiry(events, registrations, end),
                new MakeSeats(events, seats, registrations, clock));
    }

    /** Links to registrations, for mails that ask for them. */
    public static LinkIssuer links(
            String registrationsTable, Sessions sessions, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new RegistrationLinks(registrations(registrationsTable, dynamoDb), sessions, siteUrl, clock);
    }

    /** Who has registered for what. */
    public static DynamoRegistrations registrations(String registrationsTable, DynamoDbClient dynamoDb) {
        return new DynamoRegistrations(new DynamoTable(dynamoDb, registrationsTable));
    }
}
