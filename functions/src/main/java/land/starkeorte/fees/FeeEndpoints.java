package land.starkeorte.fees;

import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.registering.RegistrationAccess;

/** Whoever owes something sees what to pay and how. */
public final class FeeEndpoints {
    private final Fees fees;
    private final FeeViews views;
    private final DossierAccess dossierAccess;
    private final RegistrationAccess registrationAccess;

    /** @param views what is told of a fee */
    public FeeEndpoints(Fees fees, FeeViews views, DossierAccess dossierAccess, RegistrationAccess registrationAccess) {
        this.fees = fees;
        this.views = views;
        this.dossierAccess = dossierAccess;
        this.registrationAccess = registrationAccess;
    }

    public Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}/fee", this::readAsOfficial)
                .open("GET /api/events/{event}/registrations/{registration}/fee", this::readAsOwner)
                .only(
                        "GET /api/member/events/{event}/registrations/{registration}/fee",
                        this::readAsOwner,
                        "member",
                        "founder");
    }

    private Response readAsOfficial(Request request) {
        return owed(dossierAccess.visitor(request).dossier());
    }

    private Response readAsOwner(Request request) {
        return owed(registrationAccess.owned(request));
    }

    /** Nothing where nothing is owed yet. */
    private Response owed(String id) {
        return fees.of(id).map(fee -> Response.ok(views.owed(fee))).orElseGet(Response::ok);
    }
}
