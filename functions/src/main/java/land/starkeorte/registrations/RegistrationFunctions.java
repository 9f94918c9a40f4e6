package land.starkeorte.registrations;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.access.Sessions;
import land.starkeorte.events.DynamoEvents;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.http.Endpoint;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.proofofwork.DynamoSpentProofs;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
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
        var booking = new Booking(places == null ? seats : places, seats, registrations, outbox, mails, charges);
        return new RegistrationParts(
                events,
                seats,
                registrations,
                outbox,
                mails,
                booking,
                new RegistrationExpiry(events, registrations, booking),
                new MakeSeats(events, seats, registrations, clock));
    }

    /** The endpoints for whoever comes: guests and members. */
    public static Map<String, Endpoint> routes(
            RegistrationParts parts, RegistrationSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var proofs = new DynamoSpentProofs(dynamoDb, settings.robotsTable());
        var writer = new IdempotentWriter(dynamoDb, settings.own().registrationsTable(), clock);
        var sessions = new Sessions(dynamoDb, settings.accessTable());
        var access = new RegistrationAccess(parts.registrations(), sessions, clock);
        var routes = new HashMap<>(new RegistrationEndpoints(
                        access,
                        parts,
                        new ProofOfWork(proofs::signingKey, clock),
                        proofs,
                        writer,
                        Integer.parseInt(settings.guestSeatsPercent()),
                        clock)
                .routes());
        routes.putAll(new RegistrationSessions(access, parts, sessions, writer, clock).routes());
        return routes;
    }

    /** The endpoints for the office. */
    public static Map<String, Endpoint> staffRoutes(RegistrationParts parts, IdempotentWriter writer, Clock clock) {
        return new StaffRegistrationEndpoints(parts, writer, clock).routes();
    }

    /** Who lets whoever registered to what is theirs. */
    public static RegistrationAccess access(
            String registrationsTable, Sessions sessions, DynamoDbClient dynamoDb, Clock clock) {
        return new RegistrationAccess(registrations(registrationsTable, dynamoDb), sessions, clock);
    }

    /** Links to registrations, for mails that ask for them. */
    public static LinkIssuer links(
            String registrationsTable, Sessions sessions, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new RegistrationLinks(registrations(registrationsTable, dynamoDb), sessions, siteUrl, clock);
    }

    private static DynamoRegistrations registrations(String table, DynamoDbClient dynamoDb) {
        return new DynamoRegistrations(new DynamoTable(dynamoDb, table));
    }
}
