package land.starkeorte.registrations;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.testing.TestClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Guests whom nobody knows: they cannot occupy an event, and nobody learns from the answers who comes. */
class GuestTest {
    private static final String ONE = "12073008";

    @Test
    void guestsWhoNeverConfirmOccupyAFifthOfTheHallForHalfAnHour() {
        var events = new EventFixture(30);
        for (int i = 0; i < 8; i++) {
            assertThat(events.guest("Erfunden" + i, 4).status()).isEqualTo(201);
        }
        assertThat(events.taken()).hasSizeBetween(4, 6).doesNotHaveDuplicates();
        assertThat(events.register(ONE, "Anna", 10).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(events.list().path("registrations").valueStream())
                .as("nobody waits who has not confirmed")
                .noneMatch(one -> one.path("state").asString().equals("WAITING"));
        events.dossiers.clock().pass(Duration.ofMinutes(30));
        for (String next : List.of("Bert", "Bea")) {
            assertThat(events.register("03152012", next, 10)
                            .body()
                            .path("state")
                            .asString())
                    .as("what was held is free, though no schedule ran")
                    .isEqualTo("REGISTERED");
        }
        assertThat(events.taken()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void manyGuestsAtTheSameMomentHoldNoMoreThanTheirShare() {
        var events = new EventFixture(50);
        List<String> names = IntStream.range(0, 24).mapToObj(i -> "Gast" + i).toList();
        assertThat(names.stream()
                        .parallel()
                        .map(name -> events.guest(EventFixture.people(name, 1)).status())
                        .toList())
                .containsOnly(201);
        assertThat(events.taken()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(names.stream()
                        .parallel()
                        .map(name -> events.byLink(events.mail("eventconfirm", name), "POST", "/acceptance", null)
                                .body()
                                .path("state")
                                .asString())
                        .toList())
                .containsOnly("REGISTERED");
        assertThat(events.taken()).hasSize(24).doesNotHaveDuplicates();
        assertThat(events.taken().size() + events.empty().size()).isEqualTo(50);
    }

    @Test
    void whoeverConfirmsLaterStillComesWhereThereIsRoomAndElseWaits() {
        var events = new EventFixture(EventFixture.event("Treffen").put("capacity", 10));
        events.guest("Gisela", 2);
        events.guest("Hanna", 1);
        JsonNode gisela = events.mail("eventconfirm", "Gisela");
        assertThat(gisela.at("/model/until").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofMinutes(30))));
        assertThat(gisela.at("/model/by").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofDays(1))));
        assertThat(events.mail("eventconfirm", "Hanna").path("model").has("until"))
                .as("the fifth is given already")
                .isFalse();
        events.dossiers.clock().pass(Duration.ofMinutes(31));
        events.round();
        assertThat(events.taken()).isEmpty();
        assertThat(confirmed(events, "Gisela")).isEqualTo("REGISTERED");
        assertThat(events.taken()).hasSize(2);
        events.register(ONE, "Anna", 8);
        assertThat(confirmed(events, "Hanna")).isEqualTo("WAITING");
        assertThat(confirmed(events, "Hanna")).as("a repeat").isEqualTo("WAITING");
        assertThat(events.mails("eventwaiting")).hasSize(1);
        events.byLink(events.mail("eventregistered", "Gisela"), "DELETE", "", null);
        events.tend();
        assertThat(events.state("Hanna")).isEqualTo("OFFERED");
    }

    @Test
    void whoeverNeverConfirmsHearsNothingMoreAndIsForgotten() {
        var events = new EventFixture(5);
        events.guest("Gisela", 1);
        String[] link = events.link(events.mail("eventconfirm", "Gisela"));
        events.dossiers.clock().pass(Duration.ofHours(23));
        events.round();
        events.round();
        assertThat(events.state("Gisela")).isEqualTo("PENDING");
        events.dossiers.clock().pass(Duration.ofHours(1));
        assertThat(events.byLink(link, "POST", "/acceptance", null).status())
                .as("too late, even before the schedule came")
                .isNotEqualTo(200);
        events.round();
        events.round();
        assertThat(events.state("Gisela")).isEqualTo("LAPSED");
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Der Saal brennt.\"}");
        events.tend();
        assertThat(events.mails("eventlapsed")).isEmpty();
        assertThat(events.mails("eventoff")).isEmpty();
    }

    @Test
    void whoIsRegisteredCannotBeAsked() {
        var open = EventFixture.event("Treffen").put("capacity", 10).put("limit", 4);
        same(new EventFixture(open), 1, 201);
        same(new EventFixture(open.deepCopy()), 5, 409);
        same(new EventFixture(open.deepCopy().put("limit", 0)), 11, 422);
        same(new EventFixture(EventFixture.event("Treffen").put("capacity", 3)), 4, 422);
        var full = new EventFixture(EventFixture.event("Treffen").put("capacity", 12));
        same(full, 2, 201, () -> full.register(ONE, "Anna", 10));
        var closed = new EventFixture(
                EventFixture.event("Treffen").put("capacity", 5).put("closes", told("2026-11-24T10:00")));
        same(
                closed,
                1,
                409,
                () -> closed.dossiers.clock().pass(Duration.ofHours(20)),
                () -> closed.dossiers.clock().pass(Duration.ofDays(1)));
        var trip = new EventFixture(EventFixture.event("Reise")
                .put("kind", "INSPIRATION_TRIP")
                .put("capacity", 30)
                .put("fee", "10,00")
                .put("rooms", "Einzelzimmer; 50,00; 3\nDoppelzimmer; 40,00; 20"));
        same(trip, GuestTest::inASingleRoom, 4, 409);
    }

    @Test
    void theNumberOfFreeSeatsDoesNotTellEither() {
        var events = new EventFixture(10);
        events.guest("Gisela", 1);
        int before = free(events);
        events.guest("Gisela", 1);
        events.guest("Fremd", 1);
        assertThat(free(events)).isEqualTo(before).isEqualTo(10);
    }

    private static int free(EventFixture events) {
        return events.dossiers
                .call(events.api, "GET", "/api/events/" + events.event, null, java.util.Map.<String, String>of())
                .body()
                .path("free")
                .asInt();
    }

    private static ObjectNode inASingleRoom(ObjectNode delegation) {
        delegation.path("people").forEach(person -> ((ObjectNode) person).put("room", 0));
        return EventFixture.paying(delegation);
    }

    private static void same(EventFixture events, int party, int status, Runnable... then) {
        same(events, delegation -> delegation, party, status, then);
    }

    private static void same(
            EventFixture events, UnaryOperator<ObjectNode> written, int party, int status, Runnable... then) {
        assertThat(events.guest(written.apply(EventFixture.people("Bekannt", 1)))
                        .status())
                .isEqualTo(201);
        List.of(then).forEach(Runnable::run);
        var answers = new ArrayList<Answer>();
        var reused = new ArrayList<Integer>();
        for (String name : List.of("Bekannt", "Unbekannt")) {
            ObjectNode delegation = written.apply(EventFixture.people(name, party));
            String proof = events.dossiers.proof();
            answers.add(events.guest(delegation, UUID.randomUUID().toString(), proof));
            reused.add(events.guest(delegation, UUID.randomUUID().toString(), proof)
                    .status());
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(answers.get(0).status()).isEqualTo(status);
        assertThat(reused.get(0)).as("the proof is spent, or it is not").isEqualTo(reused.get(1));
    }

    private static String confirmed(EventFixture events, String name) {
        return events.byLink(events.mail("eventconfirm", name), "POST", "/acceptance", null)
                .body()
                .path("state")
                .asString();
    }
}
