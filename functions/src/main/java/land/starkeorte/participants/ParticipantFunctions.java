package land.starkeorte.participants;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import land.starkeorte.access.Sessions;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.registering.RegistrationSettings;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import land.starkeorte.upkeep.UpkeepFunctions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together everything about events: who comes to what is the last to be known. */
public final class ParticipantFunctions {
    private ParticipantFunctions() {}

    /**
     * The endpoints for the office's work, and for members the list of what is planned.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static LambdaFunction serve(
            EventSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings, charges, dynamoDb, clock);
        var writer = new IdempotentWriter(dynamoDb, settings.registrationsTable(), clock);
        var attendance = new DynamoAttendance(new DynamoTable(dynamoDb, settings.registrationsTable()));
        var routes = new HashMap<>(RegisteringFunctions.staffRoutes(parts, writer, clock));
        routes.putAll(new StaffParticipantEndpoints(
                        parts.events(),
                        parts.registrations(),
                        attendance,
                        UpkeepFunctions.mailings(parts, settings, dynamoDb))
                .routes());
        routes.putAll(
                new AttendanceEndpoints(parts.events(), parts.registrations(), attendance, writer, clock).routes());
        return EventFunctions.serve(
                settings,
                UpkeepFunctions.listener(parts, settings, dynamoDb, clock),
                parts::occupancy,
                routes,
                dynamoDb,
                clock);
    }

    /** The endpoints for whoever comes: guests and members. */
    public static LambdaFunction register(
            RegistrationSettings settings, BookingCharges charges, DynamoDbClient dynamoDb, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings.own(), charges, dynamoDb, clock);
        var routes = new HashMap<>(RegisteringFunctions.routes(parts, settings, dynamoDb, clock));
        String table = settings.own().registrationsTable();
        routes.putAll(new CalendarEndpoints(
                        parts.events(),
                        parts.registrations(),
                        new DynamoCalendarFeeds(new DynamoTable(dynamoDb, table)),
                        new DynamoAccounts(dynamoDb, settings.accountsTable()),
                        new IdempotentWriter(dynamoDb, table, clock),
                        settings.own().siteUrl(),
                        clock)
                .routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.events().find("priming");
        });
    }

    /** The endpoint that prints certificates. */
    public static LambdaFunction certify(CertificateSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var endpoints = new CertificateEndpoints(
                RegisteringFunctions.access(
                        settings.registrationsTable(), new Sessions(dynamoDb, settings.accessTable()), dynamoDb, clock),
                EventFunctions.events(settings.eventsTable(), dynamoDb),
                new DynamoAttendance(new DynamoTable(dynamoDb, settings.registrationsTable())),
                new PdfPrinter(),
                List.of(settings.networkAddress().split("\\s*,\\s*", -1)),
                clock);
        return new HttpFunction(endpoints.routes(), endpoints::prime);
    }
}
