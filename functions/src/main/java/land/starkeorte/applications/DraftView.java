package land.starkeorte.applications;

import java.util.List;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.http.FieldError;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application while it is written, and after it was sent.
 *
 * @param missing what a complete one would still need; nothing once it was sent
 * @param reference empty before it was sent
 */
record DraftView(
        String id, DossierState state, int version, ObjectNode answers, List<FieldError> missing, String reference) {
    static DraftView of(Dossier dossier) {
        String reference = dossier.reference();
        return new DraftView(
                dossier.id(),
                dossier.state(),
                dossier.version(),
                dossier.answers(),
                missing(dossier),
                reference == null ? "" : Dossier.readable(reference));
    }

    static List<FieldError> missing(Dossier dossier) {
        return dossier.state() == DossierState.DRAFT ? ApplicationForm.missing(dossier.answers()) : List.of();
    }
}
