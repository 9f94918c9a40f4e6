package land.starkeorte.backoffice;

import java.time.Instant;
import land.starkeorte.applications.ApplicationMails;
import land.starkeorte.applications.CorrectionView;
import land.starkeorte.applications.MessageForm;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The office asks a municipality to mend its answers, and reads what it changed. */
final class StaffCorrectionEndpoints {
    private final StaffDossiers dossiers;

    StaffCorrectionEndpoints(StaffDossiers dossiers) {
        this.dossiers = dossiers;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/dossiers/{id}/corrections/{correction}", this::mended)
                .staff("POST /api/staff/dossiers/{id}/correction", this::ask);
    }

    private Response mended(Request request) {
        return CorrectionView.of(dossiers.find(request), dossiers.all(), request);
    }

    private Response ask(Request request) {
        ObjectNode body = request.json();
        var fields = body.path("fields")
                .valueStream()
                .map(JsonNode::asString)
                .distinct()
                .sorted()
                .toList();
        if (fields.isEmpty() || !Correction.POSSIBLE.containsAll(fields)) {
            throw Problem.invalid("fields", "Wählen Sie mindestens eine Angabe aus, die berichtigt werden soll.");
        }
        String reason = FormReader.read(
                        body.deepCopy().without("fields"),
                        true,
                        form -> form.text(
                                "reason",
                                MessageForm.LONGEST,
                                "Schreiben Sie, was an den Angaben zu berichtigen ist und warum."))
                .path("reason")
                .asString();
        Instant now = dossiers.clock().instant();
        return dossiers.once(request, before -> {
            requirePossible(before);
            Dossier after = before.asked(new Correction(
                    before.corrections() + 1,
                    fields,
                    reason,
                    now,
                    request.caller().id(),
                    before.state(),
                    null,
                    null));
            return new Change(before, after, AlsoWritten.mails(ApplicationMails.asked(after)));
        });
    }

    private static void requirePossible(Dossier before) {
        if (!before.state().canBecome(DossierState.NEEDS_CORRECTION)) {
            throw Problem.conflict(
                    "nicht-moeglich",
                    "Eine Berichtigung ist gerade nicht möglich",
                    before.state() == DossierState.NEEDS_CORRECTION
                            ? "Es ist schon eine Berichtigung erbeten."
                            : "So weit der Vorgang ist, lassen sich die Angaben nicht mehr ändern.");
        }
        if (before.corrections() >= Correction.MOST) {
            throw Problem.refused(
                    "In diesem Vorgang wurde schon " + Correction.MOST
                            + "-mal um Berichtigung gebeten. Klären Sie das Übrige im Gespräch und halten Sie es als Notiz fest.");
        }
    }
}
