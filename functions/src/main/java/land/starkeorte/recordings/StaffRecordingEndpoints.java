package land.starkeorte.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** The office describes recordings, files who has agreed, releases them and takes them back. */
final class StaffRecordingEndpoints {
    /** The office looks into what it has, not at all of it. */
    static final Duration LOOKING = Duration.ofHours(1);

    private final Recordings recordings;
    private final RecordingStorage storage;
    private final EventDirectory programme;
    private final IdempotentWriter writer;
    private final Period retention;
    private final Clock clock;

    StaffRecordingEndpoints(
            Recordings recordings,
            RecordingStorage storage,
            EventDirectory programme,
            IdempotentWriter writer,
            Period retention,
            Clock clock) {
        this.recordings = recordings;
        this.storage = storage;
        this.programme = programme;
        this.writer = writer;
        this.retention = retention;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/recordings", this::list)
                .staff("POST /api/staff/recordings", this::create)
                .staff("GET /api/staff/recordings/{recording}", this::read)
                .staff("PUT /api/staff/recordings/{recording}", this::write)
                .staff("DELETE /api/staff/recordings/{recording}", this::delete)
                .staff("POST /api/staff/recordings/{recording}/release", this::release)
                .staff("DELETE /api/staff/recordings/{recording}/release", this::withhold);
    }

    /** @param events of which there may be a recording */
    private record RecordingList(List<RecordingView.Staff> recordings, List<EventDirectory.Date> events) {}

    private record Created(String id) {}

    /** With links to what is there. */
    private record Opened(
            @JsonUnwrapped RecordingView.Staff recording,
            @JsonUnwrapped RecordingView.Contents contents) {}

    private Response list(Request request) {
        Instant now = clock.instant();
        return Response.ok(new RecordingList(
                recordings.all().stream()
                        .filter(recording -> !recording.isDeleting())
                        .sorted(Comparator.comparing((Recording recording) ->
                                        recording.event().start())
                                .reversed())
                        .map(recording -> RecordingView.Staff.of(recording, retention, now))
                        .toList(),
                programme.all().stream().sorted(nearestFirst(now)).toList()));
    }

    /** What was yesterday is what somebody has a recording of; of two as near as each other it is the one that is over. */
    private static Comparator<EventDirectory.Date> nearestFirst(Instant now) {
        return Comparator.comparing((EventDirectory.Date date) ->
                        Duration.between(date.start(), now).abs())
                .thenComparing(EventDirectory.Date::start);
    }

    private Response create(Request request) {
        ObjectNode typed = request.json();
        EventDirectory.Date event = programme
                .find(typed.path("event").asString(""))
                .orElseThrow(() -> Problem.invalid("event", "Wählen Sie eine veröffentlichte Veranstaltung."));
        typed.remove("event");
        Recording.Details details = details(typed);
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Recording recording = Recording.of(Secrets.id(), details, event);
            return new Planned<>(recordings.put(recording), Response.created(new Created(recording.id())));
        });
    }

    private Response read(Request request) {
        Recording recording = recording(request);
        List<MediaFile> there = recording.materials().stream()
                .filter(file -> file.state() == MediaFile.State.ARRIVED || file.state() == MediaFile.State.ARCHIVED)
                .toList();
        return Response.ok(new Opened(
                RecordingView.Staff.of(recording, retention, clock.instant()),
                RecordingView.Contents.of(recording, there, recordings, storage, LOOKING)));
    }

    private Response write(Request request) {
        ObjectNode typed = request.json();
        int version = FormReader.whole(typed, "version");
        typed.remove("version");
        Recording.Details details = details(typed);
        return writer.retrying(() -> {
            Recording before = recording(request);
            if (before.details().equals(details)) {
                return new Planned<>(Transaction.NONE, Response.ok());
            }
            if (version != before.version()) {
                throw Problem.stale("Die Aufzeichnung");
            }
            return new Planned<>(recordings.put(before.written(details)), Response.ok());
        });
    }

    /** Only with everybody's consent on file. */
    private Response release(Request request) {
        return change(request, recording -> {
            if (recording.details().speakers().isEmpty()) {
                throw Problem.refused("Tragen Sie zuerst ein, wer zu sehen oder zu hören ist, mit der Einwilligung.");
            }
            if (!recording.isConsented()) {
                throw Problem.refused("Es fehlt die Einwilligung von "
                        + recording.missingConsents().stream()
                                .map(Speaker::name)
                                .collect(Collectors.joining(", "))
                        + ". Vorher darf niemand die Aufzeichnung sehen.");
            }
            return recording.released(true);
        });
    }

    private Response withhold(Request request) {
        return change(request, recording -> recording.released(false));
    }

    /** Nobody sees it from now on; its files go with the archive's next round, which alone may delete. */
    private Response delete(Request request) {
        return change(request, Recording::markedForDeletion);
    }

    private Response change(Request request, UnaryOperator<Recording> how) {
        return writer.retrying(() -> {
            Recording before = recording(request);
            Recording after = how.apply(before);
            return new Planned<>(after.equals(before) ? Transaction.NONE : recordings.put(after), Response.ok());
        });
    }

    private Recording recording(Request request) {
        return find(recordings, request);
    }

    static Recording find(Recordings recordings, Request request) {
        return recordings
                .find(request.path("recording"))
                .filter(recording -> !recording.isDeleting())
                .orElseThrow(StaffRecordingEndpoints::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("Diese Aufzeichnung gibt es nicht.");
    }

    private Recording.Details details(ObjectNode typed) {
        return RecordingForm.read(typed, GermanFormat.dayOf(clock.instant()));
    }
}
