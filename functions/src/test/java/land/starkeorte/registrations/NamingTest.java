package land.starkeorte.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.mail.Mailman;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People whom somebody else registers are told once, and nobody can write to strangers without end. */
class NamingTest {
    private static final String ONE = "12073008";

    private final EventFixture events =
            new EventFixture(EventFixture.event("Treffen").put("capacity", 100));
    private final Mailman mailman = new Mailman(events.dossiers.tables(), events.dossiers.clock());

    @Test
    void aGuestWhoSwapsPeopleAgainAndAgainWritesToFewOfThemAndOnce() {
        events.guest("Gisela", 1);
        JsonNode mail = events.mail("eventconfirm", "Gisela");
        String[] link = events.link(mail);
        events.byLink(link, "POST", "/acceptance", null);
        var statuses = new ArrayList<Integer>();
        for (int round = 0; round < 10; round++) {
            Answer answer =
                    events.byLink(link, "PUT", "", strangers("r" + round).toString());
            statuses.add(answer.status());
            if (answer.status() == 409) {
                assertThat(answer.body().path("detail").asString()).contains("zu viele Personen angeschrieben");
            }
        }
        assertThat(statuses).containsExactly(200, 200, 409, 409, 409, 409, 409, 409, 409, 409);
        assertThat(strangers())
                .as("eighteen that they come, nine that they do not any more")
                .hasSize(18 + 9)
                .contains("r0-1@fremd.example", "r1-9@fremd.example");
    }

    @Test
    void whoeverIsTakenOutAndPutInAgainIsNotToldAgain() {
        String id = events.register(ONE, "Anna", 1).body().path("id").asString();
        for (int round = 0; round < 4; round++) {
            ObjectNode two = EventFixture.people("Anna", 2);
            ((ObjectNode) two.at("/people/1")).put("mail", "stranger@fremd.example");
            assertThat(events.member(ONE, "PUT", "/registrations/" + id, two.toString())
                            .status())
                    .isEqualTo(200);
            events.member(
                    ONE,
                    "PUT",
                    "/registrations/" + id,
                    EventFixture.people("Anna", 1).toString());
        }
        assertThat(strangers()).as("in, and out").containsExactly("stranger@fremd.example", "stranger@fremd.example");
    }

    @Test
    void aStrangersMailboxDoesNotFillUpHoweverManyGuestsRegisterIt() {
        for (int guest = 0; guest < 12; guest++) {
            ObjectNode two = EventFixture.people("Gast" + guest, 2);
            ((ObjectNode) two.at("/people/1")).put("mail", "stranger@fremd.example");
            assertThat(events.guest(two).status()).isEqualTo(201);
            events.byLink(events.mail("eventconfirm", "Gast" + guest), "POST", "/acceptance", null);
        }
        assertThat(strangers()).hasSize(10);
    }

    @Test
    void whoeverIsSaidToBeAGuestGetsFewMailsHoweverOftenItIsSaid() {
        for (int round = 0; round < 8; round++) {
            assertThat(events.guest("Opfer", 1).status()).isEqualTo(201);
        }
        assertThat(mailman.deliver())
                .as("to confirm, and that it is registered already")
                .hasSize(2);
    }

    @Test
    void movingThereAndBackTellsEverybodyNoMoreOftenThanNaming() {
        var series = new EventFixture(
                EventFixture.event("Treffen").put("capacity", 100).put("rrule", "FREQ=WEEKLY;COUNT=2"));
        String other = series.staff("GET", "", null)
                .body()
                .path("events")
                .valueStream()
                .map(date -> date.path("id").asString())
                .filter(date -> !date.equals(series.event))
                .findFirst()
                .orElseThrow();
        series.staff("POST", "/" + other + "/publication", "{}");
        var postman = new Mailman(series.dossiers.tables(), series.dossiers.clock());
        String at = series.event;
        String id = as(series, "POST", at + "/registrations", strangers("a").toString())
                .body()
                .path("id")
                .asString();
        var statuses = new ArrayList<Integer>();
        for (int round = 0; round < 4; round++) {
            String to = at.equals(other) ? series.event : other;
            int status = as(series, "POST", at + "/registrations/" + id + "/move", "{\"event\":\"" + to + "\"}")
                    .status();
            statuses.add(status);
            if (status == 201) {
                at = to;
                id = as(series, "GET", at, null)
                        .body()
                        .at("/registrations/0/id")
                        .asString();
            }
        }
        assertThat(statuses).containsExactly(201, 409, 409, 409);
        assertThat(postman.deliver())
                .filteredOn("a-1@fremd.example"::equals)
                .as("registered, moved there, cancelled here")
                .hasSize(3);
    }

    private static Answer as(EventFixture events, String method, String what, String body) {
        return events.dossiers.as(
                "person-" + ONE, "member", ONE, events.api, method, "/api/member/events/" + what, body);
    }

    private List<String> strangers() {
        return mailman.deliver().stream()
                .filter(to -> to.endsWith("@fremd.example"))
                .toList();
    }

    private static ObjectNode strangers(String kind) {
        ObjectNode ten = EventFixture.people("Gisela", 10);
        for (int i = 1; i < 10; i++) {
            ((ObjectNode) ten.at("/people/" + i)).put("mail", kind + "-" + i + "@fremd.example");
        }
        return ten;
    }
}
