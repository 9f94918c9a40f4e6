package land.starkeorte.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.testing.Faults;
import land.starkeorte.testing.TestTables;
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

    private final RecordingFixture recordings = new RecordingFixture();

    @Test
    void whatTookPlaceBeforeHasItsRecordingToo() {
        String old = recordings.pastEvent("Auftakt", told("2019-05-08T15:00"), told("2019-05-08T16:00"));
        String yesterday = recordings.pastEvent("Gestern", told("2026-11-22T15:00"), told("2026-11-22T16:00"));
        assertThat(recordings
                        .desk("GET", "", null)
                        .body()
                        .path("events")
                        .valueStream()
                        .map(event -> event.path("id").asString())
                        .toList())
                .as("the nearest in time first")
                .containsExactly(yesterday, recordings.event, old);
        assertThat(recordings
                        .desk(
                                "POST",
                                "",
                                recordings
                                        .details("Auftakt", told("2026-11-20"), told("2027-12-31"))
                                        .replaceFirst("\\{", "{\"event\":\"" + old + "\","))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void whatIsNoNumberChangesNothingAndSignsNoPart(String number) {
        byte[] film = UploadParts.webm(1000);
        String id = recordings.recorded("Treffen");
        String details = recordings.details("Anders", told("2026-11-20"), "");
        assertThat(recordings
                        .desk("PUT", "/" + id, details.replaceFirst("\\{", "{\"version\":" + number + ","))
                        .status())
                .isBetween(400, 499);
        String file = recordings
                .begin(id, "video", "video/webm", film)
                .body()
                .path("file")
                .asString();
        String sha = UploadParts.sha(UploadParts.part(film, 1));
        String parts = "{\"file\":\"%s\",\"parts\":[{\"number\":%s,\"sha256\":\"%s\"}]}";
        assertThat(recordings
                        .desk("POST", "/" + id + "/files/video/parts", parts.formatted(file, number, sha))
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void aReloadedPageGoesOnWhereItStoppedAndSendsNothingTwice() {
        byte[] film = UploadParts.webm(TWO_PARTS);
        String id = recordings.recorded("Treffen");
        JsonNode begun = recordings.begin(id, "video", "video/webm", film).body();
        recordings.send(id, "video", begun.path("file").asString(), film, 1);
        assertThat(recordings
                        .complete(id, "video", begun.path("file").asString(), film)
                        .status())
                .as("not all is there")
                .isEqualTo(409);

        JsonNode again = recordings.begin(id, "video", "video/webm", film).body();
        assertThat(again.path("file")).isEqualTo(begun.path("file"));
        assertThat(again.path("parts")).hasSize(1);
        assertThat(again.at("/parts/0/sha256").asString()).isEqualTo(UploadParts.sha(UploadParts.part(film, 1)));
        recordings.send(id, "video", again.path("file").asString(), film, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(recordings
                            .complete(id, "video", again.path("file").asString(), film)
                            .status())
                    .as("an answer was lost")
                    .isEqualTo(200);
        }
        assertThat(recordings.state(id, "video")).isEqualTo("ARRIVED");
        assertThat(recordings.storage.keys()).hasSize(1);
    }

    @Test
    void aCompletionWhoseAnswerWasLostAfterTheStoreHadDoneItIsFound() {
        byte[] film = UploadParts.webm(2000);
        String id = recordings.recorded("Treffen");
        String file = recordings
                .begin(id, "video", "video/webm", film)
                .body()
                .path("file")
                .asString();
        recordings.send(id, "video", file, film, 1);
        recordings.storage.dieAtCall = recordings.storage.calls() + 1;
        recordings.storage.dieAfter = true;
        assertThatThrownBy(() -> recordings.complete(id, "video", file, film))
                .isInstanceOf(MemoryRecordingStorage.Killed.class);
        recordings.storage.dieAtCall = -1;
        assertThat(recordings.state(id, "video")).isEqualTo("ARRIVING");
        assertThat(recordings.complete(id, "video", file, film).status()).isEqualTo(200);
        assertThat(recordings.state(id, "video")).isEqualTo("ARRIVED");
    }

    @Test
    void anotherFileTakesThePlaceAndPartsOfTheOneBeforeAreRefused() {
        byte[] film = UploadParts.webm(2000);
        String id = recordings.recorded("Treffen");
        String first = recordings
                .begin(id, "video", "video/webm", film)
                .body()
                .path("file")
                .asString();
        byte[] other = UploadParts.webm(3000);
        String second = recordings
                .begin(id, "video", "video/webm", other)
                .body()
                .path("file")
                .asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(recordings
                        .desk(
                                "POST",
                                "/" + id + "/files/video/parts",
                                recordings.dossiers.json(Map.of(
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
        String id = recordings.recorded("Treffen");
        var refused = recordings.desk(
                "POST",
                "/" + id + "/files/" + kind,
                recordings.dossiers.json(Map.of("name", "x", "type", type, "size", size)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains(because);
        assertThat(recordings.storage.uploads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nichts", "a b", "../x"})
    void aRecordingIsOfAPublishedEvent(String event) {
        var refused = recordings.desk("POST", "", recordings.dossiers.json(Map.of("event", event, "title", "Treffen")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("event");
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        String id = recordings.recorded("Treffen");
        byte[] text = "Das ist kein Film.".getBytes();
        String file = recordings
                .begin(id, "video", "video/mp4", text)
                .body()
                .path("file")
                .asString();
        recordings.send(id, "video", file, text, 1);
        var refused = recordings.complete(id, "video", file, text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains("kein Video");
        assertThat(recordings.state(id, "video")).isEqualTo("ARRIVING");
    }

    @Test
    void whatWasRecordedIsArchivedOnceTheEventIsOverAndMembersAreToldOnce() {
        String id = recordings.uploaded("Was Zahlen sagen");
        recordings.upload(id, "slides", "application/pdf", UploadParts.pdf());
        recordings.archive();
        assertThat(recordings.library("").body().path("recordings"))
                .as("not over")
                .isEmpty();
        assertThat(recordings.storage.copies).isEmpty();

        recordings.afterTheEvent();
        for (int i = 0; i < 3; i++) {
            recordings.archive();
        }
        assertThat(recordings.storage.copies).hasSize(2).noneMatch(copy -> copy.endsWith("seldom"));
        assertThat(recordings.storage.keys()).hasSize(2).allMatch(key -> key.startsWith("archive/" + id));
        assertThat(recordings.dossiers.mails("recordingsnew"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("a@gemeinde.example", "b@gemeinde.example");
        assertThat(recordings
                        .dossiers
                        .mails("recordingsnew")
                        .getFirst()
                        .at("/model/what")
                        .asString())
                .isEqualTo(told("Was Zahlen sagen, 9. Dezember 2026"));
        assertThat(recordings.openTasks()).containsExactly(CAPTIONS);

        JsonNode seen = recordings.library("").body().at("/recordings/0");
        assertThat(seen.path("title").asString()).isEqualTo("Was Zahlen sagen");
        assertThat(seen.at("/event/topics/0").asString()).isEqualTo("VACANCY");
        assertThat(seen.at("/speakers/0/name").asString()).isEqualTo("Rosa Blum");
        assertThat(seen.at("/speakers/0/consentIn").isMissingNode()).isTrue();
        JsonNode watched = recordings.library("/" + id).body();
        assertThat(watched.path("videoUrl").asString())
                .startsWith("https://bucket.example/archive/" + id + "/")
                .endsWith("?" + recordings.dossiers.clock().instant().plus(Duration.ofMinutes(5)));
        assertThat(watched.path("slidesUrl").asString()).contains("archive/" + id);
    }

    @Test
    void severalNewOnesAreOneMail() {
        recordings.uploaded("Erstes");
        recordings.uploaded("Zweites");
        recordings.afterTheEvent();
        recordings.archive();
        assertThat(recordings.dossiers.mails("recordingsnew")).hasSize(2);
        assertThat(recordings
                        .dossiers
                        .mails("recordingsnew")
                        .getFirst()
                        .at("/model/what")
                        .asString())
                .isEqualTo("2 Aufzeichnungen");
    }

    @Test
    void manyMembersAreToldOnceThoughTheTableFailsAndTheProcessIsKilled() {
        var recordings = new RecordingFixture(TestTables.inDynamoDb());
        recordings.members.clear();
        for (int i = 0; i < 250; i++) {
            recordings.members.add("person%03d@gemeinde.example".formatted(i));
        }
        recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        var faults = new Faults(7);
        boolean quiet = false;
        for (int i = 0; i < 500 && !quiet; i++) {
            try {
                recordings.archive(
                        new DynamoStore(faults.over(recordings.dossiers.tables().client())));
                quiet = true;
            } catch (RuntimeException | Faults.Killed again) {
                quiet = false;
            }
        }
        recordings.archive();
        assertThat(faults.killed.get()).isPositive();
        assertThat(recordings.dossiers.mails("recordingsnew"))
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
            fresh.storage.put("incoming/" + id + "/unknown", new byte[3]);
            fresh.afterTheEvent();
            fresh.storage.dieAtCall = fresh.storage.calls() + call;
            fresh.storage.dieAfter = after;
            killed = isKilled(fresh);
            fresh.storage.dieAtCall = -1;
            fresh.archive();
            fresh.archive();
            assertThat(fresh.state(id, "video")).as("killed at call " + call).isEqualTo("ARCHIVED");
            assertThat(fresh.storage.keys()).hasSize(1).allMatch(key -> key.startsWith("archive/"));
            assertThat(fresh.dossiers.mails("recordingsnew")).hasSize(2);
            assertThat(fresh.library("").body().path("recordings")).hasSize(1);
            assertThat(killed || call > 4).isTrue();
        }
    }

    private static boolean isKilled(RecordingFixture recordings) {
        try {
            recordings.archive();
            return false;
        } catch (IllegalStateException named) {
            return recordings.storage.isKilled();
        }
    }

    @Test
    void oneThatIsNotWhatWasSentIsNamedAndKeptOutAndTheOthersAreTakenAllTheSame() {
        String broken = recordings.uploaded("Kaputt");
        String whole = recordings.uploaded("Heil");
        recordings.storage.keys().stream().filter(key -> key.contains(broken)).forEach(recordings.storage::spoil);
        recordings.afterTheEvent();
        assertThatThrownBy(recordings::archive).hasMessageContaining(broken).hasMessageNotContaining(whole);
        recordings.archive();
        assertThat(recordings.state(broken, "video")).isEqualTo("BROKEN");
        assertThat(recordings.state(whole, "video")).isEqualTo("ARCHIVED");
        assertThat(recordings.openTasks())
                .containsExactlyInAnyOrder(
                        "Das Video kam beschädigt an. Laden Sie die Datei noch einmal hoch.", CAPTIONS);
        assertThat(recordings.library("").body().path("recordings")).hasSize(1);

        recordings.upload(broken, "video", "video/webm", UploadParts.webm(1500));
        recordings.archive();
        assertThat(recordings.state(broken, "video")).isEqualTo("ARCHIVED");
        assertThat(recordings.openTasks()).containsOnly(CAPTIONS);
    }

    @Test
    void withoutAConsentNothingIsReleasedAndATakenBackOneHidesItAtOnce() {
        String id = recordings.recorded("Treffen");
        recordings.upload(id, "video", "video/webm", UploadParts.webm(1000));
        recordings.write(id, recordings.details("Treffen", "", ""));
        var refused = recordings.desk("POST", "/" + id + "/release", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("Rosa Blum");
        recordings.afterTheEvent();
        recordings.archive();
        assertThat(recordings.openTasks()).containsExactlyInAnyOrder(CONSENT, CAPTIONS);
        assertThat(recordings.library("").body().path("recordings")).isEmpty();

        recordings.write(id, recordings.details("Treffen", told("2026-12-01"), ""));
        assertThat(recordings.desk("POST", "/" + id + "/release", null).status())
                .isEqualTo(200);
        recordings.archive();
        assertThat(recordings.openTasks()).containsExactly(CAPTIONS);
        assertThat(recordings.library("/" + id).status()).isEqualTo(200);

        recordings.write(id, recordings.details("Treffen", "", ""));
        assertThat(recordings.library("/" + id).status()).isEqualTo(410);
        assertThat(recordings.library("").body().path("recordings")).isEmpty();
        recordings.archive();
        assertThat(recordings.openTasks()).containsExactlyInAnyOrder(CONSENT, CAPTIONS);
        recordings.write(id, recordings.details("Treffen", told("2026-12-02"), ""));
        assertThat(recordings.library("/" + id).status())
                .as("not released anew")
                .isEqualTo(410);
    }

    /** Whoever wrote the link down keeps it; so it must not be worth anything for long. */
    @Test
    void aLinkFromBeforeOpensNothingFiveMinutesAfterItWasTakenBackAndWhoMayWatchesOn() {
        String id = recordings.uploaded("Treffen");
        recordings.upload(id, "slides", "application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(UTF_8));
        recordings.afterTheEvent();
        recordings.archive();
        var watched = recordings.library("/" + id).body();
        assertThat(watched.path("linkSeconds").asInt()).isEqualTo(300);
        var links = List.of(
                watched.path("videoUrl").asString(), watched.path("slidesUrl").asString());
        for (int minute = 0; minute < 90; minute++) {
            recordings.dossiers.clock().pass(Duration.ofMinutes(1));
            assertThat(recordings.storage.get(
                            recordings.library("/" + id).body().path("videoUrl").asString()))
                    .isEqualTo(200);
        }
        assertThat(links)
                .allSatisfy(link -> assertThat(recordings.storage.get(link)).isEqualTo(403));
        String last = recordings.library("/" + id).body().path("videoUrl").asString();
        assertThat(recordings.desk("DELETE", "/" + id + "/release", null).status())
                .isEqualTo(200);
        assertThat(recordings.library("/" + id).status()).isEqualTo(410);
        recordings.dossiers.clock().pass(Duration.ofMinutes(5));
        assertThat(recordings.storage.get(last)).isEqualTo(403);
    }

    @Test
    void whoIsInItMustBeKnownBeforeAnybodySeesIt() {
        String id = recordings.recorded("Treffen");
        recordings.write(id, recordings.dossiers.json(Map.of("title", "Treffen", "speakers", List.of())));
        assertThat(recordings.desk("POST", "/" + id + "/release", null).status())
                .isEqualTo(409);
    }

    @Test
    void aConsentHasADayThatIsNotInTheFutureAndAPlace() {
        String id = recordings.recorded("Treffen");
        assertThat(recordings
                        .write(id, recordings.details("Treffen", told("2027-01-01"), ""))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("speakers.0.consentOn");
        assertThat(recordings
                        .write(
                                id,
                                recordings
                                        .details("Treffen", told("2026-11-01"), "")
                                        .replace("Ordner 3", ""))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("speakers.0.consentIn");
    }

    @Test
    void captionsCloseTheTaskAndReachTheMember() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        String vtt = "WEBVTT\n\n00:01.000 --> 00:02.500\nGuten Tag\n";
        assertThat(recordings
                        .desk("PUT", "/" + id + "/tracks/captions", recordings.dossiers.json(Map.of("vtt", vtt)))
                        .status())
                .isEqualTo(200);
        recordings.archive();
        assertThat(recordings.openTasks()).isEmpty();
        assertThat(recordings.library("/" + id).body().path("captionsText").asString())
                .isEqualTo(vtt);
        assertThat(recordings
                        .desk("DELETE", "/" + id + "/tracks/captions", null)
                        .status())
                .isEqualTo(200);
        recordings.archive();
        assertThat(recordings.openTasks()).containsExactly(CAPTIONS);
    }

    @Test
    void aYearOldEventGoesToTheCheaperClassAtOnce() {
        String id = recordings.uploaded("Treffen");
        recordings.dossiers.clock().pass(Duration.ofDays(400));
        recordings.archive();
        assertThat(recordings.storage.copies)
                .singleElement()
                .asString()
                .contains(id)
                .endsWith("seldom");
    }

    /** As if nobody had run the schedule for a year: everything happens once, and in order. */
    @Test
    void aRunThatComesLateDoesEverythingOnce() {
        recordings.uploaded("Erstes");
        recordings.uploaded("Zweites");
        recordings.dossiers.clock().pass(Duration.ofDays(300));
        for (int i = 0; i < 3; i++) {
            recordings.archive();
            recordings.dossiers.clock().pass(Duration.ofHours(1));
        }
        assertThat(recordings.storage.copies).hasSize(2);
        assertThat(recordings.dossiers.mails("recordingsnew")).hasSize(2);
        assertThat(recordings.openTasks()).containsExactly(CAPTIONS, CAPTIONS);
        assertThat(recordings.dossiers.mails("recordingexpiring")).isEmpty();
    }

    @Test
    void theOfficeIsWarnedOnceThirtyDaysBeforeAndThenEverythingIsGone() {
        String id = recordings.uploaded("Treffen");
        recordings.upload(id, "slides", "application/pdf", UploadParts.pdf());
        recordings.afterTheEvent();
        recordings.archive();
        until(LAST.minusDays(31));
        recordings.archive();
        assertThat(recordings.dossiers.mails("recordingexpiring")).isEmpty();
        until(LAST.minusDays(30));
        recordings.archive();
        recordings.archive();
        assertThat(recordings.dossiers.mails("recordingexpiring"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.path("to").asString()).isEqualTo("mitarbeit@starke-orte.example");
                    assertThat(mail.at("/model/day").asString()).isEqualTo(GermanFormat.day(LAST));
                });
        until(LAST);
        recordings.archive();
        assertThat(recordings.library("/" + id).status()).isEqualTo(200);
        until(LAST.plusDays(1));
        assertThat(recordings.library("/" + id).status())
                .as("before the archive has run")
                .isEqualTo(410);
        recordings.archive();
        recordings.archive();
        assertThat(recordings.storage.keys()).isEmpty();
        assertThat(recordings.desk("GET", "/" + id, null).status()).isEqualTo(410);
    }

    @Test
    void aWarningThatComesLateStillLeavesThirtyDays() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        until(LocalDate.parse(told("2032-01-15")));
        for (int i = 0; i < 2; i++) {
            recordings.archive();
        }
        assertThat(recordings.dossiers.mails("recordingexpiring"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.at("/model/day").asString()).isEqualTo(told("14. Februar 2032")));
        until(LocalDate.parse(told("2032-02-14")));
        recordings.archive();
        assertThat(recordings.library("/" + id).status()).isEqualTo(200);
        until(LocalDate.parse(told("2032-02-15")));
        recordings.archive();
        assertThat(recordings.storage.keys()).isEmpty();
    }

    @Test
    void whatIsToStayLongerStaysAndIsWarnedOfAnew() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        until(LAST.minusDays(30));
        recordings.archive();
        recordings.write(id, recordings.details("Treffen", told("2026-11-20"), told("2033-01-31")));
        until(LAST.plusDays(23));
        recordings.archive();
        assertThat(recordings.library("/" + id).status()).isEqualTo(200);
        until(LocalDate.parse(told("2033-01-01")));
        recordings.archive();
        assertThat(recordings.dossiers.mails("recordingexpiring"))
                .extracting(mail -> mail.at("/model/day").asString())
                .containsExactlyInAnyOrder(GermanFormat.day(LAST), told("31. Januar 2033"));
    }

    private void until(LocalDate day) {
        var noon = day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        recordings
                .dossiers
                .clock()
                .pass(Duration.between(recordings.dossiers.clock().instant(), noon));
    }

    @Test
    void aDeletedOneIsGoneForEverybodyAtOnceAndItsFilesWithTheNextRun() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        assertThat(recordings.desk("DELETE", "/" + id, null).status()).isEqualTo(200);
        assertThat(recordings.library("/" + id).status()).isEqualTo(410);
        assertThat(recordings.desk("GET", "/" + id, null).status()).isEqualTo(410);
        recordings.archive();
        assertThat(recordings.storage.keys()).isEmpty();
        assertThat(recordings.openTasks()).as("nothing is left to do about it").isEmpty();
    }

    @Test
    void aReplacedFileDisappearsAndNothingThatIsStillMeantDoes() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        recordings.upload(id, "video", "video/webm", UploadParts.webm(1234));
        recordings.archive();
        recordings.dossiers.clock().pass(Duration.ofDays(2));
        recordings.archive();
        assertThat(recordings.storage.keys()).hasSize(1);
        assertThat(recordings.state(id, "video")).isEqualTo("ARCHIVED");
    }

    @Test
    void whatWasRecordedOfAnEventThatWasCancelledSinceStaysAsItWas() {
        String id = recordings.uploaded("Treffen");
        recordings.cancelEvent();
        recordings.afterTheEvent();
        recordings.archive();
        assertThat(recordings.state(id, "video")).isEqualTo("ARCHIVED");
    }

    @Test
    void neitherTheOfficeNorFormerMembersNorWhoBelongsNowhereUsesTheLibrary() {
        String id = recordings.uploaded("Treffen");
        recordings.afterTheEvent();
        recordings.archive();
        var tables = recordings.dossiers.tables();
        var accounts = new Accounts(tables.store().table(tables.table("AccountsTable")));
        for (String path : List.of("", "/" + id)) {
            String all = "/api/member/recordings" + path;
            assertThat(recordings
                            .dossiers
                            .as("x", "member", "", recordings.library, "GET", all, null)
                            .status())
                    .isEqualTo(403);
            assertThat(recordings
                            .dossiers
                            .as("x", "staff", "12073008", recordings.library, "GET", all, null)
                            .status())
                    .isEqualTo(403);
            assertThat(recordings.library(path).status()).isEqualTo(200);
        }
        String mail = "mitarbeit@starke-orte.example";
        assertThat(tables.store().write(accounts.open(mail, "member", "12073008")))
                .isTrue();
        assertThat(recordings.library("/" + id).status()).isEqualTo(200);
        assertThat(tables.store().write(accounts.close(mail, "member", "12073008")))
                .isTrue();
        assertThat(recordings.library("/" + id).status())
                .as("a member no longer")
                .isEqualTo(403);
        assertThat(recordings.library("").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneRecordingKeepsNoOtherFromTheArchive(Error error) {
        var recorded = List.of(recordings.uploaded("Eins"), recordings.uploaded("Zwei"), recordings.uploaded("Drei"));
        recordings.afterTheEvent();
        String poison = recorded.get(1);
        assertThatThrownBy(() -> recordings.archive(
                        ThrowingError.in(recordings.dossiers.tables().store(), poison, error)))
                .hasNoCause()
                .hasMessageContaining("recording " + poison);
        assertThat(recorded)
                .extracting(id -> recordings.state(id, "video"))
                .containsExactly("ARCHIVED", "ARRIVED", "ARCHIVED");
        recordings.archive();
        assertThat(recordings.state(poison, "video")).isEqualTo("ARCHIVED");
    }
}
