package land.starkeorte.applications;

import java.time.Clock;
import java.util.List;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.dossiers.Official;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import tools.jackson.databind.node.ObjectNode;

/** The municipality's officials say who else may open the dossier. */
final class OfficialEndpoints {
    /** As many as a town hall may need; each of them can read everything. */
    private static final int MOST_OFFICIALS = 8;

    private final Dossiers dossiers;
    private final DossierAccess dossierAccess;
    private final Clock clock;

    OfficialEndpoints(Dossiers dossiers, DossierAccess dossierAccess, Clock clock) {
        this.dossiers = dossiers;
        this.dossierAccess = dossierAccess;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("POST /api/dossiers/{id}/officials", this::add)
                .open("DELETE /api/dossiers/{id}/officials/{official}", this::remove);
    }

    private Response add(Request request) {
        ObjectNode form = FormReader.read(
                request.json(), true, fields -> fields.mail("mail", "Geben Sie die E-Mail-Adresse der Person an."));
        Official official = Official.named(form.path("mail").asString());
        dossiers.retrying(() -> {
            DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
            Dossier before = opened.dossier();
            if (before.officials().containsKey(official.key())) {
                return Change.none(before);
            }
            var _ = requireRunning(before);
            Dossier after = before.joinedBy(official, opened.by(), clock.instant());
            if (after.officials().size() > MOST_OFFICIALS) {
                throw Problem.invalid("mail", "Höchstens " + MOST_OFFICIALS + " Personen sind möglich.");
            }
            if (after.team().invited() > Dossier.MOST_INVITED) {
                throw tooManyInvited("mail");
            }
            return new Change(before, after, AlsoWritten.mails(ApplicationMails.invited(List.of(official), after)));
        });
        return Response.ok();
    }

    private Response remove(Request request) {
        String official = request.path("official");
        dossiers.retrying(() -> {
            DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
            Dossier before = opened.dossier();
            if (!before.officials().containsKey(official)) {
                return Change.none(before);
            }
            if (official.equals(opened.by())) {
                throw Problem.invalid(
                        "official", "Sich selbst können Sie nicht entfernen. Bitten Sie eine andere Person darum.");
            }
            return new Change(before, before.leftBy(official, opened.by(), clock.instant()), AlsoWritten.NONE);
        });
        return Response.ok();
    }

    /** In one that ended nobody reads any more. */
    static Dossier requireRunning(Dossier dossier) {
        if (dossier.state().isOver()) {
            throw Problem.conflict(
                    "beendet",
                    "Der Vorgang ist beendet",
                    "Hier lässt sich nichts mehr schreiben und niemand mehr hinzufügen. Ist noch etwas offen, antworten Sie bitte auf eine unserer E-Mails.");
        }
        return dossier;
    }

    static Problem tooManyInvited(String field) {
        return Problem.invalid(
                field,
                "Für diesen Antrag wurden schon zu viele Adressen angeschrieben. Bitte schreiben Sie uns eine Nachricht.");
    }
}
