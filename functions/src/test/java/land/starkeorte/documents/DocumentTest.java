package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.preselection.PreselectionFunctions;
import land.starkeorte.preselection.PreselectionSettings;
import land.starkeorte.store.Store;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.Killable;
import land.starkeorte.testing.TestTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A document on its way from the browser into the dossier, whatever happens to the events and the functions. */
class DocumentTest {
    private final DossierFixture dossiers =
            new DossierFixture(tables -> PreselectionFunctions.consequences(voting(tables), tables.store()));
    private final String secret = Secrets.secret();
    private final MemoryDocumentStorage storage = new MemoryDocumentStorage(dossiers.clock()::instant);
    private final Documents documents = new Documents(
            dossiers.tables().store().table(dossiers.tables().table("DocumentsTable")),
            new DossierTransitions(
                    dossiers.tables().store().table(dossiers.tables().table("ApplicationsTable")), dossiers.clock()));
    private final LambdaFunction api = DocumentFunctions.serve(
            documents,
            storage,
            dossiers.doors(),
            PreselectionFunctions.electorate(dossiers.tables().reach("PreselectionTable")),
            Routes.NONE,
            dossiers.clock());
    private final CheckDocument check = new CheckDocument(new DocumentProcessing(documents, storage));
    private String dossier;

    private static PreselectionSettings voting(TestTables tables) {
        return new PreselectionSettings(
                tables.table("ApplicationsTable"),
                tables.table("OutboxTable"),
                tables.table("PreselectionTable"),
                "14",
                "3");
    }

    @BeforeEach
    void send() {
        var founders = PreselectionFunctions.serve(
                voting(dossiers.tables()),
                dossiers.tables().reach("AccountsTable"),
                dossiers.tables().store(),
                dossiers.clock());
        dossiers.as(
                "anna",
                "staff",
                "",
                founders,
                "PUT",
                "/api/staff/founders/12073008",
                "{\"mails\":[{\"mail\":\"rathaus@angermuende.example\"}]}");
        dossier = dossiers.sent(secret);
    }

    @Test
    void whoeverVotesOnTheApplicationReadsItsDocumentsAndNoOtherFounder() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        String path = "/api/founder/polls/" + dossier + "/documents";
        assertThat(asFounder("12073008", path + "/" + id).status())
                .as("not yet checked")
                .isEqualTo(410);
        scanned(id, version, "NO_THREATS_FOUND");
        assertThat(asFounder("12073008", path).body().path("documents")).hasSize(1);
        assertThat(asFounder("12073008", path + "/" + id).status()).isEqualTo(200);
        for (String ags : List.of("", "12062224")) {
            assertThat(asFounder(ags, path).status()).isEqualTo(403);
            assertThat(asFounder(ags, path + "/" + id).status()).isEqualTo(403);
        }
        assertThat(dossiers.as("x", "staff", "12073008", api, "GET", path, null).status())
                .isEqualTo(403);
    }

    @Test
    void documentsOfAWithdrawnApplicationAreNoFoundersBusinessAnyMore() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        scanned(id, version, "NO_THREATS_FOUND");
        String path = "/api/founder/polls/" + dossier + "/documents";
        assertThat(asFounder("12073008", path).status()).isEqualTo(200);
        dossiers.withdraw(dossier, secret);
        assertThat(asFounder("12073008", path).status()).isEqualTo(410);
        assertThat(asFounder("12073008", path + "/" + id).status()).isEqualTo(410);
        assertThat(asStaff("GET", "/" + id).status()).isEqualTo(200);
    }

    private DossierFixture.Answer asFounder(String ags, String path) {
        return dossiers.as("x", "founder", ags, api, "GET", path, null);
    }

    @Test
    void aCleanDocumentIsTakenInAndCanBeSaved() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        assertThat(link(id).status()).isEqualTo(410);
        stored(id);
        assertThat(link(id).status()).isEqualTo(410);
        scanned(id, version, "NO_THREATS_FOUND");

        assertThat(state(id)).isEqualTo("ACCEPTED");
        assertThat(link(id).body().path("url").asString()).endsWith(key(id));
        assertThat(asStaff("GET", "/" + id).status()).isEqualTo(200);
        assertThat(storage.quarantined()).isEmpty();
        assertThat(storage.archived()).hasSize(1);
        assertThat(dossiers.history(dossier)).containsOnlyOnce("Dokument aufgenommen");
        assertThat(dossiers.openTasks()).isEmpty();
    }

    @Test
    void malwareIsRefusedWithAReasonDeletedAndBecomesATask() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        scanned(id, version, "THREATS_FOUND");
        assertThat(state(id)).isEqualTo("REFUSED");
        assertThat(listed().at("/0/refusal").asString()).contains("Schadsoftware");
        assertThat(link(id).status()).isEqualTo(410);
        nothingIsLeft();
        assertThat(dossiers.openTasks()).containsExactly("document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSUPPORTED", "ACCESS_DENIED", "FAILED", ""})
    void aScanThatDidNotSucceedIsNotClean(String result) {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        scanned(id, version, result);
        assertThat(state(id)).isEqualTo("REFUSED");
        nothingIsLeft();
    }

    @Test
    void aSkippedScanIsNotClean() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        event(scan(id, version, "NO_THREATS_FOUND").replace("COMPLETED", "SKIPPED"));
        assertThat(state(id)).isEqualTo("REFUSED");
    }

    @Test
    void anExeNamedPdfIsRefusedBeforeAnyScan() {
        String id = announce("Bauplan.pdf", SampleFiles.exe());
        storage.upload(key(id), SampleFiles.exe());
        stored(id);
        assertThat(state(id)).isEqualTo("REFUSED");
        assertThat(listed().at("/0/refusal").asString()).contains("passt nicht zur Endung");
        nothingIsLeft();
    }

    @Test
    void anotherSizeThanAnnouncedIsRefused() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        storage.upload(key(id), SampleFiles.exe());
        stored(id);
        assertThat(state(id)).isEqualTo("REFUSED");
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(List.of("stored", "scanned")),
                Arguments.of(List.of("scanned", "stored")),
                Arguments.of(List.of("stored", "stored", "scanned", "scanned")),
                Arguments.of(List.of("scanned", "scanned", "stored", "stored")),
                Arguments.of(List.of("scanned", "stored", "scanned", "stored")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void eventsTwiceOrReversedEndTheSame(List<String> order) {
        String good = announce("a.pdf", SampleFiles.pdf());
        String goodVersion = storage.upload(key(good), SampleFiles.pdf());
        String bad = announce("b.pdf", SampleFiles.pdf());
        String badVersion = storage.upload(key(bad), SampleFiles.pdf());
        for (String event : order) {
            if (event.equals("stored")) {
                stored(good);
                stored(bad);
            } else {
                scanned(good, goodVersion, "NO_THREATS_FOUND");
                scanned(bad, badVersion, "THREATS_FOUND");
            }
        }
        assertThat(state(good)).isEqualTo("ACCEPTED");
        assertThat(state(bad)).isEqualTo("REFUSED");
        assertThat(storage.archived()).extracting(DocumentStorage.Stored::key).containsExactly(key(good));
        assertThat(storage.quarantined()).isEmpty();
        assertThat(dossiers.history(dossier)).containsOnlyOnce("Dokument aufgenommen", "Dokument abgelehnt");
        assertThat(dossiers.openTasks()).hasSize(1);
    }

    /** The function dies at each of its calls to the buckets in turn, before or after it took effect; then it is retried. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAtAnyPointAndRetriedItEndsTheSame(boolean after) {
        for (int call = 0; call < 12; call++) {
            String good = announce("a" + call + ".pdf", SampleFiles.pdf());
            String bad = announce("b" + call + ".pdf", SampleFiles.pdf());
            String goodVersion = storage.upload(key(good), SampleFiles.pdf());
            String badVersion = storage.upload(key(bad), SampleFiles.pdf());
            storage.dieAtCall = storage.calls() + call;
            storage.dieAfter = after;
            for (String event : List.of(
                    storedEvent(key(good)),
                    scan(good, goodVersion, "NO_THREATS_FOUND"),
                    storedEvent(key(bad)),
                    scan(bad, badVersion, "THREATS_FOUND"))) {
                retried(event);
            }
            assertThat(state(good)).as("killed at " + call).isEqualTo("ACCEPTED");
            assertThat(state(bad)).as("killed at " + call).isEqualTo("REFUSED");
            assertThat(storage.quarantined()).isEmpty();
            storage.dieAtCall = -1;
            assertThat(delete(good).status()).isEqualTo(200);
            assertThat(delete(bad).status()).isEqualTo(200);
        }
        nothingIsLeft();
    }

    /** Events that are lost altogether: the daily sweep comes to an end with what there is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void killedForGoodTheSweepLeavesNoOrphan(int call) {
        String good = announce("a.pdf", SampleFiles.pdf());
        String bad = announce("b.pdf", SampleFiles.exe());
        announce("never-uploaded.pdf", SampleFiles.pdf());
        String goodVersion = storage.upload(key(good), SampleFiles.pdf());
        storage.upload(key(bad), SampleFiles.exe());
        storage.dieAtCall = storage.calls() + call;
        storage.dieAfter = call % 2 == 0;
        for (String event :
                List.of(scan(good, goodVersion, "NO_THREATS_FOUND"), storedEvent(key(good)), storedEvent(key(bad)))) {
            attempt(event);
        }
        storage.dieAtCall = -1;
        dossiers.clock().pass(Duration.ofHours(8));
        var sweep =
                new SweepDocuments(documents, storage, new DocumentProcessing(documents, storage), dossiers.clock());
        for (int run = 0; run < 2; run++) {
            var _ = Invoke.function(sweep, bytes("{}"));
        }
        assertThat(state(good)).isEqualTo("ACCEPTED");
        assertThat(state(bad)).isEqualTo("REFUSED");
        assertThat(listed()).hasSize(2);
        assertThat(storage.quarantined()).isEmpty();
        assertThat(storage.archived()).extracting(DocumentStorage.Stored::key).containsExactly(key(good));
    }

    @Test
    void eventsThatComeAtTheSameMomentEndTheSame() throws Exception {
        var good = new ArrayList<String>();
        var bad = new ArrayList<String>();
        var events = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            String clean = announce("a" + i + ".pdf", SampleFiles.pdf());
            String program = announce("b" + i + ".pdf", SampleFiles.exe());
            String malware = announce("c" + i + ".pdf", SampleFiles.pdf());
            good.add(clean);
            bad.addAll(List.of(program, malware));
            String cleanVersion = storage.upload(key(clean), SampleFiles.pdf());
            String programVersion = storage.upload(key(program), SampleFiles.exe());
            String malwareVersion = storage.upload(key(malware), SampleFiles.pdf());
            events.addAll(List.of(
                    storedEvent(key(clean)),
                    scan(clean, cleanVersion, "NO_THREATS_FOUND"),
                    storedEvent(key(program)),
                    scan(program, programVersion, "NO_THREATS_FOUND"),
                    storedEvent(key(malware)),
                    scan(malware, malwareVersion, "THREATS_FOUND")));
        }
        try (var functions = Executors.newFixedThreadPool(6)) {
            var runs = functions.invokeAll(events.stream()
                    .<Callable<Boolean>>map(event -> () -> {
                        retried(event);
                        return true;
                    })
                    .toList());
            for (var run : runs) {
                assertThat(run.get()).isTrue();
            }
        }
        assertThat(good).allSatisfy(id -> assertThat(state(id)).isEqualTo("ACCEPTED"));
        assertThat(bad).allSatisfy(id -> assertThat(state(id)).isEqualTo("REFUSED"));
        assertThat(storage.quarantined()).isEmpty();
        assertThat(storage.archived()).hasSize(good.size());
    }

    @Test
    void anyOrderAndRepetitionOfEventsKillsAndDeletionsLeavesNothingUnexplained() {
        var random = new Random(42);
        for (int round = 0; round < Documents.MOST; round++) {
            String id = announce("a" + round + ".pdf", SampleFiles.pdf());
            String version = storage.upload(key(id), SampleFiles.pdf());
            var events = new ArrayList<>(List.of(
                    storedEvent(key(id)),
                    storedEvent(key(id)),
                    scan(id, version, "NO_THREATS_FOUND"),
                    scan(id, version, random.nextBoolean() ? "NO_THREATS_FOUND" : "THREATS_FOUND"),
                    "delete"));
            Collections.shuffle(events, random);
            storage.dieAtCall = storage.calls() + random.nextInt(10);
            storage.dieAfter = random.nextBoolean();
            for (String event : events) {
                if (event.equals("delete")) {
                    if (random.nextInt(3) == 0) {
                        delete(id);
                    }
                } else {
                    attempt(event);
                }
            }
        }
        storage.dieAtCall = -1;
        dossiers.clock().pass(Duration.ofDays(1));
        var _ = Invoke.function(
                new SweepDocuments(documents, storage, new DocumentProcessing(documents, storage), dossiers.clock()),
                bytes("{}"));
        var accepted = documents.of(dossier).stream()
                .filter(document -> document.state() == Document.State.ACCEPTED)
                .map(Document::key)
                .toList();
        assertThat(storage.archived().map(DocumentStorage.Stored::key)).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(storage.quarantined()).isEmpty();
        assertThat(documents.pendingSince(dossiers.clock().instant(), 100)).isEmpty();
    }

    /** Each event is told three times, as AWS does; each time the process dies at this call to the tables, or just after it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAtAnyCallToTheTablesItEndsTheSame(boolean after) {
        boolean died = true;
        for (int call = 0; died; call++) {
            String good = announce("a.pdf", SampleFiles.pdf());
            String bad = announce("b.pdf", SampleFiles.exe());
            String version = storage.upload(key(good), SampleFiles.pdf());
            storage.upload(key(bad), SampleFiles.exe());
            died = false;
            for (String event :
                    List.of(storedEvent(key(good)), storedEvent(key(bad)), scan(good, version, "NO_THREATS_FOUND"))) {
                var mortal = new Killable(dossiers.tables().store(), call, after);
                try {
                    var _ = Invoke.function(
                            new CheckDocument(new DocumentProcessing(documents(mortal.store()), storage)),
                            bytes(event));
                } catch (Killable.Killed killed) {
                    died = true;
                    event(event);
                }
            }
            assertThat(state(good)).as("killed at " + call).isEqualTo("ACCEPTED");
            assertThat(state(bad)).as("killed at " + call).isEqualTo("REFUSED");
            assertThat(delete(good).status()).isEqualTo(200);
            assertThat(delete(bad).status()).isEqualTo(200);
            nothingIsLeft();
        }
    }

    @Test
    void aFileThatKillsEachOfItsChecksIsRefusedInWordsWithinTheHourAndBecomesATask() {
        String deadly = announce("a.pdf", SampleFiles.pdf());
        String other = announce("b.pdf", SampleFiles.pdf());
        storage.upload(key(deadly), SampleFiles.pdf());
        String version = storage.upload(key(other), SampleFiles.pdf());
        scanned(other, version, "NO_THREATS_FOUND");
        var killing = new DocumentProcessing(documents, storage, (file, kind) -> {
            throw new Killable.Killed();
        });
        for (int told = 0; told < 3; told++) {
            assertThatThrownBy(() -> Invoke.function(new CheckDocument(killing), bytes(storedEvent(key(deadly)))))
                    .isInstanceOf(Killable.Killed.class);
        }
        assertThat(state(deadly)).isEqualTo("AWAITED");
        dossiers.clock().pass(Duration.ofMinutes(6));
        assertThatThrownBy(() ->
                        Invoke.function(new SweepDocuments(documents, storage, killing, dossiers.clock()), bytes("{}")))
                .hasMessageContaining(deadly);
        sweep("{\"only\":\"pending\"}");
        assertThat(state(deadly)).isEqualTo("REFUSED");
        assertThat(refusal(deadly)).contains("konnte nicht geprüft werden").contains("als PDF drucken");
        assertThat(state(other)).isEqualTo("ACCEPTED");
        assertThat(dossiers.openTasks()).containsExactly("document");
        assertThat(storage.quarantined()).isEmpty();
    }

    @Test
    void theSweepGoesOnBehindWhatFailsWithAnError() {
        String first = announce("a.pdf", SampleFiles.pdf());
        dossiers.clock().pass(Duration.ofSeconds(2));
        String second = announce("b.pdf", SampleFiles.pdf());
        for (String id : List.of(first, second)) {
            scanned(id, storage.upload(key(id), SampleFiles.pdf()), "NO_THREATS_FOUND");
        }
        dossiers.clock().pass(Duration.ofMinutes(6));
        var calls = new AtomicInteger();
        var once = new DocumentProcessing(documents, storage, (file, kind) -> {
            if (calls.getAndIncrement() == 0) {
                throw new StackOverflowError();
            }
            return Optional.empty();
        });
        assertThatThrownBy(() ->
                        Invoke.function(new SweepDocuments(documents, storage, once, dossiers.clock()), bytes("{}")))
                .hasMessageContaining(first)
                .hasMessageNotContaining(second);
        assertThat(state(first)).isEqualTo("AWAITED");
        assertThat(state(second)).isEqualTo("ACCEPTED");
        sweep("{}");
        assertThat(state(first)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatNoEventToldOfIsFinishedByTheNextSweepAndWhatIsNotYetUploadedIsLeft() {
        String uploaded = announce("a.pdf", SampleFiles.pdf());
        String coming = announce("b.pdf", SampleFiles.pdf());
        String version = storage.upload(key(uploaded), SampleFiles.pdf());
        scanned(uploaded, version, "NO_THREATS_FOUND");
        sweep("{}");
        assertThat(state(uploaded)).as("just now").isEqualTo("AWAITED");
        dossiers.clock().pass(Duration.ofMinutes(6));
        sweep("{}");
        assertThat(state(uploaded)).isEqualTo("ACCEPTED");
        assertThat(state(coming)).isEqualTo("AWAITED");
    }

    private Documents documents(Store store) {
        return new Documents(
                store.table(dossiers.tables().table("DocumentsTable")),
                new DossierTransitions(store.table(dossiers.tables().table("ApplicationsTable")), dossiers.clock()));
    }

    private void sweep(String event) {
        var _ = Invoke.function(
                new SweepDocuments(documents, storage, new DocumentProcessing(documents, storage), dossiers.clock()),
                bytes(event));
    }

    private static ByteArrayInputStream bytes(String event) {
        return new ByteArrayInputStream(event.getBytes(UTF_8));
    }

    private String refusal(String id) {
        return listed().valueStream()
                .filter(document -> document.path("id").asString().equals(id))
                .map(document -> document.path("refusal").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void whatIsUploadedOverACheckedFileIsNeverTakenForIt() {
        String id = announce("Bauplan.pdf", SampleFiles.pdf());
        String clean = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        byte[] evil = SampleFiles.pdf();
        evil[evil.length - 1] = 'x';
        String second = storage.upload(key(id), evil);
        stored(id);
        scanned(id, second, "NO_THREATS_FOUND");
        assertThat(state(id)).isEqualTo("AWAITED");
        scanned(id, clean, "NO_THREATS_FOUND");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        storage.upload(key(id), evil);
        stored(id);
        assertThat(storage.quarantined()).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgainAndIsTheSameDocument() {
        String key = UUID.randomUUID().toString();
        var first = announce("a.pdf", 10, key);
        var second = announce("a.pdf", 10, key);
        assertThat(second.body().at("/document/id")).isEqualTo(first.body().at("/document/id"));
        assertThat(listed()).hasSize(1);
        assertThat(announce("other.pdf", 10, key).status()).isEqualTo(422);
    }

    @Test
    void moreThanTwentyAreRefusedAlsoWhenTheyAreAnnouncedAtOnce() throws Exception {
        try (var people = Executors.newFixedThreadPool(8)) {
            var answers = people.invokeAll(IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> announce(
                                    "a" + i + ".pdf", 10, UUID.randomUUID().toString())
                            .status())
                    .toList());
            int done = 0;
            for (var answer : answers) {
                done += answer.get() == 201 ? 1 : 0;
            }
            assertThat(done).isEqualTo(Documents.MOST);
        }
        assertThat(listed()).hasSize(Documents.MOST);
        delete(listed().at("/0/id").asString());
        assertThat(announce("one more.pdf", 10, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a.exe\",\"type\":\"application/pdf\",\"size\":10}",
                "{\"name\":\"a.pdf\",\"type\":\"application/x-msdownload\",\"size\":10}",
                "{\"name\":\"a.docm\",\"type\":\"application/vnd.openxmlformats-officedocument.wordprocessingml.document\",\"size\":1}",
                "{\"name\":\".pdf\",\"type\":\"application/pdf\",\"size\":10}",
                "{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":0}",
                "{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":26214401}",
                "{\"name\":\"a\\u202Efdp.pdf\",\"type\":\"application/pdf\",\"size\":10}",
                "{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":\"10\"}"
            })
    void whatCannotBeAllowedIsRefusedBeforeTheUpload(String body) {
        assertThat(call("POST", "", body, secret, List.of()).status()).isEqualTo(422);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aNameCannotLeaveItsPlace() {
        var answer = announce("../../etc/pass\\wd?.pdf", 10, UUID.randomUUID().toString());
        assertThat(answer.body().at("/document/name").asString()).isEqualTo(".._.._etc_pass_wd_.pdf");
    }

    @Test
    void aStrangerReachesNothing() {
        String id = announce("a.pdf", SampleFiles.pdf());
        String stranger = Secrets.secret();
        for (var request : List.of(
                List.of("GET", ""), List.of("POST", ""), List.of("GET", "/" + id), List.of("DELETE", "/" + id))) {
            String body = "{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":10}";
            assertThat(call(request.get(0), request.get(1), body, stranger, List.of())
                            .status())
                    .isEqualTo(401);
        }
        for (String path : List.of("", "/" + id)) {
            assertThat(staff(path, List.of()).status()).isEqualTo(403);
            assertThat(staff(path, List.of("member")).status()).isEqualTo(403);
        }
    }

    @Test
    void anotherDossiersDocumentIsNotFoundThroughOnesOwn() {
        String id = announce("a.pdf", SampleFiles.pdf());
        String version = storage.upload(key(id), SampleFiles.pdf());
        stored(id);
        scanned(id, version, "NO_THREATS_FOUND");
        String others = Secrets.secret();
        String othersDossier = dossiers.sent("12073008", others);
        var answer = dossiers.call(
                api, "GET", "/api/dossiers/" + othersDossier + "/documents/" + id, null, others, List.of());
        assertThat(answer.status()).isEqualTo(410);
    }

    @Test
    void afterTheEndNothingIsAddedOrDeleted() {
        String id = announce("a.pdf", SampleFiles.pdf());
        dossiers.withdraw(dossier, secret);
        assertThat(announce("b.pdf", 10, UUID.randomUUID().toString()).status()).isEqualTo(409);
        assertThat(delete(id).status()).isEqualTo(409);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void unknownEventsAndForeignKeysChangeNothing() {
        event("{\"detail-type\":\"Object Deleted\",\"detail\":{}}");
        event("{}");
        event(storedEvent("malware-protection-resource-validation-object"));
        event(storedEvent("../" + "a".repeat(32) + "/" + "b".repeat(32)));
        event(storedEvent("0".repeat(32) + "/" + "0".repeat(32)));
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aFileWhoseSizeIsNoNumberIsNotAnnounced(String number) {
        String file = "{\"name\":\"a.pdf\",\"type\":\"application/pdf\",\"size\":" + number + "}";
        assertThat(call("POST", "", file, secret, List.of()).status()).isEqualTo(422);
    }

    private String announce(String name, byte[] content) {
        var answer = announce(name, content.length, UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().at("/document/id").asString();
    }

    private DossierFixture.Answer announce(String name, int size, String key) {
        String body = dossiers.json(Map.of("name", name, "type", "application/pdf", "size", size));
        return dossiers.call(api, "POST", "/api/dossiers/" + dossier + "/documents", body, secret, List.of(), key);
    }

    private DossierFixture.Answer call(String method, String path, String body, String with, List<String> groups) {
        return dossiers.call(api, method, "/api/dossiers/" + dossier + "/documents" + path, body, with, groups);
    }

    private DossierFixture.Answer asStaff(String method, String path) {
        return staff(path, List.of("staff"));
    }

    private DossierFixture.Answer staff(String path, List<String> groups) {
        return dossiers.call(api, "GET", "/api/staff/dossiers/" + dossier + "/documents" + path, null, "", groups);
    }

    private DossierFixture.Answer link(String id) {
        return call("GET", "/" + id, null, secret, List.of());
    }

    private DossierFixture.Answer delete(String id) {
        return call("DELETE", "/" + id, null, secret, List.of());
    }

    private JsonNode listed() {
        return call("GET", "", null, secret, List.of()).body().path("documents");
    }

    private String state(String id) {
        return listed().valueStream()
                .filter(document -> document.path("id").asString().equals(id))
                .map(document -> document.path("state").asString())
                .findFirst()
                .orElse("gone");
    }

    private void nothingIsLeft() {
        assertThat(storage.quarantined()).isEmpty();
        assertThat(storage.archived()).isEmpty();
    }

    private String key(String id) {
        return dossier + "/" + id;
    }

    private void stored(String id) {
        event(storedEvent(key(id)));
    }

    private static String storedEvent(String key) {
        return "{\"detail-type\":\"Object Created\",\"detail\":{\"object\":{\"key\":\"" + key + "\"}}}";
    }

    private void scanned(String id, String version, String result) {
        event(scan(id, version, result));
    }

    private String scan(String id, String version, String result) {
        return ("{\"detail-type\":\"GuardDuty Malware Protection Object Scan Result\",\"detail\":{\"scanStatus\":\"COMPLETED\","
                        + "\"s3ObjectDetails\":{\"objectKey\":\"%s\",\"versionId\":\"%s\"},"
                        + "\"scanResultDetails\":{\"scanResultStatus\":\"%s\"}}}")
                .formatted(key(id), version, result);
    }

    private void event(String event) {
        var _ = Invoke.function(check, bytes(event));
    }

    private void attempt(String event) {
        try {
            event(event);
        } catch (IllegalStateException killed) {
            // Nobody tells again.
        }
    }

    private void retried(String event) {
        for (int attempt = 0; attempt < 6; attempt++) {
            try {
                event(event);
                return;
            } catch (IllegalStateException killed) {
                // EventBridge tells again.
            }
        }
    }
}
