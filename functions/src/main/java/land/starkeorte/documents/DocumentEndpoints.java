package land.starkeorte.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.applications.Doors;
import land.starkeorte.forms.Fields;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Once;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.preselection.Electorate;
import land.starkeorte.s3.UploadForm;
import tools.jackson.databind.node.ObjectNode;

/** Announcing, listing, saving and deleting documents; the files themselves never pass through here. */
final class DocumentEndpoints {
    static final int LARGEST = 25 * 1024 * 1024;

    private static final Duration UPLOAD_VALID = Duration.ofMinutes(10);
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final Documents documents;
    private final Files files;
    private final Intake intake;
    private final Doors doors;
    private final Electorate electorate;
    private final Clock clock;

    DocumentEndpoints(Documents documents, Files files, Doors doors, Electorate electorate, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.intake = new Intake(documents, files);
        this.doors = doors;
        this.electorate = electorate;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        Endpoint listForStaff = this::listForStaff;
        Endpoint linkForStaff = this::linkForStaff;
        return Map.of(
                "GET /api/dossiers/{id}/documents",
                this::list,
                "POST /api/dossiers/{id}/documents",
                this::announce,
                "GET /api/dossiers/{id}/documents/{document}",
                this::link,
                "DELETE /api/dossiers/{id}/documents/{document}",
                this::delete,
                "GET /api/founder/polls/{id}/documents",
                request -> listed(electorate.dossier(request)),
                "GET /api/founder/polls/{id}/documents/{document}",
                request -> linked(electorate.dossier(request), request),
                "GET /api/staff/dossiers/{id}/documents",
                listForStaff.onlyFor("staff"),
                "GET /api/staff/dossiers/{id}/documents/{document}",
                linkForStaff.onlyFor("staff"));
    }

    void prime() {
        var _ = documents.of("priming");
        var _ = files.uploadForm("priming", Kind.PDF.type, 1, clock.instant(), UPLOAD_VALID);
        var _ = files.link("priming", "priming.pdf", Kind.PDF.type, LINK_VALID);
    }

    private Response list(Request request) {
        Doors.Visitor visitor = doors.visitor(request);
        return listed(visitor.dossier());
    }

    private Response listForStaff(Request request) {
        return listed(sent(request));
    }

    private Response listed(String dossier) {
        return Response.ok(Map.of(
                "documents",
                documents.of(dossier).stream().map(DocumentEndpoints::view).toList(),
                "most",
                Documents.MOST,
                "largest",
                LARGEST));
    }

    /** The same key gets the same document and a fresh form, so that a lost answer or a broken upload is simply tried again. */
    private Response announce(Request request) {
        Doors.Visitor visitor = open(request);
        Once once = Once.of(request);
        Announced announced = announced(request);
        Instant now = clock.instant();
        String id = Secrets.id("document\n" + visitor.dossier() + "\n" + once.key());
        Document document = Document.awaited(
                id, visitor.dossier(), announced.name(), announced.kind(), announced.size(), visitor.by(), now);
        return switch (documents.add(document)) {
            case DONE -> form(document, now);
            case THERE_ALREADY -> {
                Document known = documents
                        .find(visitor.dossier(), id)
                        .orElseThrow(() -> Problem.notFound("Dieses Dokument wurde gelöscht."));
                if (!known.name().equals(document.name()) || known.size() != document.size()) {
                    throw Problem.invalid(
                            "Idempotency-Key",
                            "Dieser Schlüssel gehört zu einer anderen Datei. Laden Sie die Seite neu.");
                }
                yield form(known, now);
            }
            case FULL ->
                throw Problem.invalid(
                        "name",
                        "Höchstens " + Documents.MOST
                                + " Dokumente sind möglich. Löschen Sie eines, das nicht mehr gebraucht wird.");
        };
    }

    private Response form(Document document, Instant now) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("document", view(document));
        if (document.state() == Document.State.AWAITED) {
            UploadForm form = files.uploadForm(document.key(), document.type(), document.size(), now, UPLOAD_VALID);
            answer.put("upload", form.view());
        }
        return Response.created(answer);
    }

    private Response link(Request request) {
        return linked(doors.visitor(request).dossier(), request);
    }

    private Response linkForStaff(Request request) {
        return linked(sent(request), request);
    }

    /** Only what was checked and scanned ever gets a link. */
    private Response linked(String dossier, Request request) {
        Document document = documents
                .find(dossier, request.path("document"))
                .filter(found -> found.state() == Document.State.ACCEPTED)
                .orElseThrow(() -> Problem.notFound("Dieses Dokument gibt es nicht oder es ist noch nicht geprüft."));
        return Response.ok(Map.of("url", files.link(document.key(), document.name(), document.type(), LINK_VALID)));
    }

    private Response delete(Request request) {
        Doors.Visitor visitor = open(request);
        while (true) {
            Document before =
                    documents.find(visitor.dossier(), request.path("document")).orElse(null);
            if (before == null) {
                return Response.ok(Map.of());
            }
            Document going = before.state() == Document.State.DELETING ? before : before.deleting();
            if (going.equals(before) || documents.startDeleting(before, going, visitor.by())) {
                intake.delete(going);
                return Response.ok(Map.of());
            }
        }
    }

    private record Announced(String name, Kind kind, long size) {}

    private static Announced announced(Request request) {
        ObjectNode form = Fields.read(request.json(), true, fields -> {
            String name = fields.line("name", 150, "Geben Sie der Datei einen Namen.");
            String type = fields.line("type", 100, "Der Typ der Datei fehlt.");
            if (!type.isEmpty() && Kind.of(type).filter(kind -> kind.fits(name)).isEmpty()) {
                fields.refuse(
                        "type", "Erlaubt sind PDF, JPEG, PNG, DOCX, XLSX, ODT und ODS, mit der passenden Endung.");
            }
            fields.number(
                    "size",
                    1,
                    LARGEST,
                    "Die Datei ist leer oder größer als 25 MB. Verkleinern Sie sie, zum Beispiel als PDF.");
        });
        String name = form.path("name").asString();
        return new Announced(
                // What a file system or a header could misunderstand.
                name.replaceAll("[\\\\/:*?\"<>|]", "_"),
                Kind.of(form.path("type").asString()).orElseThrow(),
                form.path("size").asLong());
    }

    private Doors.Visitor open(Request request) {
        Doors.Visitor visitor = doors.visitor(request);
        if (!visitor.open()) {
            throw Problem.conflict(
                    "entschieden",
                    "Der Vorgang ist abgeschlossen",
                    "Dokumente können nicht mehr hinzugefügt oder gelöscht werden.",
                    Map.of());
        }
        return visitor;
    }

    private String sent(Request request) {
        doors.requireSent(request.path("id"));
        return request.path("id");
    }

    private static Map<String, ?> view(Document document) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", document.id());
        view.put("name", document.name());
        view.put("kind", Kind.of(document.type()).orElseThrow().label);
        view.put("size", document.size());
        view.put("state", document.state());
        view.put("addedAt", document.addedAt().toString());
        if (document.refusal() != null) {
            view.put("refusal", document.refusal().text);
        }
        return view;
    }
}
