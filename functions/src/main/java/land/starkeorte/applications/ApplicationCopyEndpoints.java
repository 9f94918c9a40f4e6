package land.starkeorte.applications;

import java.time.Duration;
import java.util.Optional;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.http.Link;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.pdf.PaperArchive;

/** The paper of what was sent, for whoever may open the dossier and nobody else. */
final class ApplicationCopyEndpoints {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final ApplicationCopies copies;
    private final DossierAccess dossierAccess;
    private final PaperArchive archive;

    ApplicationCopyEndpoints(ApplicationCopies copies, DossierAccess dossierAccess, PaperArchive archive) {
        this.copies = copies;
        this.dossierAccess = dossierAccess;
        this.archive = archive;
    }

    Routes routes() {
        return Routes.NONE.open("GET /api/dossiers/{id}/copies/{number}", this::link);
    }

    private Response link(Request request) {
        String dossier = dossierAccess.visitor(request).dossier();
        String number = request.path("number");
        String paper = Optional.of(number)
                .filter(typed -> typed.matches("[1-9][0-9]{0,3}"))
                .flatMap(typed -> copies.find(dossier, Integer.parseInt(typed)))
                .map(ApplicationCopy::paper)
                .orElseThrow(() -> Problem.notFound("Dieses PDF gibt es nicht, oder es wird gerade erst gemacht."));
        String name = number.equals("1") ? "Antrag.pdf" : "Antrag-Fassung-" + number + ".pdf";
        return Response.ok(new Link(archive.link(paper, name, "application/pdf", LINK_VALID)));
    }
}
