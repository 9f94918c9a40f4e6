package land.starkeorte.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.lambda.DynamoItems;
import land.starkeorte.testing.Faults;
import land.starkeorte.testing.ThrowingError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A recording on its way from the office's computer to the members, whatever happens to browsers, functions and consents. */
class RecordingTest {
    /** The event ends on 9 December 2026; this is the last day by the rule. */
    private static final LocalDate LAST = LocalDate.parse(told("2026-12-09")).plusYears(5);

    private static final int TWO_PARTS = (int) MediaFile.PART + 1000;
    private static final String CONSENT = "Es fehlen Einwilligungen. Ohne sie sieht niemand die Aufzeichnung.";
    private static final String CAPTIONS = "Dem Video fehlen Untertitel.";

    private final RecordingFixture studio = new RecordingFixture();

    @Test
    void whatTookPlaceBeforeHasItsRecordingToo() {
        String old = studio.pastEvent("Auftakt", told("2019-05-08T15:00"), told("2019-05-08T16:00"));
        String yesterday = studio.pastEvent("Gestern", told("2026-11-22T15:00"), told("2026-11-22T16:00"));
        assertThat(studio.desk("GET", "", null)
                        .body()
                        .path("events")
                        .valueStream()
                        .map(event -> event.path("id").asString())
                        .toList())
                .as("the nearest in time first")
                .containsExactly(yesterday, studio.event, old);
        assertThat(studio.desk(
                                "POST",
                                "",
                                studio.details("Auftakt", told("2026-11-20"), told("2027-12-31"))
                                        .replaceFirst("\\{", "{\"event\":\"" + old + "\","))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aReloadedPageGoesOnWhereItStoppedAndSendsNothingTwice() {
        byte[] film = UploadParts.webm(TWO_PARTS);
        String id = studio.recorded("Treffen");
        JsonNode begun = studio.begin(id, "video", "video/webm", film).body();
        studio.send(id, "video", begun.path("file").asString(), film, 1);
        assertThat(studio.complete(id, "video", begun.path("file").asString(), film)
                        .status())
                .as("not all is there")
                .isEqualTo(409);

        JsonNode again = studio.begin(id, "video", "video/webm", film).body();
        assertThat(again.path("file")).isEqualTo(begun.path("file"));
        assertThat(again.path("parts")).hasSize(1);
        assertThat(again.at("/parts/0/sha256").asString()).isEqualTo(UploadParts.sha(UploadParts.part(film, 1)));
        studio.send(id, "video", again.path("file").asString(), film, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(studio.complete(id, "video", again.path("file").asString(), film)
                            .status())
                    .as("an answer was lost")
                    .isEqualTo(200);
        }
        assertThat(studio.state(id, "video")).isEqualTo("ARRIVED");
        assertThat(studio.shelf.keys()).hasSize(1);
    }

    @Test
    void aCompletionWhoseAnswerWasLostAfterTheStoreHadDoneItIsFound() {
        byte[] film = UploadParts.webm(2000);
        String id = studio.recorded("Treffen");
        String file = studio.begin(id, "video", "video/webm", film)
                .body()
                .path("file")
                .asString();
        studio.send(id, "video", file, film, 1);
        studio.shelf.dieAtCall = studio.shelf.calls() + 1;
        studio.shelf.dieAfter = true;
        assertThatThrownBy(() -> studio.complete(id, "video", file, film))
                .isInstanceOf(MemoryRecordingStorage.Killed.class);
        studio.shelf.dieAtCall = -1;
        assertThat(studio.state(id, "video")).isEqualTo("ARRIVING");
        assertThat(studio.complete(id, "video", file, film).status()).isEqualTo(200);
        assertThat(studio.state(id, "video")).isEqualTo("ARRIVED");
    }

    @Test
    void anotherFileTakesThePlaceAndPartsOfTheOneBeforeAreRefused() {
        byte[] film = UploadParts.webm(2000);
        String id = studio.recorded("Treffen");
        String first = studio.begin(id, "video", "video/webm", film)
                .body()
                .path("file")
                .asString();
        byte[] other = UploadParts.webm(3000);
        String second = studio.begin(id, "video", "video/webm", other)
                .body()
                .path("file")
                .asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(studio.desk(
                                "POST",
                                "/" + id + "/files/video/parts",
                                studio.sending.json(Map.of(
                                        "file",
                                        first,
                                        "parts",
                                        List.of(Map.of("number", 1, "sha256", UploadParts.sha(film))))))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "video, video/x-msvideo, 100, MP4 oder WebM",
        "slides, video/mp4, 100, PDF",
        "video, video/mp4, 0, leer",
        "video, video/mp4, 5000000001, 5 GB",
        "video, video/mp4, viel, leer"
    })
    void whatCannotBeTakenIsRefusedBeforeAnythingIsSent(String kind, String type, String size, String because) {
        String id = studio.recorded("Treffen");
        var refused = studio.desk(
                "POST",
                "/" + id + "/files/" + kind,
                studio.sending.json(Map.of("name", "x", "type", type, "size", size)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains(because);
        assertThat(studio.shelf.uploads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nichts", "a b", "../x"})
    void aRecordingIsOfAPublishedEvent(String event) {
        var refused = studio.desk("POST", "", studio.sending.json(Map.of("event", event, "title", "Treffen")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("event");
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        String id = studio.recorded("Treffen");
        byte[] text = "Das ist kein Film.".getBytes();
        String file =
                studio.begin(id, "video", "video/mp4", text).body().path("file").asString();
        studio.send(id, "video", file, text, 1);
        var refused = studio.complete(id, "video", file, text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains("kein Video");
        assertThat(studio.state(id, "video")).isEqualTo("ARRIVING");
    }

    @Test
    void whatWasRecordedIsArchivedOnceTheEventIsOverAndMembersAreToldOnce() {
        String id = studio.uploaded("Was Zahlen sagen");
        studio.upload(id, "slides", "application/pdf", UploadParts.pdf());
        studio.archive();
        assertThat(studio.library("").body().path("recordings")).as("not over").isEmpty();
        assertThat(studio.shelf.copies).isEmpty();

        studio.afterTheEvent();
        for (int i = 0; i < 3; i++) {
            studio.archive();
        }
        assertThat(studio.shelf.copies).hasSize(2).noneMatch(copy -> copy.endsWith("seldom"));
        assertThat(studio.shelf.keys()).hasSize(2).allMatch(key -> key.startsWith("archive/" + id));
        assertThat(studio.sending.mails("recordingsnew"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("a@gemeinde.example", "b@gemeinde.example");
        assertThat(studio.sending
                        .mails("recordingsnew")
                        .getFirst()
                        .at("/model/what")
                        .asString())
                .isEqualTo(told("Was Zahlen sagen, 9. Dezember 2026"));
        assertThat(studio.openTasks()).containsExactly(CAPTIONS);

        JsonNode seen = studio.library("").body().at("/recordings/0");
        assertThat(seen.path("title").asString()).isEqualTo("Was Zahlen sagen");
        assertThat(seen.at("/event/topics/0").asString()).isEqualTo("VACANCY");
        assertThat(seen.at("/speakers/0/name").asString()).isEqualTo("Rosa Blum");
        assertThat(seen.at("/speakers/0/consentIn").isMissingNode()).isTrue();
        JsonNode watched = studio.library("/" + id).body();
        assertThat(watched.path("videoUrl").asString())
                .startsWith("https://bucket.example/archive/" + id + "/")
                .endsWith("?" + studio.sending.clock().instant().plus(Duration.ofMinutes(5)));
        assertThat(watched.path("slidesUrl").asString()).contains("archive/" + id);
    }

    @Test
    void severalNewOnesAreOneMail() {
        studio.uploaded("Erstes");
        studio.uploaded("Zweites");
        studio.afterTheEvent();
        studio.archive();
        assertThat(studio.sending.mails("recordingsnew")).hasSize(2);
        assertThat(studio.sending
                        .mails("recordingsnew")
                        .getFirst()
                        .at("/model/what")
                        .asString())
                .isEqualTo("2 Aufzeichnungen");
    }

    @Test
    void manyMembersAreToldOnceThoughTheTableFailsAndTheProcessIsKilled() {
        studio.members.clear();
        for (int i = 0; i < 250; i++) {
            studio.members.add("person%03d@gemeinde.example".formatted(i));
        }
        studio.uploaded("Treffen");
        studio.afterTheEvent();
        var faults = new Faults(7);
        boolean quiet = false;
        for (int i = 0; i < 500 && !quiet; i++) {
            try {
                studio.archive(faults::over);
                quiet = true;
            } catch (RuntimeException | Faults.Killed again) {
                quiet = false;
            }
        }
        studio.archive();
        assertThat(faults.killed.get()).isPositive();
        assertThat(studio.sending.mails("recordingsnew"))
                .extracting(mail -> mail.path("to").asString())
                .hasSize(250)
                .doesNotHaveDuplicates();
    }

    /** At every call to the store, before and after it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheArchiveIsKilledTheNextRunEndsTheSame(boolean after) {
        boolean killed = true;
        for (int call = 0; killed; call++) {
            var fresh = new RecordingFixture();
            String id = fresh.uploaded("Treffen");
            fresh.shelf.put("incoming/" + id + "/unknown", new byte[3]);
            fresh.afterTheEvent();
            fresh.shelf.dieAtCall = fresh.shelf.calls() + call;
            fresh.shelf.dieAfter = after;
            killed = isKilled(fresh);
            fresh.shelf.dieAtCall = -1;
            fresh.archive();
            fresh.archive();
            assertThat(fresh.state(id, "video")).as("killed at call " + call).isEqualTo("ARCHIVED");
            assertThat(fresh.shelf.keys()).hasSize(1).allMatch(key -> key.startsWith("archive/"));
            assertThat(fresh.sending.mails("recordingsnew")).hasSize(2);
            assertThat(fresh.library("").body().path("recordings")).hasSize(1);
            assertThat(killed || call > 4).isTrue();
        }
    }

    private static boolean isKilled(RecordingFixture studio) {
        try {
            studio.archive();
            return false;
        } catch (IllegalStateException named) {
            return studio.shelf.isKilled();
        }
    }

    @Test
    void oneThatIsNotWhatWasSentIsNamedAndKeptOutAndTheOthersAreTakenAllTheSame() {
        String broken = studio.uploaded("Kaputt");
        String whole = studio.uploaded("Heil");
        studio.shelf.keys().stream().filter(key -> key.contains(broken)).forEach(studio.shelf::spoil);
        studio.afterTheEvent();
        assertThatThrownBy(studio::archive).hasMessageContaining(broken).hasMessageNotContaining(whole);
        studio.archive();
        assertThat(studio.state(broken, "video")).isEqualTo("BROKEN");
        assertThat(studio.state(whole, "video")).isEqualTo("ARCHIVED");
        assertThat(studio.openTasks())
                .containsExactlyInAnyOrder(
                        "Das Video kam beschädigt an. Laden Sie die Datei noch einmal hoch.", CAPTIONS);
        assertThat(studio.library("").body().path("recordings")).hasSize(1);

        studio.upload(broken, "video", "video/webm", UploadParts.webm(1500));
        studio.archive();
        assertThat(studio.state(broken, "video")).isEqualTo("ARCHIVED");
        assertThat(studio.openTasks()).containsOnly(CAPTIONS);
    }

    @Test
    void withoutAConsentNothingIsReleasedAndATakenBackOneHidesItAtOnce() {
        String id = studio.recorded("Treffen");
        studio.upload(id, "video", "video/webm", UploadParts.webm(1000));
        studio.write(id, studio.details("Treffen", "", ""));
        var refused = studio.desk("POST", "/" + id + "/release", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("Rosa Blum");
        studio.afterTheEvent();
        studio.archive();
        assertThat(studio.openTasks()).containsExactlyInAnyOrder(CONSENT, CAPTIONS);
        assertThat(studio.library("").body().path("recordings")).isEmpty();

        studio.write(id, studio.details("Treffen", told("2026-12-01"), ""));
        assertThat(studio.desk("POST", "/" + id + "/release", null).status()).isEqualTo(200);
        studio.archive();
        assertThat(studio.openTasks()).containsExactly(CAPTIONS);
        assertThat(studio.library("/" + id).status()).isEqualTo(200);

        studio.write(id, studio.details("Treffen", "", ""));
        assertThat(studio.library("/" + id).status()).isEqualTo(410);
        assertThat(studio.library("").body().path("recordings")).isEmpty();
        studio.archive();
        assertThat(studio.openTasks()).containsExactlyInAnyOrder(CONSENT, CAPTIONS);
        studio.write(id, studio.details("Treffen", told("2026-12-02"), ""));
        assertThat(studio.library("/" + id).status()).as("not released anew").isEqualTo(410);
    }

    /** Whoever wrote the link down keeps it; so it must not be worth anything for long. */
    @Test
    void aLinkFromBeforeOpensNothingFiveMinutesAfterItWasTakenBackAndWhoMayWatchesOn() {
        String id = studio.uploaded("Treffen");
        studio.upload(id, "slides", "application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(UTF_8));
        studio.afterTheEvent();
        studio.archive();
        var watched = studio.library("/" + id).body();
        assertThat(watched.path("linkSeconds").asInt()).isEqualTo(300);
        var links = List.of(
                watched.path("videoUrl").asString(), watched.path("slidesUrl").asString());
        for (int minute = 0; minute < 90; minute++) {
            studio.sending.clock().pass(Duration.ofMinutes(1));
            assertThat(studio.shelf.get(
                            studio.library("/" + id).body().path("videoUrl").asString()))
                    .isEqualTo(200);
        }
        assertThat(links).allSatisfy(link -> assertThat(studio.shelf.get(link)).isEqualTo(403));
        String last = studio.library("/" + id).body().path("videoUrl").asString();
        assertThat(studio.desk("DELETE", "/" + id + "/release", null).status()).isEqualTo(200);
        assertThat(studio.library("/" + id).status()).isEqualTo(410);
        studio.sending.clock().pass(Duration.ofMinutes(5));
        assertThat(studio.shelf.get(last)).isEqualTo(403);
    }

    @Test
    void whoIsInItMustBeKnownBeforeAnybodySeesIt() {
        String id = studio.recorded("Treffen");
        studio.write(id, studio.sending.json(Map.of("title", "Treffen", "speakers", List.of())));
        assertThat(studio.desk("POST", "/" + id + "/release", null).status()).isEqualTo(409);
    }

    @Test
    void aConsentHasADayThatIsNotInTheFutureAndAPlace() {
        String id = studio.recorded("Treffen");
        assertThat(studio.write(id, studio.details("Treffen", told("2027-01-01"), ""))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("speakers.0.consentOn");
        assertThat(studio.write(
                                id,
                                studio.details("Treffen", told("2026-11-01"), "")
                                        .replace("Ordner 3", ""))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("speakers.0.consentIn");
    }

    @Test
    void captionsCloseTheTaskAndReachTheMember() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        String vtt = "WEBVTT\n\n00:01.000 --> 00:02.500\nGuten Tag\n";
        assertThat(studio.desk("PUT", "/" + id + "/tracks/captions", studio.sending.json(Map.of("vtt", vtt)))
                        .status())
                .isEqualTo(200);
        studio.archive();
        assertThat(studio.openTasks()).isEmpty();
        assertThat(studio.library("/" + id).body().path("captionsText").asString())
                .isEqualTo(vtt);
        assertThat(studio.desk("DELETE", "/" + id + "/tracks/captions", null).status())
                .isEqualTo(200);
        studio.archive();
        assertThat(studio.openTasks()).containsExactly(CAPTIONS);
    }

    @Test
    void aYearOldEventGoesToTheCheaperClassAtOnce() {
        String id = studio.uploaded("Treffen");
        studio.sending.clock().pass(Duration.ofDays(400));
        studio.archive();
        assertThat(studio.shelf.copies).singleElement().asString().contains(id).endsWith("seldom");
    }

    /** As if nobody had run the schedule for a year: everything happens once, and in order. */
    @Test
    void aRunThatComesLateDoesEverythingOnce() {
        studio.uploaded("Erstes");
        studio.uploaded("Zweites");
        studio.sending.clock().pass(Duration.ofDays(300));
        for (int i = 0; i < 3; i++) {
            studio.archive();
            studio.sending.clock().pass(Duration.ofHours(1));
        }
        assertThat(studio.shelf.copies).hasSize(2);
        assertThat(studio.sending.mails("recordingsnew")).hasSize(2);
        assertThat(studio.openTasks()).containsExactly(CAPTIONS, CAPTIONS);
        assertThat(studio.sending.mails("recordingexpiring")).isEmpty();
    }

    @Test
    void theOfficeIsWarnedOnceThirtyDaysBeforeAndThenEverythingIsGone() {
        String id = studio.uploaded("Treffen");
        studio.upload(id, "slides", "application/pdf", UploadParts.pdf());
        studio.afterTheEvent();
        studio.archive();
        until(LAST.minusDays(31));
        studio.archive();
        assertThat(studio.sending.mails("recordingexpiring")).isEmpty();
        until(LAST.minusDays(30));
        studio.archive();
        studio.archive();
        assertThat(studio.sending.mails("recordingexpiring")).singleElement().satisfies(mail -> {
            assertThat(mail.path("to").asString()).isEqualTo("mitarbeit@starke-orte.example");
            assertThat(mail.at("/model/day").asString()).isEqualTo(GermanFormat.day(LAST));
        });
        until(LAST);
        studio.archive();
        assertThat(studio.library("/" + id).status()).isEqualTo(200);
        until(LAST.plusDays(1));
        assertThat(studio.library("/" + id).status())
                .as("before the archive has run")
                .isEqualTo(410);
        studio.archive();
        studio.archive();
        assertThat(studio.shelf.keys()).isEmpty();
        assertThat(studio.desk("GET", "/" + id, null).status()).isEqualTo(410);
    }

    @Test
    void aWarningThatComesLateStillLeavesThirtyDays() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        until(LocalDate.parse(told("2032-01-15")));
        for (int i = 0; i < 2; i++) {
            studio.archive();
        }
        assertThat(studio.sending.mails("recordingexpiring"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.at("/model/day").asString()).isEqualTo(told("14. Februar 2032")));
        until(LocalDate.parse(told("2032-02-14")));
        studio.archive();
        assertThat(studio.library("/" + id).status()).isEqualTo(200);
        until(LocalDate.parse(told("2032-02-15")));
        studio.archive();
        assertThat(studio.shelf.keys()).isEmpty();
    }

    @Test
    void whatIsToStayLongerStaysAndIsWarnedOfAnew() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        until(LAST.minusDays(30));
        studio.archive();
        studio.write(id, studio.details("Treffen", told("2026-11-20"), told("2033-01-31")));
        until(LAST.plusDays(23));
        studio.archive();
        assertThat(studio.library("/" + id).status()).isEqualTo(200);
        until(LocalDate.parse(told("2033-01-01")));
        studio.archive();
        assertThat(studio.sending.mails("recordingexpiring"))
                .extracting(mail -> mail.at("/model/day").asString())
                .containsExactlyInAnyOrder(GermanFormat.day(LAST), told("31. Januar 2033"));
    }

    private void until(LocalDate day) {
        var noon = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        studio.sending.clock().pass(Duration.between(studio.sending.clock().instant(), noon));
    }

    @Test
    void aDeletedOneIsGoneForEverybodyAtOnceAndItsFilesWithTheNextRun() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        assertThat(studio.desk("DELETE", "/" + id, null).status()).isEqualTo(200);
        assertThat(studio.library("/" + id).status()).isEqualTo(410);
        assertThat(studio.desk("GET", "/" + id, null).status()).isEqualTo(410);
        studio.archive();
        assertThat(studio.shelf.keys()).isEmpty();
        assertThat(studio.openTasks()).as("nothing is left to do about it").isEmpty();
    }

    @Test
    void aReplacedFileDisappearsAndNothingThatIsStillMeantDoes() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        studio.upload(id, "video", "video/webm", UploadParts.webm(1234));
        studio.archive();
        studio.sending.clock().pass(Duration.ofDays(2));
        studio.archive();
        assertThat(studio.shelf.keys()).hasSize(1);
        assertThat(studio.state(id, "video")).isEqualTo("ARCHIVED");
    }

    @Test
    void whatWasRecordedOfAnEventThatWasCancelledSinceStaysAsItWas() {
        String id = studio.uploaded("Treffen");
        studio.cancelEvent();
        studio.afterTheEvent();
        studio.archive();
        assertThat(studio.state(id, "video")).isEqualTo("ARCHIVED");
    }

    @Test
    void neitherTheOfficeNorFormerMembersNorWhoBelongsNowhereUsesTheLibrary() {
        String id = studio.uploaded("Treffen");
        studio.afterTheEvent();
        studio.archive();
        var dynamo = studio.sending.dynamo();
        var accounts = new DynamoAccounts(dynamo.client(), dynamo.table("AccountsTable"));
        for (String path : List.of("", "/" + id)) {
            String all = "/api/member/recordings" + path;
            assertThat(studio.sending
                            .as("x", "member", "", studio.library, "GET", all, null)
                            .status())
                    .isEqualTo(403);
            assertThat(studio.sending
                            .as("x", "staff", "12073008", studio.library, "GET", all, null)
                            .status())
                    .isEqualTo(403);
            assertThat(studio.library(path).status()).isEqualTo(200);
        }
        String mail = "mitarbeit@starke-orte.example";
        DynamoItems.write(
                dynamo.client(), accounts.open(mail, "member", "12073008").writes());
        assertThat(studio.library("/" + id).status()).isEqualTo(200);
        DynamoItems.write(
                dynamo.client(), accounts.close(mail, "member", "12073008").writes());
        assertThat(studio.library("/" + id).status()).as("a member no longer").isEqualTo(403);
        assertThat(studio.library("").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneRecordingKeepsNoOtherFromTheArchive(Error error) {
        var recorded = List.of(studio.uploaded("Eins"), studio.uploaded("Zwei"), studio.uploaded("Drei"));
        studio.afterTheEvent();
        String poison = recorded.get(1);
        assertThatThrownBy(() -> studio.archive(client -> ThrowingError.in(client, poison, error)))
                .hasNoCause()
                .hasMessageContaining("recording " + poison);
        assertThat(recorded)
                .extracting(id -> studio.state(id, "video"))
                .containsExactly("ARCHIVED", "ARRIVED", "ARCHIVED");
        studio.archive();
        assertThat(studio.state(poison, "video")).isEqualTo("ARCHIVED");
    }
}
