package land.starkeorte.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.platform.Json;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.EventFixture;
import land.starkeorte.site.MemorySiteBucket;
import land.starkeorte.site.SiteFunctions;
import land.starkeorte.testing.Invoke;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The office writes an event; who may know of it does, everywhere and nowhere else. The clock stands at 23 November 2026. */
class EventTest {
    private final DossierFixture dossiers = new DossierFixture();
    private final String table = dossiers.tables().table("EventsTable");
    private final LambdaFunction function = ParticipantFunctions.serve(
            EventFixture.settings(dossiers),
            BookingCharges.NONE,
            dossiers.tables().store(),
            dossiers.clock());
    private final MemorySiteBucket siteBucket = new MemorySiteBucket();
    private final LambdaFunction publisher = SiteFunctions.publish(
            siteBucket,
            List.of(EventFunctions.section(
                    dossiers.tables().reach("EventsTable"), "https://starke-orte.example", dossiers.clock())));

    @Test
    void aDraftIsSeenByNobodyAndPublishedByEverybody() throws Exception {
        String id = created(event("Flurfunk für Ämter"));
        assertThat(id).matches("flurfunk-fuer-aemter-[a-z0-9]{8}");
        run();
        assertThat(siteBucket.everything()).doesNotContain("Flurfunk");
        assertThat(member().toString()).doesNotContain("Flurfunk");
        assertThat(staff("POST", "/" + id + "/publication", "{}").status()).isEqualTo(201);
        assertThat(staff("POST", "/" + id + "/publication", "{}").status()).isEqualTo(409);
        run();
        String page = siteBucket.text("veranstaltungen/" + id + "/");
        assertThat(page)
                .contains("Flurfunk für Ämter", told("Mittwoch, 9. Dezember 2026, 15:00 Uhr bis 16:30 Uhr"), "Online")
                .doesNotContain("video.example");
        String data = page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        JsonNode structured = Json.MAPPER.readTree(data);
        assertThat(structured.path("startDate").asString()).isEqualTo(told("2026-12-09T15:00+01:00"));
        assertThat(structured.path("description").asString()).isEqualTo("Über </script> & <b>Leerstand</b>.");
        assertThat(siteBucket.text("veranstaltungen/")).contains("Flurfunk für Ämter", "Digitales Treffen");
        assertThat(siteBucket.text("veranstaltungen/atom.xml")).contains("Flurfunk");
        assertThat(siteBucket.everything()).doesNotContain("video.example");
        assertThat(member().at("/events/0/title").asString()).isEqualTo("Flurfunk für Ämter");
        assertThat(member().toString()).doesNotContain("video.example");
    }

    @Test
    void whatIsForMembersNeverReachesTheWeb() {
        String id = created(event("Intern").put("audience", "MEMBERS"));
        staff("POST", "/" + id + "/publication", "{}");
        run();
        assertThat(siteBucket.everything()).doesNotContain("Intern</");
        assertThat(siteBucket.files.keySet()).noneMatch(key -> key.contains(id));
        assertThat(member().at("/events/0/title").asString()).isEqualTo("Intern");
    }

    @Test
    void aChangeRaisesTheSequenceAndACancelledEventStaysWithItsReason() throws Exception {
        String id = created(event("Seminar"));
        staff("POST", "/" + id + "/publication", "{}");
        run();
        VEvent first = entry();
        JsonNode read = staff("GET", "/" + id, null).body();
        ObjectNode moved =
                event("Seminar").put("start", told("2026-12-16T15:00")).put("end", told("2026-12-16T16:30"));
        moved.put("version", read.path("version").asInt());
        assertThat(staff("PUT", "/" + id, moved.toString()).status()).isEqualTo(200);
        assertThat(staff("PUT", "/" + id, moved.toString()).status())
                .as("a repeat")
                .isEqualTo(200);
        assertThat(staff("PUT", "/" + id, moved.put("title", "Anders").toString())
                        .status())
                .as("over a version that is gone")
                .isEqualTo(409);
        assertThat(staff("POST", "/" + id + "/cancellation", "{\"reason\":\"Die Referentin ist krank.\"}")
                        .status())
                .isEqualTo(201);
        run();
        VEvent second = entry();
        assertThat(second.getUid()).isEqualTo(first.getUid());
        assertThat(sequence(second)).isGreaterThan(sequence(first));
        assertThat(second.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(second.getSummary().getValue()).isEqualTo("Abgesagt: Seminar");
        assertThat(siteBucket.text("veranstaltungen/" + id)).contains("fällt aus", "Die Referentin ist krank.");
        assertThat(staff("PUT", "/" + id, moved.toString()).status()).isEqualTo(409);
    }

    @Test
    void eachTopicHasACalendarOfItsOwn() {
        ObjectNode land = event("Boden");
        land.putObject("topics").put("LAND", true).put("VACANCY", false);
        for (ObjectNode event : List.of(land, event("Ohne"))) {
            staff("POST", "/" + created(event) + "/publication", "{}");
        }
        run();
        assertThat(siteBucket.text("veranstaltungen/gerechte-bodenpolitik.ics"))
                .contains("SUMMARY:Boden")
                .doesNotContain("SUMMARY:Ohne");
        assertThat(siteBucket.text("veranstaltungen/leerstand-aktivieren.ics")).doesNotContain("SUMMARY");
        assertThat(siteBucket.text("veranstaltungen/kalender.ics")).contains("SUMMARY:Boden", "SUMMARY:Ohne");
        assertThat(siteBucket.text("veranstaltungen/")).contains("data-topics=\"Gerechte Bodenpolitik\"");
    }

    @Test
    void whatIsOverMovesDownWithoutAnybodyDoingAnything() {
        String id = created(event("Bald"));
        staff("POST", "/" + id + "/publication", "{}");
        dossiers.clock().pass(Duration.ofDays(17));
        run();
        assertThat(siteBucket.text("veranstaltungen/")).contains("Vorbei", "Bald");
        assertThat(member().path("events")).isEmpty();
        assertThat(staff("POST", "/" + id + "/cancellation", "{\"reason\":\"zu spät\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        refused(event("").put("title", ""), "Titel");
        refused(event("x").put("end", told("2026-12-09T14:00")), "nach dem Beginn");
        refused(event("x").put("start", "2027-03-28T02:30").put("end", "2027-03-28T05:00"), "wird vorgestellt");
        refused(event("x").put("start", "morgen"), "Tag und Uhrzeit");
        refused(event("x").put("link", ""), "Ort");
        refused(event("x").put("link", "javascript:alert(1)"), "https://");
        refused(event("x").put("kind", "PARTY"), "Art");
        String past = created(event("x").put("start", told("2026-11-01T10:00")).put("end", told("2026-11-01T11:00")));
        assertThat(staff("POST", "/" + past + "/publication", "{}")
                        .body()
                        .path("detail")
                        .asString())
                .contains("Vergangenheit");
    }

    @ParameterizedTest
    @CsvSource({"capacity, 30 Plätze", "capacity, ''", "capacity, '1,5'", "capacity, 1e3", "limit, viele", "limit, ''"})
    void whatIsNoNumberIsRefusedAndNeverTakenForNone(String field, String typed) {
        Answer answer = staff("POST", "", event("Seminar").put(field, typed).toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(staff("GET", "", null).body().path("events")).isEmpty();
    }

    @Test
    void whatTookPlaceLongAgoIsEnteredByWhoeverSaysSoAndNobodyIsTold() {
        ObjectNode old = event("Auftakt").put("start", told("2019-05-08T15:00")).put("end", told("2019-05-08T16:30"));
        refused(old, "mehr als ein Jahr zurück");
        refused(event("Bald").put("past", true), "noch nicht vorbei");
        refused(old.deepCopy().put("past", true).put("capacity", 30), "meldet sich niemand mehr an");
        refused(
                old.deepCopy()
                        .put("past", true)
                        .put("start", told("1919-05-08T15:00"))
                        .put("end", told("1919-05-08T16:00")),
                "dreißig Jahre");
        String id = created(old.deepCopy().put("past", true));
        assertThat(staff("POST", "/" + id + "/publication", "{}")
                        .body()
                        .path("detail")
                        .asString())
                .contains("als vergangen");
        assertThat(staff("POST", "/" + id + "/publication", "{\"past\":true}").status())
                .isEqualTo(201);
        String coming = created(event("Bald"));
        assertThat(staff("POST", "/" + coming + "/publication", "{\"past\":true}")
                        .status())
                .isEqualTo(409);
        run();
        assertThat(siteBucket.text("veranstaltungen/").replaceAll("(?s).*Vorbei", ""))
                .contains("Auftakt", told("8. Mai 2019"));
        assertThat(siteBucket.text("veranstaltungen/atom.xml")).doesNotContain("Auftakt");
        for (String template : List.of("eventchanged", "eventreminder", "eventoff")) {
            assertThat(dossiers.mails(template)).isEmpty();
        }
        ObjectNode mended = old.deepCopy().put("past", true).put("title", "Auftakt in Angermünde");
        mended.put(
                "version", staff("GET", "/" + id, null).body().path("version").asInt());
        assertThat(staff("PUT", "/" + id, mended.toString()).status()).isEqualTo(200);
    }

    @Test
    void thePublicListIsByDateAndASeriesStandsInItOnce() {
        ObjectNode weekly = event("Flurfunk").put("rrule", "FREQ=WEEKLY;COUNT=6");
        String first = created(weekly);
        staff("POST", "/" + first + "/publication", "{\"following\":true}");
        String later = created(event("Seminar")
                .put("kind", "SEMINAR")
                .put("start", told("2027-01-13T15:00"))
                .put("end", told("2027-01-13T16:30")));
        String sooner = created(event("Besuch")
                .put("kind", "PROJECT_VISIT")
                .put("start", told("2026-12-02T15:00"))
                .put("end", told("2026-12-02T16:30")));
        for (String id : List.of(later, sooner)) {
            staff("POST", "/" + id + "/publication", "{}");
        }
        run();
        String page = siteBucket.text("veranstaltungen/");
        String month = month(told("13. Januar 2027"));
        assertThat(page)
                .containsSubsequence(month(told("2. Dezember 2026")), ">Besuch<", ">Flurfunk<", month, ">Seminar<")
                .contains("5 weitere Termine", "data-kind=\"Seminar\"");
        assertThat(page.split(">Flurfunk<", -1)).hasSize(2);
        assertThat(page).containsOnlyOnce("<h2>" + month + "</h2>");
    }

    private static String month(String day) {
        return day.substring(day.indexOf(' ') + 1);
    }

    @Test
    void aCopyIsADraftOfItsOwnAndADoubledRequestMakesOne() {
        String id = created(event("Reise"));
        String key = UUID.randomUUID().toString();
        var one =
                dossiers.call(function, "POST", "/api/staff/events/" + id + "/copy", "{}", "x", List.of("staff"), key);
        var two =
                dossiers.call(function, "POST", "/api/staff/events/" + id + "/copy", "{}", "x", List.of("staff"), key);
        assertThat(two.body()).isEqualTo(one.body());
        assertThat(one.body().path("id").asString()).isNotEqualTo(id);
        assertThat(staff("GET", "", null).body().path("events")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "start, 9999-12-09T15:00",
        "start, 2032-12-09T15:00",
        "start, 0000-01-01T15:00",
        "start, 2025-11-01T15:00",
        "end, 9999-12-09T15:00",
        "opens, 0001-01-01T15:00",
        "link, https://name@video.example/raum",
        "link, http://video.example/raum"
    })
    void whatCannotBeMeantIsRefusedInWords(String field, String typed) {
        ObjectNode event = event("Seminar").put(field, told(typed));
        if (field.equals("start")) {
            event.put("end", told(typed).replace("15:00", "16:00"));
        }
        Answer answer = staff("POST", "", event.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void whatIsNoNumberIsRefusedInWords(String number) {
        String id = created(event("Seminar"));
        String over = event("Anders").toString();
        assertThat(staff("PUT", "/" + id, over.replaceFirst("\"version\":0", "\"version\":" + number))
                        .status())
                .isBetween(400, 499);
        for (String field : List.of("capacity", "limit")) {
            String wrong = over.replaceFirst("\"" + field + "\":\\d+", "\"" + field + "\":" + number);
            assertThat(staff("POST", "", wrong).status()).isEqualTo(422);
        }
    }

    @Test
    void onlyTheOfficeWrites() {
        String id = created(event("x"));
        for (String group : List.of("member", "founder", "nobody")) {
            assertThat(dossiers.as("x", group, "12073008", function, "GET", "/api/staff/events/" + id, null)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(dossiers.as("x", "nobody", "", function, "GET", "/api/member/events", null)
                        .status())
                .isEqualTo(403);
        assertThat(staff("GET", "/gibt-es-nicht", null).status()).isEqualTo(410);
    }

    private static ObjectNode event(String title) {
        return EventFixture.event(title);
    }

    private void refused(ObjectNode event, String words) {
        Answer answer = staff("POST", "", event.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains(words);
    }

    private VEvent entry() throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(siteBucket.text("veranstaltungen/kalender.ics")));
        return (VEvent) calendar.getComponents().getFirst();
    }

    private static int sequence(VEvent event) {
        return event.getSequence().getSequenceNo();
    }

    private String created(ObjectNode event) {
        return staff("POST", "", event.toString()).body().path("id").asString();
    }

    private Answer staff(String method, String what, String body) {
        return dossiers.as("anna", "staff", "", function, method, "/api/staff/events" + what, body);
    }

    private JsonNode member() {
        return dossiers.as("änne", "member", "03159016", function, "GET", "/api/member/events", null)
                .body();
    }

    private void run() {
        Invoke.function(publisher, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }
}
