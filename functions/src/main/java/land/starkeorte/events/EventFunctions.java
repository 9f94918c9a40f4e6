package land.starkeorte.events;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import land.starkeorte.access.Sessions;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.proofofwork.DynamoSpentProofs;
import land.starkeorte.proofofwork.ProofOfWork;
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
     * @param charges what whoever collects money does when somebody books
     */
    public static LambdaFunction serve(
            EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings, charges, dynamoDb, clock);
        var ofEvents = new IdempotentWriter(dynamoDb, settings.eventsTable(), clock);
        var ofRegistrations = new IdempotentWriter(dynamoDb, settings.registrationsTable(), clock);
        var routes = new HashMap<String, Endpoint>(new EventEndpoints(
                        parts.events,
                        parts.hall,
                        parts.registrations,
                        parts.tending,
                        parts.notifications,
                        ofEvents,
                        clock)
                .routes());
        routes.putAll(new StaffRegistrationEndpoints(
                        parts.events, parts.hall, parts.registrations, parts.booking, ofRegistrations, clock)
                .routes());
        routes.putAll(new StaffParticipantEndpoints(
                        parts.events,
                        parts.registrations,
                        parts.booking,
                        parts.outbox,
                        parts.registrationMails,
                        ofRegistrations,
                        clock)
                .routes());
        routes.putAll(new AttendanceEndpoints(parts.events, parts.registrations, ofRegistrations, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.events.find("priming");
        });
    }

    /** The endpoint that prints certificates. */
    public static LambdaFunction certify(CertificateSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var events = new DynamoEvents(new DynamoTable(dynamoDb, settings.eventsTable()));
        var registrations = new DynamoRegistrations(new DynamoTable(dynamoDb, settings.registrationsTable()));
        var endpoints = new CertificateEndpoints(
                new RegistrationAccess(registrations, new Sessions(dynamoDb, settings.accessTable()), clock),
                events,
                registrations,
                new PdfPrinter(),
                List.of(settings.networkAddress().split("\\s*,\\s*", -1)),
                clock);
        return new HttpFunction(endpoints.routes(), endpoints::prime);
    }

    /** The endpoints for whoever comes: guests and members. */
    public static LambdaFunction register(
            RegistrationSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings.own(), charges, dynamoDb, clock);
        return register(parts, parts.hall, settings, dynamoDb, clock);
    }

    /** The same, with seats taken from somewhere else. */
    static LambdaFunction register(
            SeatSource places, RegistrationSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return register(
                new Parts(settings.own(), BookingCharges.NONE, dynamoDb, clock), places, settings, dynamoDb, clock);
    }

    private static LambdaFunction register(
            Parts parts, SeatSource places, RegistrationSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var proofs = new DynamoSpentProofs(dynamoDb, settings.robotsTable());
        var proofOfWork = new ProofOfWork(proofs::signingKey, clock);
        var writer = new IdempotentWriter(dynamoDb, settings.own().registrationsTable(), clock);
        var sessions = new Sessions(dynamoDb, settings.accessTable());
        var registrationAccess = new RegistrationAccess(parts.registrations, sessions, clock);
        var endpoints = new RegistrationEndpoints(
                registrationAccess,
                parts.events,
                parts.hall,
                parts.registrations,
                parts.booking(places),
                parts.lapsing,
                parts.tending,
                proofOfWork,
                proofs,
                writer,
                Integer.parseInt(settings.guestSeatsPercent()),
                clock);
        var routes = new HashMap<String, Endpoint>(endpoints.routes());
        routes.putAll(new RegistrationSessions(
                        registrationAccess,
                        parts.events,
                        parts.registrations,
                        sessions,
                        parts.outbox,
                        parts.registrationMails,
                        writer,
                        clock)
                .routes());
        routes.putAll(new CalendarEndpoints(
                        parts.events,
                        parts.registrations,
                        new DynamoAccounts(dynamoDb, settings.accountsTable()),
                        writer,
                        settings.own().siteUrl(),
                        clock)
                .routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.events.find("priming");
        });
    }

    /** What the registrations' stream and a schedule start. */
    public static LambdaFunction tend(
            EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        return new MaintainEvents(new Parts(settings, charges, dynamoDb, clock).tending, clock);
    }

    /** Who lets whoever registered to what is theirs. */
    public static RegistrationAccess owners(
            String registrationsTable, Sessions sessions, DynamoDbClient dynamoDb, Clock clock) {
        return new RegistrationAccess(
                new DynamoRegistrations(new DynamoTable(dynamoDb, registrationsTable)), sessions, clock);
    }

    /** What everybody may see of events. */
    public static SiteSection section(String eventsTable, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new EventPages(new DynamoEvents(new DynamoTable(dynamoDb, eventsTable)), siteUrl, clock);
    }

    /** What takes place or took place, for whoever keeps something of it. */
    public static EventDirectory programme(String eventsTable, DynamoDbClient dynamoDb) {
        return new EventDirectory(new DynamoEvents(new DynamoTable(dynamoDb, eventsTable)));
    }

    /** Links to registrations, for mails that ask for them. */
    public static LinkIssuer links(
            String registrationsTable, Sessions sessions, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new RegistrationLinks(
                new DynamoRegistrations(new DynamoTable(dynamoDb, registrationsTable)), sessions, siteUrl, clock);
    }

    private static final class Parts {
        final DynamoEvents events;
        final Seats hall;
        final DynamoRegistrations registrations;
        final DynamoOutbox outbox;
        final RegistrationMails registrationMails;
        final BookingCharges charges;
        final Booking booking;
        final RegistrationExpiry lapsing;
        final ParticipantNotifications notifications;
        final EventUpkeep tending;

        Parts(EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
            var table = new DynamoTable(dynamoDb, settings.registrationsTable());
            events = new DynamoEvents(new DynamoTable(dynamoDb, settings.eventsTable()));
            hall = new Seats(table);
            registrations = new DynamoRegistrations(table);
            outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
            registrationMails = new RegistrationMails(settings.siteUrl());
            this.charges = charges;
            booking = booking(hall);
            notifications = new ParticipantNotifications(registrations, outbox, registrationMails, clock);
            lapsing = new RegistrationExpiry(events, registrations, booking);
            tending = new EventUpkeep(events, hall, registrations, booking, lapsing, notifications, clock);
        }

        Booking booking(SeatSource places) {
            return new Booking(places, hall, registrations, outbox, registrationMails, charges);
        }
    }
}
