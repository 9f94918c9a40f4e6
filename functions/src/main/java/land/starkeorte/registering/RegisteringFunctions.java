package land.starkeorte.registering;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.access.Sessions;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the others. */
public final class RegisteringFunctions {
    private RegisteringFunctions() {}

    /** The endpoints for whoever comes: guests and members. */
    public static Map<String, Endpoint> routes(
            RegistrationParts parts, RegistrationSettings settings, Store store, Clock clock) {
        var proofs = new SpentProofs(store.table(settings.robotsTable()));
        var writer = new IdempotentWriter(store.table(settings.own().registrationsTable()), clock);
        var sessions = new Sessions(store.table(settings.accessTable()));
        var access = new RegistrationAccess(parts.registrations(), sessions, clock);
        var freeSeats = new FreeSeats(parts);
        var routes = new HashMap<>(new RegistrationEndpoints(
                        access,
                        parts,
                        freeSeats,
                        new ProofOfWork(proofs::signingKey, clock),
                        proofs,
                        writer,
                        Integer.parseInt(settings.guestSeatsPercent()),
                        clock)
                .routes());
        routes.putAll(new OpenEventEndpoints(access, parts, freeSeats, clock).routes());
        routes.putAll(new RegistrationSessions(access, parts, sessions, writer, clock).routes());
        return routes;
    }

    /** The endpoints for the office. */
    public static Map<String, Endpoint> staffRoutes(RegistrationParts parts, IdempotentWriter writer, Clock clock) {
        return new StaffRegistrationEndpoints(parts, writer, clock).routes();
    }

    /** Who lets whoever registered to what is theirs. */
    public static RegistrationAccess access(String registrationsTable, Sessions sessions, Store store, Clock clock) {
        return new RegistrationAccess(RegistrationFunctions.registrations(registrationsTable, store), sessions, clock);
    }
}
