package land.starkeorte.dossiers;

import java.util.List;
import java.util.Objects;
import land.starkeorte.applications.ApplicationForm;
import land.starkeorte.municipalities.Municipality;
import land.starkeorte.questionnaire.Salutation;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the other features may know of a dossier that was sent.
 *
 * @param reference as people read it, {@code ABCD-EFGH}
 * @param answers the cleaned form, see {@link ApplicationForm}
 * @param mails addresses of everybody who may open the dossier
 */
public record DossierSummary(
        String id,
        String reference,
        DossierState state,
        Municipality municipality,
        ObjectNode answers,
        List<String> mails) {
    /** How a mail to this address begins. */
    public String greeting(String mail) {
        return Salutation.of(answers, mail);
    }

    static DossierSummary of(Dossier dossier) {
        return new DossierSummary(
                dossier.id(),
                Dossier.readable(Objects.requireNonNull(dossier.reference())),
                dossier.state(),
                dossier.municipality(),
                dossier.answers(),
                dossier.officials().values().stream().map(Official::mail).toList());
    }
}
