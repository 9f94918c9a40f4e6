package land.starkeorte.interviews;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.mail.Mailman;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.TestTables;
import land.starkeorte.testing.ThrowingError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Times are offered, booked, moved and cancelled; two never get the same. */
class InterviewTest {
    private final DossierFixture dossiers = new DossierFixture(
            tables -> (before, after, now) -> InterviewFunctions.consequences(settings(tables), tables.store(), clock())
                    .of(before, after, now));
    private final LambdaFunction function = InterviewFunctions.serve(
            settings(dossiers.tables()), dossiers.doors(), dossiers.tables().store(), dossiers.clock());
    private final ScheduledJobs rounds = new ScheduledJobs(
            List.of(InterviewFunctions.round(
                    settings(dossiers.tables()), dossiers.tables().store(), dossiers.clock())),
            dossiers.clock());
    private String secret = Secrets.secret();
    private String dossier;

    private java.time.Clock clock() {
        return dossiers.clock();
    }

    @BeforeEach
    void invite() {
        dossier = invited("03159016", secret);
        assertThat(offer(told("2026-12-03"), "14:00", "16:00", 30)
                        .body()
                        .path("slots")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void theMunicipalitySeesWhatIsFreeAndBooks() {
        var slots = read().path("slots");
        assertThat(slots).hasSize(4);
        assertThat(slots.at("/0/start").asString()).isEqualTo(told("2026-12-03T13:00:00Z"));
        assertThat(slots.toString()).as("where is told to whoever booked").doesNotContain("https://");
        assertThat(book(free(0)).status()).isEqualTo(200);
        assertThat(read().at("/booked/start").asString()).isEqualTo(told("2026-12-03T13:00:00Z"));
        assertThat(read().at("/booked/link").asString()).isEqualTo("https://video.example/raum");
        assertThat(read().path("slots")).hasSize(3);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEW_BOOKED");
        assertThat(dossiers.history(dossier)).endsWith("Kennenlerngespräch vereinbart");
        assertThat(standing().at("/standing/until").asString()).isEqualTo(told("2026-12-03"));
    }

    @Test
    void bookingTheSameTwiceIsOneBooking() {
        String slot = free(0);
        book(slot);
        assertThat(book(slot).status()).isEqualTo(200);
        assertThat(dossiers.mails("booked")).hasSize(1);
        assertThat(dossiers.mails("bookedhost")).hasSize(1);
    }

    @Test
    void movedFreesTheOldSlotAndRaisesTheSequenceOfTheSameAppointment() {
        String first = free(0);
        book(first);
        assertThat(book(free(1)).status()).isEqualTo(200);
        assertThat(slots()).contains(first);
        var booked = dossiers.mails("booked").get(0).path("invitation");
        var moved = dossiers.mails("moved").get(0).path("invitation");
        assertThat(moved.path("uid")).isEqualTo(booked.path("uid"));
        assertThat(moved.path("sequence").asInt())
                .isGreaterThan(booked.path("sequence").asInt());
        assertThat(standing().at("/standing/until").asString()).isEqualTo(told("2026-12-03"));
        assertThat(dossiers.text(dossiers.mails("movedhost").getFirst())).startsWith("Verschoben: ");
        assertThat(dossiers.text(dossiers.mails("moved").getFirst())).contains("Guten Tag Änne Groß,");
    }

    @Test
    void upTo24HoursBeforeItCanBeMovedAndLaterOnlyCancelled() {
        book(free(0));
        passTo(told("2026-12-02T12:59:00Z"));
        assertThat(read().at("/booked/movable").asBoolean()).isTrue();
        String other = free(0);
        passTo(told("2026-12-02T13:00:00Z"));
        assertThat(read().at("/booked/movable").asBoolean()).isFalse();
        assertThat(book(other).status()).isEqualTo(409);
        assertThat(cancel().status()).isEqualTo(200);
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
    }

    @Test
    void cancelledTellsEverybodysCalendarAndAnotherSlotCanBeBooked() {
        String slot = free(0);
        book(slot);
        assertThat(cancel().status()).isEqualTo(200);
        assertThat(cancel().status()).as("a repeat").isEqualTo(200);
        assertThat(slots()).contains(slot);
        assertThat(dossiers.mails("cancelled"))
                .hasSize(1)
                .allSatisfy(mail ->
                        assertThat(mail.at("/invitation/method").asString()).isEqualTo("CANCEL"));
        assertThat(dossiers.mails("cancelledhost")).hasSize(1);
        assertThat(book(slot).status()).isEqualTo(200);
        assertThat(dossiers.mails("booked"))
                .extracting(mail -> mail.at("/invitation/sequence").asInt())
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void bookingBackAndForthWritesToEverybodyOnlySoOften() {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            statuses.add(book(free(i % 2)).status());
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(MailLimits.CHANGES_OF_INTERVIEW + 1);
        assertThat(statuses).last().isEqualTo(409);
        assertThat(cancel().status()).as("that always goes").isEqualTo(200);
        assertThat(new Mailman(dossiers.tables(), clock()).deliver())
                .filteredOn("anne@gemeinde.example"::equals)
                .as("sent, invited, booked, ten times moved, cancelled")
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void nobodyBooksBeforeTheyAreInvitedNorForOthers() {
        String others = Secrets.secret();
        String early = dossiers.sent("12073008", others);
        assertThat(official(others, "GET", early, null).body().path("slots")).isEmpty();
        assertThat(official(others, "PUT", early, slot(free(0))).status()).isEqualTo(409);
        assertThat(official(others, "PUT", dossier, slot(free(0))).status()).isEqualTo(401);
        assertThat(official(others, "DELETE", dossier, null).status()).isEqualTo(401);
        assertThat(official(others, "GET", dossier, null).status()).isEqualTo(401);
    }

    @Test
    void aWithdrawnApplicationGivesItsSlotBack() {
        String slot = free(0);
        book(slot);
        dossiers.withdraw(dossier, secret);
        assertThat(host("GET", "/api/slots", null)
                        .body()
                        .path("slots")
                        .valueStream()
                        .filter(one -> one.has("dossier")))
                .isEmpty();
        assertThat(dossiers.mails("cancelledhost")).hasSize(1);
        assertThat(book(slot).status()).isEqualTo(409);
    }

    @Test
    void fiftyMunicipalitiesRaceForTenSlotsAndTenGetOneEach() throws Exception {
        offer(told("2026-12-04"), "09:00", "12:00", 30);
        var keys = keys(50);
        var secrets = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (String ags : keys) {
            secrets.add(Secrets.secret());
            ids.add(invited(ags, secrets.getLast()));
        }
        var slots = slots();
        assertThat(slots).hasSize(10);
        var tries = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            int who = i;
            // As people do: whoever finds their choice taken looks again and takes what is left.
            tries.add(() -> {
                for (int start = who; ; start++) {
                    var left = official(secrets.get(who), "GET", ids.get(who), null)
                            .body()
                            .path("slots");
                    if (left.isEmpty()) {
                        return 0;
                    }
                    String chosen = left.get(start % left.size()).path("id").asString();
                    if (official(secrets.get(who), "PUT", ids.get(who), slot(chosen))
                                    .status()
                            == 200) {
                        return 1;
                    }
                }
            });
        }
        int booked = 0;
        try (var people = Executors.newFixedThreadPool(16)) {
            for (var one : people.invokeAll(tries)) {
                booked += one.get();
            }
        }
        assertThat(booked).isEqualTo(10);
        var taken = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            var mine = official(secrets.get(i), "GET", ids.get(i), null).body().at("/booked/slot");
            if (!mine.isMissingNode()) {
                assertThat(taken.add(mine.asString())).as("nobody twice").isTrue();
            }
            assertThat(dossiers.state(ids.get(i))).isEqualTo(mine.isMissingNode() ? "PRESELECTED" : "INTERVIEW_BOOKED");
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(slots);
    }

    @ParameterizedTest(name = "{0} {1} days before: {2}–{3} → {4}")
    @CsvSource({
        // Summer and winter, and the two nights between them.
        "MARCH, 1, 14:00, 15:00, 13:00:00Z 13:30:00Z",
        "MARCH, 0, 14:00, 15:00, 12:00:00Z 12:30:00Z",
        "MARCH, 0, 01:30, 03:30, 00:30:00Z 01:00:00Z",
        "OCTOBER, 1, 14:00, 15:00, 12:00:00Z 12:30:00Z",
        "OCTOBER, 0, 14:00, 15:00, 13:00:00Z 13:30:00Z",
        "OCTOBER, 0, 02:30, 03:00, 00:30:00Z 01:00:00Z 01:30:00Z"
    })
    void timesAreBerlinsWhateverTheClocksDo(Month month, int before, String from, String until, String expected) {
        String day = clocksChange(month).minusDays(before).toString();
        dossiers.clock()
                .pass(Duration.between(dossiers.clock().instant(), Instant.parse(day + "T00:00:00Z"))
                        .minusDays(30));
        offer(day, from, until, 30);
        assertThat(host("GET", "/api/slots", null)
                        .body()
                        .path("slots")
                        .valueStream()
                        .map(slot -> slot.path("start").asString()))
                .containsExactly(Stream.of(expected.split(" ", -1))
                        .map(time -> day + "T" + time)
                        .toArray(String[]::new));
    }

    /** The last Sunday of this month, in the first year in which there is time to offer something on it. */
    private static LocalDate clocksChange(Month month) {
        LocalDate soonest = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC).plusDays(40);
        LocalDate change = soonest.with(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        return change.isBefore(soonest)
                ? soonest.plusYears(1).with(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY))
                : change;
    }

    @Test
    void anHourThatDoesNotExistIsRefused() {
        dossiers.clock().pass(Duration.between(dossiers.clock().instant(), Instant.parse("2027-03-03T09:00:00Z")));
        var refused = offer("2027-03-28", "02:30", "04:00", 30);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains("Uhren werden vorgestellt");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 14:30, 15:30, 30, https://video.example/raum, from",
        "2026-11-20, 14:00, 15:00, 30, https://video.example/raum, day",
        "2027-09-01, 14:00, 15:00, 30, https://video.example/raum, day",
        "2026-12-04, 14:00, 14:20, 30, https://video.example/raum, until",
        "2026-12-04, 14:00, 13:00, 30, https://video.example/raum, until",
        "2026-12-04, 08:00, 18:00, 15, https://video.example/raum, until",
        "2026-12-04, 14:00, 15:00, 5, https://video.example/raum, minutes",
        "2026-12-04, 25:00, 15:00, 30, https://video.example/raum, from",
        "2026-13-04, 14:00, 15:00, 30, https://video.example/raum, from",
        "2026-12-04, 14:00, 15:00, 30, javascript:alert(1), link"
    })
    void whatCannotBeOfferedIsRefusedByName(
            String day, String from, String until, int minutes, String link, String field) {
        var refused = host("POST", "/api/slots", offering(told(day), from, until, minutes, link));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains(field);
    }

    @Test
    void aBookedTalkIsCalledOffWithAReasonAndTheSlotIsFreeAgain() {
        String slot = free(0);
        book(slot);
        assertThat(host("DELETE", "/api/slots/" + slot, null).status())
                .as("nobody is told without a word")
                .isEqualTo(409);
        assertThat(callOff(slot, "", Secrets.id()).status()).isEqualTo(422);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEW_BOOKED");
        String key = Secrets.id();
        for (int i = 0; i < 2; i++) {
            assertThat(callOff(slot, "Frau Groß ist krank.\nWir holen es gern nach.", key)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
        assertThat(dossiers.mails("cancelled")).isEmpty();
        assertThat(dossiers.mails("calledoff")).hasSize(1);
        assertThat(dossiers.text(dossiers.mails("calledoff").getFirst()))
                .startsWith("Leider abgesagt")
                .contains("Das tut uns leid", "Frau Groß ist krank.\nWir holen es gern nach.", "neuen Termin");
        assertThat(dossiers.mails("calledoff")
                        .getFirst()
                        .at("/invitation/method")
                        .asString())
                .isEqualTo("CANCEL");
        assertThat(dossiers.history(dossier)).doesNotContain("Frau Groß ist krank.");
        assertThat(callOff(slot, "noch einmal", Secrets.id()).status()).isEqualTo(409);
        host("DELETE", "/api/slots/" + slot, null);
        assertThat(slots()).doesNotContain(slot);
        assertThat(host("DELETE", "/api/slots/" + slot, null).status()).isEqualTo(200);
    }

    @Test
    void nobodyElsesTalkIsCalledOffAndNoneThatHasBegun() {
        String slot = free(0);
        book(slot);
        var founder = dossiers.as(
                "a-founder",
                "founder",
                "12073008",
                function,
                "POST",
                "/api/slots/" + slot + "/cancellation",
                "{\"reason\":\"x\"}");
        assertThat(founder.status()).isEqualTo(403);
        dossiers.clock().pass(Duration.ofDays(30));
        assertThat(callOff(slot, "zu spät", Secrets.id()).status()).isEqualTo(409);
    }

    private Answer callOff(String slot, String reason, String key) {
        return dossiers.as(
                "0f8fad5b",
                "staff",
                "",
                function,
                "POST",
                "/api/slots/" + slot + "/cancellation",
                dossiers.json(Map.of("reason", reason)),
                key);
    }

    @Test
    void foundersOfferTheirOwnTimeAndTakeNobodyElsesAway() {
        var founder =
                dossiers.as("a-founder", "founder", "12073008", function, "DELETE", "/api/slots/" + free(0), null);
        assertThat(founder.status()).isEqualTo(403);
        var offered = dossiers.as(
                "a-founder",
                "founder",
                "12073008",
                function,
                "POST",
                "/api/slots",
                offering(told("2026-12-03"), "14:00", "15:00", 60, "https://video.example/anderer"));
        assertThat(offered.status()).as("at the same time as another host").isEqualTo(201);
        assertThat(dossiers.as("m", "member", "12073008", function, "GET", "/api/slots", null)
                        .status())
                .isEqualTo(403);
        assertThat(dossiers.as(
                                "f",
                                "founder",
                                "12073008",
                                function,
                                "GET",
                                "/api/staff/dossiers/" + dossier + "/interview",
                                null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDayBeforeEverybodyIsRemindedOnce() {
        book(free(0));
        passTo(told("2026-12-02T12:00:00Z"));
        go();
        assertThat(dossiers.mails("interviewreminder")).isEmpty();
        passTo(told("2026-12-02T13:30:00Z"));
        go();
        go();
        assertThat(dossiers.mails("interviewreminder")).hasSize(1);
        assertThat(dossiers.mails("interviewreminderhost")).hasSize(1);
    }

    @Test
    void whoeverBooksWithinTheLastDayIsNotRemindedOnTopOfIt() {
        passTo(told("2026-12-03T10:00:00Z"));
        book(free(0));
        go();
        assertThat(dossiers.mails("interviewreminder")).isEmpty();
    }

    @Test
    void theOfficeNotesHowItWent() {
        book(free(0));
        assertThat(outcome("HELD", "Sehr nett").status()).as("before it began").isEqualTo(409);
        passTo(told("2026-12-03T13:10:00Z"));
        assertThat(outcome("HELD", "Sehr nett").status()).isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEWED");
        assertThat(host("GET", "/api/staff/dossiers/" + dossier + "/interview", null)
                        .body()
                        .path("note")
                        .asString())
                .isEqualTo("Sehr nett");
        assertThat(standing().toString()).doesNotContain("Sehr nett");
        assertThat(outcome("MISSED", "doch nicht").status()).isEqualTo(409);
    }

    @Test
    void whoeverDidNotComeMayBookAgain() {
        book(free(0));
        passTo(told("2026-12-03T13:40:00Z"));
        assertThat(outcome("MISSED", "Niemand da").status()).isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("PRESELECTED");
        assertThat(dossiers.mails("missed")).hasSize(1);
        offer(told("2026-12-10"), "14:00", "14:30", 30);
        assertThat(book(slots().getLast()).status()).isEqualTo(200);
    }

    @Test
    void aDayAfterTheOfficeIsAskedOnceHowItWent() {
        book(free(0));
        passTo(told("2026-12-04T14:00:00Z"));
        go();
        go();
        assertThat(dossiers.openTasks()).containsOnlyOnce("interview");
        outcome("HELD", "Sehr nett");
        assertThat(dossiers.openTasks()).doesNotContain("interview");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneInterviewKeepsNobodyElseFromBeingReminded(Error error) {
        book(free(0));
        String others = Secrets.secret();
        String other = invited("12073008", others);
        official(others, "PUT", other, slot(free(0)));
        passTo(told("2026-12-02T13:30:00Z"));
        var poisoned = new ScheduledJobs(
                List.of(InterviewFunctions.round(
                        settings(dossiers.tables()),
                        ThrowingError.in(dossiers.tables().store(), dossier, error),
                        dossiers.clock())),
                dossiers.clock());
        assertThatThrownBy(() -> Invoke.function(poisoned, "{}")).hasNoCause().hasMessageStartingWith("Not done: [");
        assertThat(dossiers.mails("interviewreminder")).hasSize(1);
        go();
        assertThat(dossiers.mails("interviewreminder")).hasSize(2);
    }

    private String invited(String ags, String with) {
        String id = dossiers.sent(ags, with);
        var tables = dossiers.tables();
        var transitions =
                new DossierTransitions(tables.store().table(tables.table("ApplicationsTable")), dossiers.clock());
        assertThat(tables.store()
                        .table(tables.table("ApplicationsTable"))
                        .write(transitions.move(
                                id, DossierState.SUBMITTED, DossierState.PRESELECTED, "system", "Vorauswahl", null)))
                .isTrue();
        return id;
    }

    private static List<String> keys(int many) throws Exception {
        try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("src/main/resources/municipalities.csv"))) {
            return lines.skip(1)
                    .map(line -> line.substring(0, 8))
                    .filter(ags -> Municipalities.find(ags).isPresent() && !ags.equals("03159016"))
                    .limit(many)
                    .toList();
        }
    }

    private JsonNode standing() {
        return dossiers.asOfficial(secret, "GET", "/api/dossiers/" + dossier, null)
                .body();
    }

    private JsonNode read() {
        return official(secret, "GET", dossier, null).body();
    }

    private List<String> slots() {
        return host("GET", "/api/slots", null)
                .body()
                .path("slots")
                .valueStream()
                .filter(slot -> !slot.has("dossier"))
                .map(slot -> slot.path("id").asString())
                .toList();
    }

    private String free(int index) {
        return slots().get(index);
    }

    private Answer book(String slot) {
        return official(secret, "PUT", dossier, slot(slot));
    }

    private Answer cancel() {
        return official(secret, "DELETE", dossier, null);
    }

    private static String slot(String id) {
        return "{\"slot\":\"" + id + "\"}";
    }

    private Answer official(String with, String method, String whose, String body) {
        return dossiers.call(function, method, "/api/dossiers/" + whose + "/interview", body, with, List.of());
    }

    private Answer offer(String day, String from, String until, int minutes) {
        return host("POST", "/api/slots", offering(day, from, until, minutes, "https://video.example/raum"));
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void interviewsWhoseLengthIsNoNumberAreNotOffered(String number) {
        String offer = offering(told("2026-12-04"), "14:00", "15:00", 30, "https://video.example/raum");
        var refused = host("POST", "/api/slots", offer.replace("\"minutes\":30", "\"minutes\":" + number));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("minutes");
    }

    private String offering(String day, String from, String until, int minutes, String link) {
        return dossiers.json(Map.of("day", day, "from", from, "until", until, "minutes", minutes, "link", link));
    }

    private Answer outcome(String outcome, String note) {
        return host(
                "POST",
                "/api/staff/dossiers/" + dossier + "/interview",
                dossiers.json(Map.of("outcome", outcome, "note", note)));
    }

    private Answer host(String method, String path, String body) {
        return dossiers.as("0f8fad5b", "staff", "", function, method, path, body);
    }

    private void passTo(String instant) {
        dossiers.clock().passTo(instant);
        // Sessions are for hours; who comes back days later comes by a mailed link.
        secret = dossiers.enter(dossier);
    }

    private void go() {
        Invoke.function(rounds, "{}");
    }

    private static InterviewSettings settings(TestTables tables) {
        return new InterviewSettings(
                tables.table("ApplicationsTable"), tables.table("OutboxTable"), tables.table("InterviewsTable"));
    }
}
