package land.starkeorte.recordings;

import java.util.Locale;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import land.starkeorte.webvtt.VttFault;
import land.starkeorte.webvtt.WebVtt;
import tools.jackson.databind.node.ObjectNode;

/** The office writes captions and chapters. */
final class TrackEndpoints {
    private final Recordings recordings;
    private final IdempotentWriter writer;

    TrackEndpoints(Recordings recordings, IdempotentWriter writer) {
        this.recordings = recordings;
        this.writer = writer;
    }

    Routes routes() {
        return Routes.NONE
                .staff("PUT /api/staff/recordings/{recording}/tracks/{track}", this::write)
                .staff("DELETE /api/staff/recordings/{recording}/tracks/{track}", this::remove);
    }

    private Response write(Request request) {
        Track.Kind kind = track(request);
        String vtt = text(kind, request.json());
        return writer.retrying(() -> {
            Recording before = StaffRecordingEndpoints.find(recordings, request);
            Track now = recordings.track(before.id(), kind);
            return new Planned<>(
                    now.vtt().equals(vtt)
                            ? Transaction.NONE
                            : recordings.put(before.with(kind, true)).and(recordings.put(before.id(), now.saying(vtt))),
                    Response.ok());
        });
    }

    private Response remove(Request request) {
        Track.Kind kind = track(request);
        return writer.retrying(() -> {
            Recording before = StaffRecordingEndpoints.find(recordings, request);
            Track now = recordings.track(before.id(), kind);
            return new Planned<>(
                    now.version() == 0
                            ? Transaction.NONE
                            : recordings.put(before.with(kind, false)).and(recordings.remove(before.id(), now)),
                    Response.ok());
        });
    }

    private static Track.Kind track(Request request) {
        return Track.Kind.of(request.path("track")).orElseThrow(StaffRecordingEndpoints::unknown);
    }

    /** The text as it is kept; a 422 names the first line that is wrong. */
    private static String text(Track.Kind kind, ObjectNode typed) {
        String vtt = typed.path("vtt").asString("");
        WebVtt.Checked checked = switch (kind) {
            case CAPTIONS -> WebVtt.captions(vtt);
            case CHAPTERS -> WebVtt.chapters(vtt);
        };
        return switch (checked) {
            case WebVtt.Valid(String text) -> text;
            case WebVtt.Faulty(var faults) -> throw Problem.invalid("vtt", words(faults.getFirst()));
        };
    }

    private static String words(VttFault fault) {
        String words = words(fault.reason());
        return fault.line() == 0 ? words : String.format(Locale.ROOT, "Zeile %d: %s", fault.line(), words);
    }

    private static String words(VttFault.Reason reason) {
        return switch (reason) {
            case TOO_LONG -> "Die Datei ist zu groß; erlaubt sind 350 KB. Teilen Sie die Aufzeichnung.";
            case NOT_UTF_8 -> "Die Datei ist kein Text in UTF-8. Speichern Sie sie mit dieser Kodierung.";
            case NO_CUE -> "Die Datei enthält keinen einzigen Eintrag.";
            case UNREADABLE_CHARACTER ->
                "Hier steht ein Zeichen, das niemand sieht oder das die Leserichtung umkehrt. Tippen Sie die Zeile neu.";
            case NO_HEADER -> "Die Datei muss mit der Zeile WEBVTT beginnen. Speichern Sie die Untertitel als WebVTT.";
            case NO_BLANK_AFTER_HEADER -> "Nach WEBVTT muss eine leere Zeile stehen.";
            case NO_BLANK_BEFORE_TIMES -> "Vor den nächsten Zeiten fehlt eine leere Zeile.";
            case NO_TIMES -> "Hier müssen die Zeiten stehen, zum Beispiel 00:01:05.000 --> 00:01:09.500.";
            case TIMES_UNREADABLE -> "Die Zeiten sind nicht lesbar. So stehen sie: 00:01:05.000 --> 00:01:09.500.";
            case TIME_UNREADABLE -> "Die Zeit ist nicht lesbar. So steht sie: 00:01:05.000.";
            case COMMA_IN_TIME ->
                "Vor den Tausendsteln steht ein Punkt, kein Komma: 00:01:05.000. Mit Komma ist es SRT.";
            case END_BEFORE_START -> "Das Ende liegt nicht nach dem Beginn.";
            case EARLIER_THAN_BEFORE -> "Die Zeit liegt vor der des Eintrags davor.";
            case NO_TEXT -> "Zu diesen Zeiten fehlt der Text.";
            case STYLE_LOADS ->
                "Aussehen darf nichts von anderswo laden: Hier dürfen kein url, image, @, \\ und kein Kommentar stehen.";
            case TITLE_OF_LINES -> "Der Titel eines Kapitels hat nur eine Zeile.";
            case CHAPTERS_OVERLAP -> "Das Kapitel beginnt, bevor das vorige endet.";
        };
    }
}
