package land.starkeorte.participants;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.access.Sessions;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Routes;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.registering.RegistrationSettings;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.Store;
import land.starkeorte.upkeep.UpkeepFunctions;

/** Puts together everything about events: who comes to what is the last to be known. */
public final class ParticipantFunctions {
    private ParticipantFunctions() {}

    /**
     * What the platform starts.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static void register(FunctionRegistrations functions, Function<FunctionContext, BookingCharges> charges) {
        functions
                .add(
                        "events",
                        context -> serve(
                                context.settings(EventSettings.class),
                                charges.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "registrations",
                        context -> register(
                                context.settings(RegistrationSettings.class),
                                charges.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "certificates",
                        context ->
                                certify(context.settings(CertificateSettings.class), context.store(), context.clock()));
    }

    /**
     * The endpoints for the office's work, and for members the list of what is planned.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static LambdaFunction serve(EventSettings settings, BookingCharges charges, Store store, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings, charges, store, clock);
        var writer = new IdempotentWriter(store.table(settings.registrationsTable()), clock);
        var attendance = new Attendances(store.table(settings.registrationsTable()));
        Routes routes = RegisteringFunctions.staffRoutes(parts, writer, clock);
        routes = routes.and(new StaffParticipantEndpoints(
                        parts.events(),
                        parts.registrations(),
                        attendance,
                        UpkeepFunctions.mailings(parts, settings, store))
                .routes());
        routes = routes.and(
                new AttendanceEndpoints(parts.events(), parts.registrations(), attendance, writer, clock).routes());
        return EventFunctions.serve(
                settings,
                UpkeepFunctions.listener(parts, settings, store, clock),
                parts::occupancy,
                routes,
                store,
                clock);
    }

    /** The endpoints for whoever comes: guests and members. */
    public static LambdaFunction register(
            RegistrationSettings settings, BookingCharges charges, Store store, Clock clock) {
        RegistrationParts parts = RegistrationFunctions.parts(settings.own(), charges, store, clock);
        Routes routes = RegisteringFunctions.routes(parts, settings, store, clock);
        String table = settings.own().registrationsTable();
        routes = routes.and(new CalendarEndpoints(
                        parts.events(),
                        parts.registrations(),
                        new CalendarFeeds(store.table(table)),
                        new Accounts(store.table(settings.accountsTable())),
                        new IdempotentWriter(store.table(table), clock),
                        settings.own().siteUrl(),
                        clock)
                .routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.events().find("priming");
        });
    }

    /** The endpoint that prints certificates. */
    public static LambdaFunction certify(CertificateSettings settings, Store store, Clock clock) {
        var endpoints = new CertificateEndpoints(
                RegisteringFunctions.access(
                        store.table(settings.registrationsTable()),
                        new Sessions(store.table(settings.accessTable())),
                        clock),
                EventFunctions.events(store.table(settings.eventsTable())),
                new Attendances(store.table(settings.registrationsTable())),
                new PdfPrinter(),
                List.of(settings.networkAddress().split("\\s*,\\s*", -1)),
                clock);
        return new HttpFunction(endpoints.routes(), endpoints::prime);
    }
}
