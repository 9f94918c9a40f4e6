package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import land.starkeorte.access.Session;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import tools.jackson.databind.node.ObjectNode;

/** A mailed link becomes a browser's session; sessions are ended; a link that works no longer leads to a new one. */
final class DossierSessionEndpoints {
    private final Drafts drafts;
    private final DossierAccess dossierAccess;
    private final Sessions sessions;
    private final Clock clock;

    DossierSessionEndpoints(Drafts drafts, DossierAccess dossierAccess, Sessions sessions, Clock clock) {
        this.drafts = drafts;
        this.dossierAccess = dossierAccess;
        this.sessions = sessions;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("POST /api/dossiers/{id}/sessions", this::open)
                .open("DELETE /api/dossiers/{id}/sessions/{session}", this::end)
                .open("POST /api/dossiers/{id}/links", this::requestLink);
    }

    /** The link's secret comes in the header, the session's in the body: the browser draws it, so a repeat finds the first. */
    private Response open(Request request) {
        ObjectNode body = request.json();
        String secret = body.path("secret").asString("");
        if (!Sessions.isSecret(secret) || !body.path("remember").isBoolean() || body.size() != 2) {
            throw Problem.malformed("Die Anfrage braucht „secret“ aus 43 Zeichen (base64url) und „remember“.");
        }
        var kind = body.path("remember").asBoolean() ? Session.Kind.REMEMBERED : Session.Kind.VISIT;
        Dossier dossier = dossierAccess.find(request.path("id")).orElseThrow(Problem::linkInvalid);
        Session session = sessions.open(
                        DossierAccess.subject(dossier.id()), request.bearer(), secret, kind, clock.instant())
                .filter(opened -> dossier.opener(opened) != null)
                .orElseThrow(Problem::linkInvalid);
        return Response.created(new SessionView(dossier.state(), session.until()));
    }

    /** @param until when the session is over if nothing more is asked for */
    private record SessionView(DossierState state, Instant until) {}

    private Response end(Request request) {
        DossierAccess.OpenDossier opened = dossierAccess.open(request.path("id"), request);
        String named = request.path("session");
        sessions.end(
                DossierAccess.subject(opened.dossier().id()),
                named.equals("own") ? opened.session().id() : named);
        return Response.ok();
    }

    /** To the mailbox that the old link went to, and to no other. That there was none is not told. */
    private Response requestLink(Request request) {
        Instant now = clock.instant();
        String id = request.path("id");
        dossierAccess
                .find(id)
                .ifPresent(dossier -> sessions.formerHolder(DossierAccess.subject(id), request.bearer())
                        .map(holder -> dossier.officials().get(holder.key()))
                        .ifPresent(official -> drafts.requestLinks(ApplicationMails.linkRequested(official, id), now)));
        return Response.accepted();
    }
}
