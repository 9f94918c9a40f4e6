package land.starkeorte.recordings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.s3.CompositeChecksum;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The office's browser sends files in parts straight to the store. What has arrived only the store knows, so that a page that
 * was reloaded, or another computer, goes on where the first stopped. Each part is signed with its checksum: the store takes
 * nothing else in its place.
 */
final class UploadEndpoints {
    /** A part through a line of 1 Mbit/s takes two minutes. */
    private static final Duration VALID = Duration.ofHours(1);

    /** As many as are asked for at once. */
    private static final int AT_ONCE = 20;

    private final Recordings recordings;
    private final RecordingStorage storage;
    private final ContentType contentType = new ContentType();
    private final IdempotentWriter writer;

    UploadEndpoints(Recordings recordings, RecordingStorage storage, IdempotentWriter writer) {
        this.recordings = recordings;
        this.storage = storage;
        this.writer = writer;
    }

    Routes routes() {
        String files = " /api/staff/recordings/{recording}/files/{kind}";
        return Routes.NONE
                .staff("POST" + files, this::begin)
                .staff("DELETE" + files, this::forget)
                .staff("POST" + files + "/parts", this::sign)
                .staff("POST" + files + "/completion", this::complete);
    }

    /** Begins, or goes on with the same file; another takes the place of what is there. */
    private Response begin(Request request) {
        MediaFile.Kind kind = kind(request);
        AnnouncedFile wanted = AnnouncedFile.read(request.json(), kind);
        return writer.retrying(() -> {
            Recording before = StaffRecordingEndpoints.find(recordings, request);
            Optional<MediaFile> there = Optional.ofNullable(before.material(kind))
                    .filter(file -> file.state() == MediaFile.State.ARRIVING && wanted.isOf(file));
            if (there.isPresent()) {
                MediaFile file = there.get();
                var arrived = storage.parts(file.incoming(before.id()), file.upload());
                if (arrived.isPresent()) {
                    return new Planned<>(Transaction.NONE, Response.ok(view(file, arrived.get())));
                }
            }
            String id = Secrets.id();
            MediaFile fresh = wanted.arriving(id, "");
            String upload = storage.begin(fresh.incoming(before.id()), wanted.type());
            fresh = wanted.arriving(id, upload);
            return new Planned<>(recordings.put(before.with(fresh)), Response.ok(view(fresh, List.of())));
        });
    }

    /** @param partSize bytes of all parts but the last; {@code parts} have arrived */
    private record Upload(String file, long partSize, List<ArrivedPart> parts) {}

    private record ArrivedPart(int number, long size, String sha256) {}

    private static Upload view(MediaFile file, List<RecordingStorage.Part> parts) {
        return new Upload(
                file.id(),
                file.partSize(),
                parts.stream()
                        .map(part -> new ArrivedPart(part.number(), part.size(), part.sha256()))
                        .toList());
    }

    private record SignedParts(List<SignedPart> parts) {}

    private record SignedPart(int number, String url) {}

    private Response sign(Request request) {
        Recording recording = StaffRecordingEndpoints.find(recordings, request);
        ObjectNode typed = request.json();
        MediaFile file = arriving(recording, request, typed);
        var wanted = new ArrayList<SignedPart>();
        JsonNode parts = typed.path("parts");
        if (!parts.isArray() || parts.isEmpty() || parts.size() > AT_ONCE) {
            throw Problem.invalid("parts", "Zwischen 1 und " + AT_ONCE + " Teile lassen sich auf einmal anfragen.");
        }
        for (JsonNode part : parts) {
            int number = FormReader.whole(part, "number");
            String sha256 = part.path("sha256").asString("");
            if (number < 1 || number > file.parts() || !isSha256(sha256)) {
                throw Problem.invalid("parts", "Ein Teil hat keine gültige Nummer oder Prüfsumme.");
            }
            wanted.add(new SignedPart(
                    number, storage.partUrl(file.incoming(recording.id()), file.upload(), number, sha256, VALID)));
        }
        return Response.ok(new SignedParts(wanted));
    }

    private static boolean isSha256(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == 32;
        } catch (IllegalArgumentException otherwise) {
            return false;
        }
    }

    /** All parts become one file, when they are all there and are what the browser has sent. */
    private Response complete(Request request) {
        ObjectNode typed = request.json();
        return writer.retrying(() -> {
            Recording before = StaffRecordingEndpoints.find(recordings, request);
            Optional<MediaFile> done = Optional.ofNullable(before.material(kind(request)))
                    .filter(file -> file.id().equals(typed.path("file").asString(""))
                            && file.state() != MediaFile.State.ARRIVING);
            if (done.isPresent()) {
                return new Planned<>(Transaction.NONE, Response.ok());
            }
            MediaFile file = arriving(before, request, typed);
            String key = file.incoming(before.id());
            String expected = typed.path("checksum").asString("");
            Optional<List<RecordingStorage.Part>> parts = storage.parts(key, file.upload());
            if (parts.isPresent()) {
                requireAll(file, parts.get(), expected);
                storage.complete(key, file.upload(), parts.get());
            }
            // Where the upload is gone, an answer that was lost has made the file; or nothing is there.
            byte[] beginning = storage.beginning(key, ContentType.ENOUGH)
                    .orElseThrow(() -> Problem.refused(
                            "Die hochgeladenen Teile gibt es nicht mehr. Laden Sie die Datei noch einmal hoch."));
            if (!contentType.is(file.type(), beginning)) {
                throw Problem.invalid(
                        "file",
                        file.kind() == MediaFile.Kind.VIDEO
                                ? "Das ist kein Video als MP4 oder WebM, auch wenn die Datei so heißt. Wählen Sie eine andere."
                                : "Das ist kein PDF, auch wenn die Datei so heißt. Wählen Sie eine andere.");
            }
            return new Planned<>(recordings.put(before.with(file.arrived(expected))), Response.ok());
        });
    }

    private static void requireAll(MediaFile file, List<RecordingStorage.Part> parts, String expected) {
        boolean whole = parts.size() == file.parts();
        for (int i = 0; whole && i < parts.size(); i++) {
            RecordingStorage.Part part = parts.get(i);
            whole = part.number() == i + 1 && part.size() == file.sizeOf(i + 1);
        }
        if (!whole
                || !CompositeChecksum.ofParts(parts.stream()
                                .map(RecordingStorage.Part::sha256)
                                .toList())
                        .equals(expected)) {
            throw Problem.conflict(
                    "unvollstaendig",
                    "Noch nicht alles ist da",
                    "Einzelne Teile fehlen oder sind andere. Wählen Sie die Datei noch einmal aus; was da ist, bleibt.");
        }
    }

    /** What lies there goes with the archive's next round; what is on its way is forgotten now. */
    private Response forget(Request request) {
        MediaFile.Kind kind = kind(request);
        return writer.retrying(() -> {
            Recording before = StaffRecordingEndpoints.find(recordings, request);
            MediaFile file = before.material(kind);
            if (file == null) {
                return new Planned<>(Transaction.NONE, Response.ok());
            }
            if (file.state() == MediaFile.State.ARRIVING) {
                storage.abort(file.incoming(before.id()), file.upload());
            }
            return new Planned<>(recordings.put(before.without(kind)), Response.ok());
        });
    }

    private static MediaFile arriving(Recording recording, Request request, ObjectNode typed) {
        return Optional.ofNullable(recording.material(kind(request)))
                .filter(file -> file.state() == MediaFile.State.ARRIVING
                        && file.id().equals(typed.path("file").asString("")))
                .orElseThrow(
                        () -> Problem.refused(
                                "Inzwischen wird eine andere Datei hochgeladen. Laden Sie die Seite neu, um den Stand zu sehen."));
    }

    private static MediaFile.Kind kind(Request request) {
        return MediaFile.Kind.of(request.path("kind")).orElseThrow(StaffRecordingEndpoints::unknown);
    }
}
