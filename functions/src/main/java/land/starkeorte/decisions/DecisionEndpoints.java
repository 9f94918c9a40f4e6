package land.starkeorte.decisions;

import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;

/** The municipality reads what was decided. */
final class DecisionEndpoints {
    private final Decisions decisions;
    private final DecisionViews views;
    private final DossierAccess dossierAccess;

    DecisionEndpoints(Decisions decisions, DecisionViews views, DossierAccess dossierAccess) {
        this.decisions = decisions;
        this.views = views;
        this.dossierAccess = dossierAccess;
    }

    Routes routes() {
        return Routes.NONE.open("GET /api/dossiers/{id}/decision", this::read);
    }

    /** Nothing of a proposal. */
    private Response read(Request request) {
        return decisions
                .of(dossierAccess.visitor(request).dossier())
                .filter(Decision::isConfirmed)
                .map(decision -> Response.ok(views.decided(decision)))
                .orElseGet(Response::ok);
    }
}
