package land.starkeorte.events;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.EventFixture;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events that come again and again. The clock stands at 23 November 2026. */
class SeriesTest {
    private final DossierFixture dossiers = new DossierFixture();
    private final LambdaFunction office = ParticipantFunctions.serve(
            EventFixture.settings(dossiers),
            BookingCharges.NONE,
            dossiers.tables().store(),
            dossiers.clock());

    /** The oracle is another library's reading of the same rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;COUNT=20",
                "FREQ=WEEKLY;INTERVAL=2;COUNT=20",
                "FREQ=MONTHLY;BYDAY=2WE;COUNT=12",
                "FREQ=MONTHLY;BYDAY=-1WE;COUNT=12",
                "FREQ=MONTHLY;COUNT=6",
                "FREQ=DAILY;UNTIL=20261220T230000Z",
                "FREQ=YEARLY;COUNT=3"
            })
    void everyDateIsAtThreeInTheAfternoonWhateverTheClocksDo(String rule) {
        String moved = rule.replace("20261220", told("2026-12-20").replace("-", ""));
        created(moved);
        var first = LocalDateTime.parse(told("2026-12-09T15:00")).atZone(GermanFormat.ZONE);
        var expected = new Recur<java.time.ZonedDateTime>(moved)
                .getDates(first, first, first.plusYears(4)).stream()
                        .map(date -> date.toInstant().toString())
                        .toList();
        assertThat(dates()).extracting(date -> date.path("start").asString()).containsExactlyElementsOf(expected);
        assertThat(dates()).allMatch(date -> date.path("startTyped").asString().endsWith("T15:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY",
                "FREQ=SECONDLY;COUNT=3",
                "FREQ=HOURLY;COUNT=3",
                "QUATSCH",
                "COUNT=3",
                "FREQ=DAILY;COUNT=41",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;INTERVAL=0;COUNT=3",
                "FREQ=DAILY;COUNT=3;COUNT=4",
                "FREQ=DAILY;COUNT=3;UNTIL=20261220T230000Z",
                "FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2;BYSECOND=1,2;COUNT=20",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
                "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;COUNT=5",
                "FREQ=MONTHLY;BYDAY=53MO;COUNT=5",
                "FREQ=DAILY;UNTIL=20200101T000000Z",
                "FREQ=DAILY;UNTIL=20269999T000000Z",
                "FREQ=;COUNT=3",
                "FREQ=DAILY;COUNT=2\r\nSUMMARY:x"
            })
    void whatHasNoEndOrNoSenseIsRefused(String rule) {
        Answer answer = staff(
                "POST", "", EventFixture.event("Flurfunk").put("rrule", rule).toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("rrule");
        assertThat(staff("GET", "", null).body().path("events")).isEmpty();
    }

    @Test
    void oneDateIsChangedByItselfAndTheRestTogether() {
        String first = created("FREQ=WEEKLY;COUNT=4");
        assertThat(staff("POST", "/" + first + "/publication", "{\"following\":true}")
                        .status())
                .isEqualTo(201);
        assertThat(dates()).extracting(date -> date.path("state").asString()).containsOnly("PUBLISHED");
        JsonNode second = dates().get(1);
        change(
                second,
                EventFixture.event("Flurfunk im Kino")
                        .put("start", told("2026-12-17T18:00"))
                        .put("end", told("2026-12-17T19:00")));
        change(
                dates().getFirst(),
                EventFixture.event("Flurfunk neu")
                        .put("start", told("2026-12-09T16:00"))
                        .put("end", told("2026-12-09T18:00"))
                        .put("following", true));
        assertThat(dates())
                .extracting(date -> date.path("title").asString() + " "
                        + date.path("startTyped").asString())
                .containsExactly(
                        told("Flurfunk neu 2026-12-09T16:00"),
                        told("Flurfunk im Kino 2026-12-17T18:00"),
                        told("Flurfunk neu 2026-12-23T16:00"),
                        told("Flurfunk neu 2026-12-30T16:00"));
        assertThat(dates()).extracting(date -> date.path("endTyped").asString()).contains(told("2026-12-23T18:00"));
        String third = dates().get(2).path("id").asString();
        staff("POST", "/" + third + "/cancellation", "{\"reason\":\"Ferien\",\"following\":true}");
        assertThat(dates())
                .extracting(date -> date.path("state").asString())
                .containsExactly("PUBLISHED", "PUBLISHED", "CANCELLED", "CANCELLED");
    }

    @Test
    void aDelegationMovesToAnotherDateWhereThereIsRoom() {
        var events = new EventFixture(
                EventFixture.event("Flurfunk").put("capacity", 2).put("rrule", "FREQ=WEEKLY;COUNT=3"));
        List<String> dates = events.staff("GET", "", null)
                .body()
                .path("events")
                .valueStream()
                .map(date -> date.path("id").asString())
                .toList()
                .reversed();
        assertThat(dates.getFirst()).isEqualTo(events.event);
        dates.subList(1, 3)
                .forEach(date -> assertThat(events.staff("POST", "/" + date + "/publication", "{}")
                                .status())
                        .isEqualTo(201));
        String id = events.register("12073008", "Anna", 2).body().path("id").asString();
        JsonNode read = events.member("12073008", "GET", "", null).body();
        assertThat(read.path("dates")).hasSize(2);
        assertThat(read.at("/dates/0/free").asInt()).isEqualTo(2);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(move(events, "12073008", id, dates.get(2), key).status()).isEqualTo(201);
        }
        assertThat(events.taken()).isEmpty();
        assertThat(events.state("Anna")).isEqualTo("CANCELLED");
        JsonNode there =
                events.staff("GET", "/" + dates.get(2) + "/registrations", null).body();
        assertThat(there.path("taken").asInt()).isEqualTo(2);
        assertThat(events.mails("eventcancelled"))
                .as("takes the old date out of the calendar")
                .hasSize(1);
        assertThat(events.mails("eventregistered")).hasSize(2);
        String next = events.register("03159016", "Bernd", 1).body().path("id").asString();
        assertThat(move(
                                events,
                                "03159016",
                                next,
                                dates.get(2),
                                UUID.randomUUID().toString())
                        .body()
                        .path("detail")
                        .asString())
                .contains("nicht genug Plätze");
        assertThat(events.state("Bernd")).isEqualTo("REGISTERED");
        assertThat(move(
                                events,
                                "03159016",
                                next,
                                events.event,
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(409);
    }

    private static Answer move(EventFixture events, String ags, String id, String to, String key) {
        return events.dossiers.as(
                "person-" + ags,
                "member",
                ags,
                events.api,
                "POST",
                "/api/member/events/" + events.event + "/registrations/" + id + "/move",
                "{\"event\":\"" + to + "\"}",
                key);
    }

    @Test
    void aSeriesIsMadeOnceHoweverOftenItIsAskedFor() {
        String body = EventFixture.event("Flurfunk")
                .put("rrule", "FREQ=WEEKLY;COUNT=3")
                .toString();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            dossiers.as("anna", "staff", "", office, "POST", "/api/staff/events", body, key);
        }
        assertThat(dates())
                .hasSize(3)
                .extracting(date -> date.path("series").asString())
                .doesNotContain("");
    }

    private String created(String rule) {
        return staff(
                        "POST",
                        "",
                        EventFixture.event("Flurfunk").put("rrule", rule).toString())
                .body()
                .path("id")
                .asString();
    }

    private void change(JsonNode date, ObjectNode event) {
        Answer answer = staff(
                "PUT",
                "/" + date.path("id").asString(),
                event.put("version", date.path("version").asInt()).toString());
        assertThat(answer.status()).isEqualTo(200);
    }

    private List<JsonNode> dates() {
        return staff("GET", "", null)
                .body()
                .path("events")
                .valueStream()
                .toList()
                .reversed();
    }

    private Answer staff(String method, String what, String body) {
        return dossiers.as("anna", "staff", "", office, method, "/api/staff/events" + what, body);
    }
}
