package land.starkeorte.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Link;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.platform.Secrets;
import land.starkeorte.s3.UploadForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with files in a folder, whoever is allowed to; the files themselves never pass through here. */
final class DocumentUploads {
    static final int LARGEST = 25 * 1024 * 1024;

    private static final Duration UPLOAD_VALID = Duration.ofMinutes(10);
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final Documents documents;
    private final DocumentStorage storage;
    private final DocumentProcessing processing;
    private final Clock clock;

    DocumentUploads(Documents documents, DocumentStorage storage, Clock clock) {
        this.documents = documents;
        this.storage = storage;
        this.processing = new DocumentProcessing(documents, storage);
        this.clock = clock;
    }

    void prime() {
        var _ = documents.of("priming");
        var _ = storage.uploadForm("priming", FileType.PDF.type, 1, clock.instant(), UPLOAD_VALID);
        var _ = storage.link("priming", "priming.pdf", FileType.PDF.type, LINK_VALID);
    }

    private record Folder(List<DocumentView> documents, int most, int largest) {}

    Response list(String folder) {
        return Response.ok(
                new Folder(documents.of(folder).stream().map(DocumentView::of).toList(), Documents.MOST, LARGEST));
    }

    private record LinkedFolder(List<LinkedDocument> documents) {}

    /** @param url where it can be fetched; absent before it was checked */
    private record LinkedDocument(
            @JsonUnwrapped DocumentView document, @Nullable String url) {}

    /** The same, with links to what was checked. */
    Response listLinked(String folder) {
        return Response.ok(new LinkedFolder(documents.of(folder).stream()
                .map(document -> new LinkedDocument(
                        DocumentView.of(document),
                        document.state() == Document.State.ACCEPTED
                                ? storage.link(document.key(), document.name(), document.type(), LINK_VALID)
                                : null))
                .toList()));
    }

    /**
     * The same key gets the same document and a fresh form, so that a lost answer or a broken upload is simply tried again.
     *
     * @param by who sends it
     * @param kinds what may be sent
     */
    Response announce(String folder, String by, Set<FileType> kinds, Request request) {
        IdempotencyKey once = IdempotencyKey.of(request);
        AnnouncedUpload announced = announced(request, kinds);
        Instant now = clock.instant();
        String id = Secrets.derivedId("document\n" + folder + "\n" + once.key());
        Document document = Document.awaited(id, folder, announced.name(), announced.kind(), announced.size(), by, now);
        return switch (documents.add(document)) {
            case DONE -> form(document, now);
            case THERE_ALREADY -> {
                Document known = documents
                        .find(folder, id)
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

    /** @param upload where to send it; absent once it was sent */
    private record Announced(DocumentView document, UploadForm.@Nullable Ordered upload) {}

    private Response form(Document document, Instant now) {
        boolean awaited = document.state() == Document.State.AWAITED;
        return Response.created(new Announced(
                DocumentView.of(document),
                awaited
                        ? storage.uploadForm(document.key(), document.type(), document.size(), now, UPLOAD_VALID)
                                .ordered()
                        : null));
    }

    /** Only what was checked and scanned ever gets a link. */
    Response link(String folder, String id) {
        Document document = documents
                .find(folder, id)
                .filter(found -> found.state() == Document.State.ACCEPTED)
                .orElseThrow(() -> Problem.notFound("Dieses Dokument gibt es nicht oder es ist noch nicht geprüft."));
        return Response.ok(new Link(storage.link(document.key(), document.name(), document.type(), LINK_VALID)));
    }

    Response delete(String folder, String id, String by) {
        documents.startDeleting(folder, id, by).ifPresent(processing::delete);
        return Response.ok();
    }

    private record AnnouncedUpload(String name, FileType kind, long size) {}

    private static AnnouncedUpload announced(Request request, Set<FileType> kinds) {
        ObjectNode form = FormReader.read(request.json(), true, fields -> {
            String name = fields.line("name", 150, "Geben Sie der Datei einen Namen.");
            String type = fields.line("type", 100, "Der Typ der Datei fehlt.");
            if (!type.isEmpty()
                    && FileType.of(type)
                            .filter(kinds::contains)
                            .filter(kind -> kind.fits(name))
                            .isEmpty()) {
                fields.refuse("type", "Erlaubt sind " + labels(kinds) + ", mit der passenden Endung.");
            }
            fields.number(
                    "size",
                    1,
                    LARGEST,
                    "Die Datei ist leer oder größer als 25 MB. Verkleinern Sie sie, zum Beispiel als PDF.");
        });
        String name = form.path("name").asString();
        return new AnnouncedUpload(
                // What a file system or a header could misunderstand.
                name.replaceAll("[\\\\/:*?\"<>|]", "_"),
                FileType.of(form.path("type").asString()).orElseThrow(),
                form.path("size").asLong(0));
    }

    private static String labels(Set<FileType> kinds) {
        return kinds.stream().sorted().map(kind -> kind.label).collect(Collectors.joining(", "));
    }
}
