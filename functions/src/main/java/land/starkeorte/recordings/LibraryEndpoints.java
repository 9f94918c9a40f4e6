package land.starkeorte.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;

/** What members watch; nobody else, and nobody who was one. */
final class LibraryEndpoints {
    /**
     * Whoever was given a link can use it for so long, whatever was taken back since. A download that has begun goes on, and
     * the page asks for a new link by itself.
     */
    static final Duration WATCHING = Duration.ofMinutes(5);

    private final Recordings recordings;
    private final RecordingStorage storage;
    private final Accounts accounts;
    private final Period retention;
    private final Clock clock;

    LibraryEndpoints(
            Recordings recordings, RecordingStorage storage, Accounts accounts, Period retention, Clock clock) {
        this.recordings = recordings;
        this.storage = storage;
        this.accounts = accounts;
        this.retention = retention;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .only("GET /api/member/recordings", this::list, "member", "founder")
                .only("GET /api/member/recordings/{recording}", this::watch, "member", "founder");
    }

    private record Library(List<RecordingView.Member> recordings) {}

    /** With links that open exactly its files. */
    private record Watchable(
            @JsonUnwrapped RecordingView.Member recording,
            @JsonUnwrapped RecordingView.Contents contents) {}

    private Response list(Request request) {
        requireMember(request);
        Instant now = clock.instant();
        return Response.ok(new Library(recordings.all().stream()
                .filter(recording -> recording.isShown(retention, now))
                .sorted(Comparator.comparing(
                                (Recording recording) -> recording.event().start())
                        .reversed())
                .map(RecordingView.Member::of)
                .toList()));
    }

    private Response watch(Request request) {
        requireMember(request);
        Recording recording = recordings
                .find(request.path("recording"))
                .filter(found -> found.isShown(retention, clock.instant()))
                .orElseThrow(StaffRecordingEndpoints::unknown);
        return Response.ok(new Watchable(
                RecordingView.Member.of(recording),
                RecordingView.Contents.of(recording, recording.archived(), recordings, storage, WATCHING)));
    }

    /** A token lives on for a while when its account was closed. */
    private void requireMember(Request request) {
        String ags = request.caller().ags();
        if (ags.isEmpty()
                || accounts.isClosed(MailAddresses.normal(request.caller().mail()), ags)) {
            throw Problem.forbidden();
        }
    }
}
