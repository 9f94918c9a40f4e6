package land.starkeorte.documents;

import java.util.EnumSet;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.preselection.PollAccess;

/** Who may do what with the documents of a dossier, and with a member's pictures. */
final class DocumentEndpoints {
    private static final EnumSet<FileType> DOCUMENTS = EnumSet.allOf(FileType.class);
    private static final EnumSet<FileType> PICTURES = EnumSet.of(FileType.JPEG, FileType.PNG);

    private final DocumentUploads uploads;
    private final DossierAccess dossierAccess;
    private final PollAccess pollAccess;

    DocumentEndpoints(DocumentUploads uploads, DossierAccess dossierAccess, PollAccess pollAccess) {
        this.uploads = uploads;
        this.dossierAccess = dossierAccess;
        this.pollAccess = pollAccess;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}/documents", this::list)
                .open("POST /api/dossiers/{id}/documents", this::announce)
                .open("GET /api/dossiers/{id}/documents/{document}", this::link)
                .open("DELETE /api/dossiers/{id}/documents/{document}", this::delete)
                .only(
                        "GET /api/founder/polls/{id}/documents",
                        request -> uploads.list(pollAccess.dossier(request)),
                        "founder")
                .only(
                        "GET /api/founder/polls/{id}/documents/{document}",
                        request -> uploads.link(pollAccess.dossier(request), request.path("document")),
                        "founder")
                .staff("GET /api/staff/dossiers/{id}/documents", this::listForStaff)
                .staff("GET /api/staff/dossiers/{id}/documents/{document}", this::linkForStaff)
                .only("GET /api/member/pictures", this::pictures, "member")
                .only("POST /api/member/pictures", this::announcePicture, "member")
                .only("DELETE /api/member/pictures/{document}", this::deletePicture, "member")
                .staff(
                        "GET /api/staff/members/{ags}/pictures",
                        request -> uploads.listLinked(MemberFolder.of(request.path("ags"))));
    }

    private Response list(Request request) {
        return uploads.list(dossierAccess.visitor(request).dossier());
    }

    private Response announce(Request request) {
        DossierAccess.AuthorizedOfficial visitor = open(request);
        return uploads.announce(visitor.dossier(), visitor.by(), DOCUMENTS, request);
    }

    private Response link(Request request) {
        return uploads.link(dossierAccess.visitor(request).dossier(), request.path("document"));
    }

    private Response delete(Request request) {
        DossierAccess.AuthorizedOfficial visitor = open(request);
        return uploads.delete(visitor.dossier(), request.path("document"), visitor.by());
    }

    private Response listForStaff(Request request) {
        return uploads.list(sent(request));
    }

    private Response linkForStaff(Request request) {
        return uploads.link(sent(request), request.path("document"));
    }

    private Response pictures(Request request) {
        return uploads.listLinked(own(request));
    }

    private Response announcePicture(Request request) {
        return uploads.announce(own(request), request.caller().id(), PICTURES, request);
    }

    private Response deletePicture(Request request) {
        return uploads.delete(
                own(request), request.path("document"), request.caller().id());
    }

    /** Whose folder it is the account says, never the request. */
    private static String own(Request request) {
        if (request.caller().ags().isEmpty()) {
            throw Problem.forbidden();
        }
        return MemberFolder.of(request.caller().ags());
    }

    private DossierAccess.AuthorizedOfficial open(Request request) {
        DossierAccess.AuthorizedOfficial visitor = dossierAccess.visitor(request);
        if (!visitor.open()) {
            throw Problem.conflict(
                    "entschieden",
                    "Der Vorgang ist abgeschlossen",
                    "Dokumente können nicht mehr hinzugefügt oder gelöscht werden.");
        }
        return visitor;
    }

    private String sent(Request request) {
        dossierAccess.requireSent(request.path("id"));
        return request.path("id");
    }
}
