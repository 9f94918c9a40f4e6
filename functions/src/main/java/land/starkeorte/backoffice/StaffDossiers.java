package land.starkeorte.backoffice;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;

/** The dossier that a request of the office is about, and how it changes. */
record StaffDossiers(Dossiers all, Clock clock) {
    Dossier find(Request request) {
        return DossierAccess.forStaff(all, request.path("id"), clock.instant());
    }

    /** Once for the request's key. */
    Response once(Request request, Function<Dossier, Change> change) {
        return all.onlyOnce(IdempotencyKey.of(request), () -> change.apply(find(request)), Dossiers::created);
    }

    /** What can be asked for again: it is found as it was asked for. */
    Response settle(Request request, Function<Dossier, Change> change) {
        all.retrying(() -> change.apply(find(request)));
        return Response.ok();
    }
}
