package land.starkeorte.recordings;

import static land.starkeorte.testing.ShiftedDates.told;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.store.Store;
import land.starkeorte.tasks.TaskFunctions;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestTables;
import tools.jackson.databind.JsonNode;

/** An event that takes place on 9 December 2026 until 16:30, and everybody who has to do with its recording. */
final class RecordingFixture {
    final DossierFixture dossiers;
    final MemoryRecordingStorage storage;
    final List<String> members = new ArrayList<>(List.of("a@gemeinde.example", "b@gemeinde.example"));
    final LambdaFunction desk;
    final LambdaFunction library;
    final String event;

    private final RecordingSettings settings;
    private final LambdaFunction events;

    RecordingFixture() {
        this(new TestTables());
    }

    RecordingFixture(TestTables own) {
        dossiers = new DossierFixture(own);
        storage = new MemoryRecordingStorage(dossiers.clock()::instant);
        settings = new RecordingSettings(own.table("RecordingsTable"), "recordings", "5");
        Store tables = dossiers.tables().store();
        String eventsTable = dossiers.tables().table("EventsTable");
        events = ParticipantFunctions.serve(
                new EventSettings(
                        eventsTable,
                        dossiers.tables().table("RegistrationsTable"),
                        dossiers.tables().table("OutboxTable"),
                        "https://starke-orte.example"),
                BookingCharges.NONE,
                tables,
                dossiers.clock());
        desk = RecordingFunctions.collect(
                new UploadSettings(settings, eventsTable),
                storage,
                EventFunctions.programme(tables.table(eventsTable)),
                tables,
                dossiers.clock());
        library = RecordingFunctions.lend(
                new LibrarySettings(settings, dossiers.tables().table("AccountsTable")),
                storage,
                tables,
                dossiers.clock());
        event = event(told("2026-12-09T15:00"), told("2026-12-09T16:30"));
    }

    private String event(String start, String end) {
        var typed = new HashMap<String, Object>(Map.of(
                "version", 0,
                "kind", "MEETUP",
                "title", "Treffen",
                "text", "Über Leerstand.",
                "start", start,
                "end", end,
                "link", "https://video.example/raum",
                "audience", "PUBLIC",
                "contact", "mitarbeit@starke-orte.example",
                "capacity", 0));
        typed.putAll(Map.of("programme", "", "place", "", "price", "", "topics", Map.of("VACANCY", true)));
        typed.putAll(Map.of("limit", 0, "opens", "", "closes", "", "cancelBy", "", "needs", false, "questions", ""));
        String id = office(events, "POST", "/api/staff/events", dossiers.json(typed))
                .body()
                .path("id")
                .asString();
        office(events, "POST", "/api/staff/events/" + id + "/publication", "{}");
        return id;
    }

    /** Something that took place before the network had this. */
    String pastEvent(String title, String start, String end) {
        var typed = new HashMap<String, Object>(Map.of("version", 0, "kind", "MEETUP", "title", title, "text", "x"));
        typed.putAll(Map.of("start", start, "end", end, "place", "Rathaus", "audience", "PUBLIC", "past", true));
        typed.putAll(Map.of("contact", "mitarbeit@starke-orte.example", "capacity", 0, "limit", 0));
        String id = office(events, "POST", "/api/staff/events", dossiers.json(typed))
                .body()
                .path("id")
                .asString();
        office(events, "POST", "/api/staff/events/" + id + "/publication", "{\"past\":true}");
        return id;
    }

    void cancelEvent() {
        office(events, "POST", "/api/staff/events/" + event + "/cancellation", "{\"reason\":\"Krank\"}");
    }

    Answer office(LambdaFunction function, String method, String path, String body) {
        return dossiers.as("anna", "staff", "", function, method, path, body);
    }

    Answer desk(String method, String path, String body) {
        return office(desk, method, "/api/staff/recordings" + path, body);
    }

    Answer library(String path) {
        return dossiers.as("bert", "member", "12073008", library, "GET", "/api/member/recordings" + path, null);
    }

    /** With one speaker, who has agreed. */
    String recorded(String title) {
        return desk(
                        "POST",
                        "",
                        details(title, told("2026-11-20"), "").replaceFirst("\\{", "{\"event\":\"" + event + "\","))
                .body()
                .path("id")
                .asString();
    }

    String details(String title, String consentOn, String keepUntil) {
        return dossiers.json(Map.of(
                "title",
                title,
                "text",
                "Worum es ging.",
                "keepUntil",
                keepUntil,
                "speakers",
                List.of(Map.of(
                        "name",
                        "Rosa Blum",
                        "office",
                        "Amt Blumenau",
                        "consentOn",
                        consentOn,
                        "consentIn",
                        consentOn.isEmpty() ? "" : "Ordner 3"))));
    }

    Answer write(String recording, String details) {
        int version = desk("GET", "/" + recording, null).body().path("version").asInt();
        return desk("PUT", "/" + recording, details.replaceFirst("\\{", "{\"version\":" + version + ","));
    }

    /** Released, with a video of one part. */
    String uploaded(String title) {
        String id = recorded(title);
        upload(id, "video", "video/webm", UploadParts.webm(1000));
        desk("POST", "/" + id + "/release", null);
        return id;
    }

    void upload(String recording, String kind, String type, byte[] file) {
        JsonNode begun = begin(recording, kind, type, file).body();
        for (int number = 1; number <= UploadParts.count(file); number++) {
            send(recording, kind, begun.path("file").asString(), file, number);
        }
        complete(recording, kind, begun.path("file").asString(), file);
    }

    Answer begin(String recording, String kind, String type, byte[] file) {
        return desk(
                "POST",
                "/" + recording + "/files/" + kind,
                dossiers.json(Map.of("name", "film.webm", "type", type, "size", String.valueOf(file.length))));
    }

    void send(String recording, String kind, String file, byte[] content, int number) {
        byte[] part = UploadParts.part(content, number);
        Answer signed = desk(
                "POST",
                "/" + recording + "/files/" + kind + "/parts",
                dossiers.json(Map.of(
                        "file", file, "parts", List.of(Map.of("number", number, "sha256", UploadParts.sha(part))))));
        storage.send(signed.body().at("/parts/0/url").asString(), part);
    }

    Answer complete(String recording, String kind, String file, byte[] content) {
        return desk(
                "POST",
                "/" + recording + "/files/" + kind + "/completion",
                dossiers.json(Map.of("file", file, "checksum", UploadParts.checksum(content))));
    }

    String state(String recording, String kind) {
        return desk("GET", "/" + recording, null)
                .body()
                .path(kind)
                .path("state")
                .asString();
    }

    void afterTheEvent() {
        dossiers.clock().pass(Duration.ofDays(17));
    }

    /** What the daily schedule does. */
    void archive() {
        archive(dossiers.tables().store());
    }

    void archive(Store tables) {
        var own = new ArchiveSettings(
                settings,
                dossiers.tables().table("EventsTable"),
                dossiers.tables().table("ApplicationsTable"),
                dossiers.tables().table("MembersTable"),
                dossiers.tables().table("OutboxTable"),
                "mitarbeit@starke-orte.example");
        Invoke.function(
                RecordingFunctions.archive(
                        own,
                        storage,
                        EventFunctions.programme(tables.table(own.eventsTable())),
                        TaskFunctions.tasks(tables.table(own.applicationsTable())),
                        () -> List.copyOf(new TreeSet<>(members)),
                        tables,
                        dossiers.clock()),
                new ByteArrayInputStream("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** What is still to do, in words. */
    List<String> openTasks() {
        return dossiers.asStaff("GET", "/api/staff/tasks", null)
                .body()
                .path("tasks")
                .valueStream()
                .map(task -> task.path("text").asString())
                .sorted()
                .toList();
    }
}
