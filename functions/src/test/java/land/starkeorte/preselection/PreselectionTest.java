package land.starkeorte.preselection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestTables;
import land.starkeorte.testing.ThrowingError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the application on: the founders vote, in confidence, and the dossier goes on. */
class PreselectionTest {
    private static final List<String> FOUNDERS = List.of("12073008", "12062224", "14521410", "09479129", "09479135");
    private static final String SECRET = Secrets.secret();

    private final DossierFixture dossiers =
            new DossierFixture(tables -> PreselectionFunctions.consequences(settings(tables), tables.store()));
    private final LambdaFunction function = PreselectionFunctions.serve(
            settings(dossiers.tables()),
            dossiers.tables().reach("AccountsTable"),
            dossiers.tables().store(),
            dossiers.clock());
    private final ScheduledJobs rounds = new ScheduledJobs(
            PreselectionFunctions.rounds(
                    settings(dossiers.tables()), dossiers.tables().store(), dossiers.clock()),
            dossiers.clock());
    private String dossier;

    @BeforeEach
    void send() {
        FOUNDERS.forEach(ags -> assertThat(staff(
                                "PUT",
                                "/api/staff/founders/" + ags,
                                "{\"mails\":[{\"mail\":\"rathaus@" + ags + ".example\"}]}")
                        .status())
                .isEqualTo(200));
        dossier = dossiers.sent(SECRET);
    }

    @Test
    void anApplicationThatIsSentIsPutToTheVoteAndEveryFounderIsTold() {
        go();
        assertThat(dossiers.mails("votes"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrderElementsOf(FOUNDERS.stream()
                        .map(ags -> "rathaus@" + ags + ".example")
                        .toList());
        var seen = read(0).body();
        assertThat(seen.path("canVote").asBoolean()).isTrue();
        assertThat(seen.at("/answers/motivation").asString()).isNotEmpty();
        assertThat(seen.toString())
                .doesNotContain("leitwegId")
                .doesNotContain("\"mail\"")
                .doesNotContain("\"phone\"");
        assertThat(list(0).at("/polls/0/open").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "YES YES YES, YES, PRESELECTED",
        "YES NO YES, YES, PRESELECTED",
        "NO NO ABSTAIN, NO, SUBMITTED",
        "YES ABSTAIN ABSTAIN, YES, PRESELECTED",
        "YES NO ABSTAIN NO, NO, SUBMITTED",
        "YES NO ABSTAIN ABSTAIN ABSTAIN, TIE, SUBMITTED",
        "ASIDE YES ASIDE YES YES, YES, PRESELECTED",
        "ASIDE ASIDE ASIDE, NO_QUORUM, SUBMITTED"
    })
    void theResultComesWithTheVoiceThatDecides(String choices, String result, String state) {
        String[] all = choices.split(" ", -1);
        for (int i = 0; i < all.length; i++) {
            assertThat(poll().path("open").asBoolean()).isTrue();
            assertThat(vote(i, all[i]).status()).isEqualTo(200);
        }
        assertThat(poll().path("result").asString()).isEqualTo(result);
        assertThat(dossiers.state(dossier)).isEqualTo(state);
        assertThat(dossiers.openTasks().contains("preselection")).isEqualTo(state.equals("SUBMITTED"));
        assertThat(dossiers.mails("preselected").isEmpty()).isEqualTo(state.equals("SUBMITTED"));
    }

    @Test
    void beforeTheResultNobodySeesWhoVotedWhatAndOnlyVotersHowMany() {
        vote(0, "YES", "Geheimer Grund A");
        vote(1, "NO", "Geheimer Grund B");
        assertThat(read(2).body().toString()).doesNotContain("Geheimer").doesNotContain("cast");
        assertThat(read(0).body().toString()).contains("Geheimer Grund A").doesNotContain("Geheimer Grund B");
        assertThat(read(0).body().path("cast").asInt()).isEqualTo(2);
        assertThat(poll().toString()).doesNotContain("Geheimer").contains("\"cast\":2");
        assertThat(dossiers.asStaff("GET", "/api/staff/dossiers/" + dossier, null)
                        .body()
                        .toString())
                .doesNotContain("Geheimer")
                .doesNotContain("rathaus@12073008.example");
        assertThat(dossiers.asOfficial(SECRET, "GET", "/api/dossiers/" + dossier, null)
                        .body()
                        .toString())
                .doesNotContain("Geheimer");

        vote(2, "YES");
        assertThat(read(3).body().path("votes").toString()).contains("Geheimer Grund A", "Geheimer Grund B");
        assertThat(poll().path("votes")).hasSize(3);
        assertThat(dossiers.asOfficial(SECRET, "GET", "/api/dossiers/" + dossier, null)
                        .body()
                        .toString())
                .doesNotContain("Geheimer");
    }

    @Test
    void theOfficeSeesHowManyHaveVotedUnlessItStillHasAVoteItself() {
        vote(0, "YES");
        JsonNode line = staff("GET", "/api/staff/polls", null).body().at("/polls/0");
        assertThat(line.path("dossier").asString()).isEqualTo(dossier);
        assertThat(line.path("cast").asInt()).isEqualTo(1);
        assertThat(line.path("electorate").asInt()).isEqualTo(FOUNDERS.size());
        assertThat(line.toString()).doesNotContain("YES");
        for (String path : List.of("/api/staff/polls", "/api/staff/dossiers/" + dossier + "/poll")) {
            assertThat(as("p", "staff", FOUNDERS.get(1), "GET", path, null)
                            .body()
                            .toString())
                    .contains("electorate")
                    .doesNotContain("cast");
            assertThat(as("p", "staff", FOUNDERS.get(0), "GET", path, null)
                            .body()
                            .toString())
                    .contains("\"cast\":1");
        }
        vote(1, "YES");
        vote(2, "YES");
        assertThat(staff("GET", "/api/staff/polls", null).body().path("polls"))
                .as("decided")
                .isEmpty();
    }

    @Test
    void theOfficesTableOfApplicationsTellsVotesAfterTheResultAlone() {
        vote(0, "YES", "Geheimer Grund A");
        vote(1, "NO", "Geheimer Grund B");
        assertThat(exported()).contains("läuft").doesNotContain("Geheimer").doesNotContain("Stimme Angermünde");
        vote(2, "YES");
        assertThat(exported())
                .contains("Stimme Angermünde", "Geheimer Grund A", "Geheimer Grund B", "eingeladen")
                .contains(told("2026-12-07").replaceAll("(.*)-(.*)-(.*)", "$3.$2.$1"));
    }

    private String exported() {
        String file = dossiers.asStaff("GET", "/api/staff/export?format=csv&content=applications", null)
                .body()
                .path("file")
                .asString();
        return new String(Base64.getDecoder().decode(file), UTF_8);
    }

    @Test
    void aVoiceCanBeChangedUntilTheResultAndNotAfterIt() {
        vote(0, "NO");
        vote(0, "YES");
        assertThat(poll().path("cast").asInt()).isEqualTo(1);
        vote(1, "YES");
        vote(2, "YES");
        assertThat(vote(0, "NO").status()).isEqualTo(409);
        assertThat(vote(4, "NO").status()).isEqualTo(409);
        assertThat(poll().path("result").asString()).isEqualTo("YES");
    }

    @Test
    void whoeverStepsAsideStaysOutAndTheHistorySaysSoWithoutTheName() {
        vote(3, "ASIDE");
        assertThat(vote(3, "YES").status()).isEqualTo(409);
        assertThat(dossiers.history(dossier)).contains("Eine Gründungskommune nimmt an der Vorauswahl nicht teil");
        assertThat(read(3).body().path("canVote").asBoolean()).isFalse();
    }

    @Test
    void oneMunicipalityHasOneVoiceHoweverManyOfItsOfficialsVote() {
        vote(0, "YES");
        assertThat(as("another-person", "founder", FOUNDERS.get(0), "PUT", path() + "/vote", voice("NO", "x"))
                        .status())
                .isEqualTo(200);
        assertThat(poll().path("cast").asInt()).isEqualTo(1);
    }

    @Test
    void onlyFoundersOfThatTimeVote() {
        assertThat(as("p", "founder", "09471154", "GET", path(), null).status()).isEqualTo(403);
        assertThat(as("p", "founder", "", "GET", path(), null).status()).isEqualTo(403);
        assertThat(as("p", "staff", FOUNDERS.get(0), "GET", path(), null).status())
                .isEqualTo(403);
        assertThat(as("p", "founder", FOUNDERS.get(0), "GET", "/api/staff/dossiers/" + dossier + "/poll", null)
                        .status())
                .isEqualTo(403);
        staff("PUT", "/api/staff/founders/09471154", "{\"mails\":[{\"mail\":\"neu@lisberg.example\"}]}");
        assertThat(as("p", "founder", "09471154", "GET", path(), null).status()).isEqualTo(410);
        staff("DELETE", "/api/staff/founders/" + FOUNDERS.get(0), null);
        assertThat(vote(0, "YES").status()).isEqualTo(403);
    }

    @Test
    void whoeverIsSilentIsRemindedHalfwayAndTheDayBeforeAndOnlyOnce() {
        go();
        vote(0, "ABSTAIN");
        dossiers.clock().pass(Duration.ofDays(6));
        go();
        assertThat(dossiers.mails("votes")).as("told of it, not reminded").hasSize(5);
        dossiers.clock().pass(Duration.ofDays(1));
        go();
        go();
        assertThat(dossiers.mails("votes")).hasSize(5 + 4);
        vote(1, "ABSTAIN");
        dossiers.clock().pass(Duration.ofDays(6).plusHours(1));
        go();
        go();
        assertThat(dossiers.mails("votes")).hasSize(5 + 4 + 3);
        dossiers.clock().pass(Duration.ofDays(1));
        go();
        assertThat(dossiers.mails("votes")).as("on the last day nothing is new").hasSize(5 + 4 + 3);
    }

    @Test
    void aRoundThatComesLateSendsOneMailNotThree() {
        dossiers.clock().pass(Duration.ofDays(13).plusHours(2));
        go();
        go();
        assertThat(dossiers.mails("votes")).hasSize(5);
    }

    @Test
    void allThatWaitsIsOneMailADayWithTheMunicipalityFirst() {
        dossiers.clock().pass(Duration.ofDays(1));
        for (String ags : List.of("12060020", "09564000")) {
            dossiers.sent(ags, Secrets.secret());
        }
        go();
        dossiers.sent("05314000", Secrets.secret());
        go();
        assertThat(dossiers.mails("votes"))
                .as("what comes later the same day waits")
                .hasSize(5);
        JsonNode model = dossiers.mails("votes").getFirst().path("model");
        assertThat(model.path("votes").asString()).isEqualTo("3");
        assertThat(model.path("municipality0").asString())
                .as("the most urgent first")
                .isEqualTo("Göttingen (Niedersachsen)");
        assertThat(model.path("until0").asString()).isEqualTo(told("7. Dezember 2026"));
        assertThat(model.path("until1").asString()).isEqualTo(told("8. Dezember 2026"));
        dossiers.clock().pass(Duration.ofDays(1));
        go();
        go();
        assertThat(dossiers.mails("votes")).hasSize(10);
        var second = dossiers.mails("votes").stream()
                .map(mail -> mail.path("model"))
                .filter(it -> it.path("votes").asString().equals("4"))
                .toList();
        assertThat(second).hasSize(5);
        assertThat(java.util.stream.IntStream.range(0, 4)
                        .filter(i ->
                                second.getFirst().path("new" + i).asString().equals("neu")))
                .as("the one that came later")
                .hasSize(1);
        dossiers.clock().pass(Duration.ofDays(1));
        go();
        assertThat(dossiers.mails("votes")).as("nothing new, nothing sent").hasSize(10);
    }

    @Test
    void twoRoundsAtTheSameMomentTellOnce() throws Exception {
        try (var schedule = Executors.newFixedThreadPool(4)) {
            for (var round : schedule.invokeAll(java.util.Collections.nCopies(4, Executors.callable(this::go)))) {
                round.get();
            }
        }
        assertThat(dossiers.mails("votes")).hasSize(5);
    }

    @Test
    void whoeverHasVotedOnAllHearsNothing() {
        vote(0, "YES");
        go();
        assertThat(dossiers.mails("votes"))
                .extracting(mail -> mail.path("to").asString())
                .hasSize(4)
                .doesNotContain("rathaus@12073008.example");
    }

    @Test
    void theMailPutsTheMunicipalityAndTheDayIntoTheSubject() {
        dossiers.sent("12060020", Secrets.secret());
        go();
        String written = dossiers.text(dossiers.mails("votes").getFirst());
        assertThat(written.lines().findFirst())
                .hasValueSatisfying(subject -> assertThat(subject)
                        .matches(told("\\S.* \\(.*\\) und eine weitere: Ihr Votum bis 7. Dezember 2026")));
        assertThat(written)
                .contains("/intern/?vorauswahl=" + dossier, "Göttingen (Niedersachsen) (neu), bis ")
                .contains("2 Kommunen möchten");
    }

    @Test
    void votesEndWithTheDay() {
        Instant end = GermanFormat.endOf(
                GermanFormat.dayOf(dossiers.clock().instant()).plusDays(14));
        assertThat(poll().path("deadline").asString()).isEqualTo(end.toString());
        dossiers.clock().pass(Duration.between(dossiers.clock().instant(), end.minusSeconds(60)));
        go();
        assertThat(vote(0, "YES").status()).isEqualTo(200);
        dossiers.clock().pass(Duration.ofMinutes(2));
        assertThat(vote(1, "YES").status()).as("the next day").isEqualTo(409);
    }

    @Test
    void afterAVoteTheNextOneIsAtHand() {
        dossiers.clock().pass(Duration.ofDays(1));
        String second = dossiers.sent("12060020", Secrets.secret());
        String third = dossiers.sent("09564000", Secrets.secret());
        vote(0, "YES");
        JsonNode next = read(0).body().path("next");
        assertThat(List.of(second, third)).contains(next.path("dossier").asString());
        dossiers.asStaff(
                "POST",
                "/api/staff/dossiers/" + second + "/correction",
                "{\"fields\":[\"attitude\"],\"reason\":\"Bitte genauer\"}");
        assertThat(read(0).body().at("/next/dossier").asString())
                .as("on what is being corrected nobody can vote")
                .isEqualTo(third);
    }

    @Test
    void whatWaitsForOnesVoiceStandsFirst() {
        dossiers.clock().pass(Duration.ofDays(1));
        String later = dossiers.sent("12060020", Secrets.secret());
        assertThat(list(0).at("/polls/0/dossier").asString())
                .as("the more urgent")
                .isEqualTo(dossier);
        vote(0, "YES");
        assertThat(list(0).at("/polls/0/dossier").asString()).isEqualTo(later);
        assertThat(list(1).at("/polls/0/dossier").asString()).isEqualTo(dossier);
    }

    @Test
    void atTheDeadlineTooFewVoicesBecomeATaskAndTheOfficeMayInvite() {
        vote(0, "YES");
        vote(1, "YES");
        dossiers.clock().pass(Duration.ofDays(15));
        assertThat(vote(2, "YES").status()).as("too late").isEqualTo(409);
        go();
        go();
        assertThat(poll().path("result").asString()).isEqualTo("NO_QUORUM");
        assertThat(dossiers.openTasks()).containsOnlyOnce("preselection");
        String invite = "/api/staff/dossiers/" + dossier + "/preselection";
        assertThat(staff("POST", invite, "{\"reason\":\"Beide Stimmen waren dafür.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
        assertThat(dossiers.openTasks()).doesNotContain("preselection");
        assertThat(staff("POST", invite, "{\"reason\":\"noch einmal\"}").status())
                .isEqualTo(409);
    }

    @Test
    void everyFounderIsToldHoweverManyPeopleTheyAre() {
        String five = "{\"mails\":["
                + String.join(",", java.util.Collections.nCopies(5, "{\"mail\":\"a%d@b.example\"}"))
                        .formatted(1, 2, 3, 4, 5)
                + "]}";
        var more = List.of("09471154", "09564000", "03159016", "05314000", "05111000", "06412000", "01001000");
        more.forEach(ags -> assertThat(
                        staff("PUT", "/api/staff/founders/" + ags, five).status())
                .isEqualTo(200));
        dossiers.sent("12060020", Secrets.secret());
        go();
        assertThat(dossiers.mails("votes")).hasSize(5 + 7 * 5);
    }

    @Test
    void theOfficeDoesNotInviteWhileTheFoundersVote() {
        assertThat(staff("POST", "/api/staff/dossiers/" + dossier + "/preselection", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void duringACorrectionNobodyVotesAndTheTimeGoesOnAfterwards() {
        dossiers.asStaff(
                "POST",
                "/api/staff/dossiers/" + dossier + "/correction",
                "{\"fields\":[\"attitude\"],\"reason\":\"Bitte genauer\"}");
        assertThat(vote(0, "YES").status()).isEqualTo(409);
        dossiers.clock().pass(Duration.ofDays(15));
        go();
        assertThat(dossiers.mails("votes")).as("nobody can vote").isEmpty();
        assertThat(poll().path("open").asBoolean()).isTrue();
        dossiers.asOfficial(
                dossiers.enter(dossier),
                "PUT",
                "/api/dossiers/" + dossier + "/correction",
                "{\"correction\":1,\"answers\":{\"attitude\":\"Genauer gesagt: gemeinsam.\"}}");
        for (int i = 0; i < 3; i++) {
            assertThat(vote(i, "YES").status()).isEqualTo(200);
        }
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
    }

    @Test
    void aWithdrawnApplicationIsNotVotedOnAnyMore() {
        dossiers.withdraw(dossier, SECRET);
        assertThat(vote(0, "YES").status()).isEqualTo(410);
        assertThat(poll().path("open").asBoolean()).isFalse();
        dossiers.clock().pass(Duration.ofDays(20));
        go();
        assertThat(dossiers.mails("votes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWithdrawnFoundersDoNotReadAnyMoreBeforeTheResultOrAfterIt(boolean decided) {
        if (decided) {
            vote(0, "YES");
            vote(1, "YES");
            vote(2, "YES");
            assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
        }
        assertThat(read(0).status()).isEqualTo(200);
        dossiers.withdraw(dossier, SECRET);
        Answer refused = read(0);
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.body().path("detail").asString()).contains("hat ihren Antrag zurückgezogen");
        JsonNode line = list(0).at("/polls/0");
        assertThat(line.path("ended").asString()).isEqualTo("WITHDRAWN");
        assertThat(line.path("open").asBoolean()).isFalse();
        assertThat(line.path("result").asString("")).isEqualTo(decided ? "YES" : "");
        assertThat(poll().path("votes")).as("the office still does").hasSize(decided ? 3 : 0);
    }

    @Test
    void allFiveAtTheSameMomentLoseNoVoiceAndBringOneResult() throws Exception {
        try (var people = Executors.newFixedThreadPool(5)) {
            var votes = java.util.stream.IntStream.range(0, 5)
                    .<Callable<Integer>>mapToObj(i -> () -> vote(i, "YES").status())
                    .toList();
            var statuses = people.invokeAll(votes).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        }
        assertThat(poll().path("cast").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
        assertThat(dossiers.mails("preselected")).hasSize(1);
    }

    private String path() {
        return "/api/founder/polls/" + dossier;
    }

    private JsonNode poll() {
        return staff("GET", "/api/staff/dossiers/" + dossier + "/poll", null).body();
    }

    private Answer read(int founder) {
        return as("person-" + founder, "founder", FOUNDERS.get(founder), "GET", path(), null);
    }

    private JsonNode list(int founder) {
        return as("person-" + founder, "founder", FOUNDERS.get(founder), "GET", "/api/founder/polls", null)
                .body();
    }

    private Answer vote(int founder, String choice) {
        return vote(founder, choice, "Weil wir das so sehen.");
    }

    private Answer vote(int founder, String choice, String reason) {
        return as(
                "person-" + founder, "founder", FOUNDERS.get(founder), "PUT", path() + "/vote", voice(choice, reason));
    }

    private static String voice(String choice, String reason) {
        return Json.MAPPER.writeValueAsString(Map.of("choice", choice, "reason", reason));
    }

    private Answer staff(String method, String path, String body) {
        return as("0f8fad5b", "staff", "", method, path, body);
    }

    private Answer as(String id, String group, String ags, String method, String path, String body) {
        return dossiers.as(id, group, ags, function, method, path, body);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneVoteEndsNoOther(Error error) {
        String other = dossiers.sent("12060020", Secrets.secret());
        dossiers.clock().pass(Duration.ofDays(15));
        var poisoned = new ScheduledJobs(
                PreselectionFunctions.rounds(
                        settings(dossiers.tables()),
                        ThrowingError.in(dossiers.tables().store(), dossier, error),
                        dossiers.clock()),
                dossiers.clock());
        assertThatThrownBy(() -> Invoke.function(poisoned, "{}"))
                .hasNoCause()
                .hasMessage("Not done: [" + dossier + "]");
        assertThat(poll().path("open").asBoolean()).isTrue();
        assertThat(staff("GET", "/api/staff/dossiers/" + other + "/poll", null)
                        .body()
                        .path("result")
                        .asString())
                .isEqualTo("NO_QUORUM");
        go();
        assertThat(poll().path("result").asString()).isEqualTo("NO_QUORUM");
    }

    private void go() {
        Invoke.function(rounds, "{}");
    }

    private static PreselectionSettings settings(TestTables tables) {
        return new PreselectionSettings(
                tables.table("ApplicationsTable"),
                tables.table("OutboxTable"),
                tables.table("PreselectionTable"),
                "14",
                "3");
    }
}
