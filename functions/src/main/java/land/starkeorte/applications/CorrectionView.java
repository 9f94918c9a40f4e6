package land.starkeorte.applications;

import java.util.Optional;
import land.starkeorte.dossiers.AppliedCorrection;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import tools.jackson.databind.node.ObjectNode;

/** What a correction changed, by field. */
public record CorrectionView(ObjectNode before, ObjectNode after) {
    /** The one that the request names. */
    public static Response of(Dossier dossier, Dossiers dossiers, Request request) {
        String number = request.path("correction");
        return (number.matches("[1-9]\\d{0,3}")
                        ? dossiers.mended(dossier.id(), Integer.parseInt(number))
                        : Optional.<AppliedCorrection>empty())
                .map(mended -> Response.ok(new CorrectionView(mended.before(), mended.after())))
                .orElseThrow(() -> Problem.notFound("Diese Berichtigung gibt es nicht."));
    }
}
