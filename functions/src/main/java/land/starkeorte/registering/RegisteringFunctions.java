package land.starkeorte.registering;

import java.time.Clock;
import land.starkeorte.access.Sessions;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Routes;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others. */
public final class RegisteringFunctions {
    private RegisteringFunctions() {}

    /** The endpoints for whoever comes: guests and members. */
    public static Routes routes(RegistrationParts parts, RegistrationSettings settings, Store store, Clock clock) {
        var proofs = new SpentProofs(store.table(settings.robotsTable()));
        var writer = new IdempotentWriter(store.table(settings.own().registrationsTable()), clock);
        var sessions = new Sessions(store.table(settings.accessTable()));
        var access = new RegistrationAccess(parts.registrations(), sessions, clock);
        var freeSeats = new FreeSeats(parts);
        Routes routes = new RegistrationEndpoints(
                        access,
                        parts,
                        freeSeats,
                        new ProofOfWork(proofs::signingKey, clock),
                        proofs,
                        writer,
                        Integer.parseInt(settings.guestSeatsPercent()),
                        clock)
                .routes();
        routes = routes.and(new OpenEventEndpoints(access, parts, freeSeats, clock).routes());
        routes = routes.and(new RegistrationSessions(access, parts, sessions, writer, clock).routes());
        return routes;
    }

    /** The endpoints for the office. */
    public static Routes staffRoutes(RegistrationParts parts, IdempotentWriter writer, Clock clock) {
        return new StaffRegistrationEndpoints(parts, writer, clock).routes();
    }

    /** Who lets whoever registered to what is theirs. */
    public static RegistrationAccess access(Table table, Sessions sessions, Clock clock) {
        return new RegistrationAccess(RegistrationFunctions.registrations(table), sessions, clock);
    }
}
