package land.starkeorte.events;

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
        var hall = new EventFixture(30);
        for (int i = 0; i < 8; i++) {
            assertThat(hall.guest("Erfunden" + i, 4).status()).isEqualTo(201);
        }
        assertThat(hall.taken()).hasSizeBetween(4, 6).doesNotHaveDuplicates();
        assertThat(hall.register(ONE, "Anna", 10).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(hall.list().path("registrations").valueStream())
                .as("nobody waits who has not confirmed")
                .noneMatch(one -> one.path("state").asString().equals("WAITING"));
        hall.sending.clock().pass(Duration.ofMinutes(30));
        for (String next : List.of("Bert", "Bea")) {
            assertThat(hall.register("03152012", next, 10).body().path("state").asString())
                    .as("what was held is free, though no schedule ran")
                    .isEqualTo("REGISTERED");
        }
        assertThat(hall.taken()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void manyGuestsAtTheSameMomentHoldNoMoreThanTheirShare() {
        var hall = new EventFixture(50);
        List<String> names = IntStream.range(0, 24).mapToObj(i -> "Gast" + i).toList();
        assertThat(names.stream()
                        .parallel()
                        .map(name -> hall.guest(EventFixture.people(name, 1)).status())
                        .toList())
                .containsOnly(201);
        assertThat(hall.taken()).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(names.stream()
                        .parallel()
                        .map(name -> hall.byLink(hall.mail("eventconfirm", name), "POST", "/acceptance", null)
                                .body()
                                .path("state")
                                .asString())
                        .toList())
                .containsOnly("REGISTERED");
        assertThat(hall.taken()).hasSize(24).doesNotHaveDuplicates();
        assertThat(hall.taken().size() + hall.empty().size()).isEqualTo(50);
    }

    @Test
    void whoeverConfirmsLaterStillComesWhereThereIsRoomAndElseWaits() {
        var hall = new EventFixture(EventFixture.event("Treffen").put("capacity", 10));
        hall.guest("Gisela", 2);
        hall.guest("Hanna", 1);
        JsonNode gisela = hall.mail("eventconfirm", "Gisela");
        assertThat(gisela.at("/model/until").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofMinutes(30))));
        assertThat(gisela.at("/model/by").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofDays(1))));
        assertThat(hall.mail("eventconfirm", "Hanna").path("model").has("until"))
                .as("the fifth is given already")
                .isFalse();
        hall.sending.clock().pass(Duration.ofMinutes(31));
        hall.round();
        assertThat(hall.taken()).isEmpty();
        assertThat(confirmed(hall, "Gisela")).isEqualTo("REGISTERED");
        assertThat(hall.taken()).hasSize(2);
        hall.register(ONE, "Anna", 8);
        assertThat(confirmed(hall, "Hanna")).isEqualTo("WAITING");
        assertThat(confirmed(hall, "Hanna")).as("a repeat").isEqualTo("WAITING");
        assertThat(hall.mails("eventwaiting")).hasSize(1);
        hall.byLink(hall.mail("eventregistered", "Gisela"), "DELETE", "", null);
        hall.tend();
        assertThat(hall.state("Hanna")).isEqualTo("OFFERED");
    }

    @Test
    void whoeverNeverConfirmsHearsNothingMoreAndIsForgotten() {
        var hall = new EventFixture(5);
        hall.guest("Gisela", 1);
        String[] link = hall.link(hall.mail("eventconfirm", "Gisela"));
        hall.sending.clock().pass(Duration.ofHours(23));
        hall.round();
        hall.round();
        assertThat(hall.state("Gisela")).isEqualTo("PENDING");
        hall.sending.clock().pass(Duration.ofHours(1));
        assertThat(hall.byLink(link, "POST", "/acceptance", null).status())
                .as("too late, even before the schedule came")
                .isNotEqualTo(200);
        hall.round();
        hall.round();
        assertThat(hall.state("Gisela")).isEqualTo("LAPSED");
        hall.staff("POST", "/" + hall.event + "/cancellation", "{\"reason\":\"Der Saal brennt.\"}");
        hall.tend();
        assertThat(hall.mails("eventlapsed")).isEmpty();
        assertThat(hall.mails("eventoff")).isEmpty();
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
                () -> closed.sending.clock().pass(Duration.ofHours(20)),
                () -> closed.sending.clock().pass(Duration.ofDays(1)));
        var trip = new EventFixture(EventFixture.event("Reise")
                .put("kind", "INSPIRATION_TRIP")
                .put("capacity", 30)
                .put("fee", "10,00")
                .put("rooms", "Einzelzimmer; 50,00; 3\nDoppelzimmer; 40,00; 20"));
        same(trip, GuestTest::inASingleRoom, 4, 409);
    }

    @Test
    void theNumberOfFreeSeatsDoesNotTellEither() {
        var hall = new EventFixture(10);
        hall.guest("Gisela", 1);
        int before = free(hall);
        hall.guest("Gisela", 1);
        hall.guest("Fremd", 1);
        assertThat(free(hall)).isEqualTo(before).isEqualTo(10);
    }

    private static int free(EventFixture hall) {
        return hall.sending
                .call(hall.door, "GET", "/api/events/" + hall.event, null, java.util.Map.<String, String>of())
                .body()
                .path("free")
                .asInt();
    }

    private static ObjectNode inASingleRoom(ObjectNode delegation) {
        delegation.path("people").forEach(person -> ((ObjectNode) person).put("room", 0));
        return EventFixture.paying(delegation);
    }

    private static void same(EventFixture hall, int party, int status, Runnable... then) {
        same(hall, delegation -> delegation, party, status, then);
    }

    private static void same(
            EventFixture hall, UnaryOperator<ObjectNode> written, int party, int status, Runnable... then) {
        assertThat(hall.guest(written.apply(EventFixture.people("Bekannt", 1))).status())
                .isEqualTo(201);
        List.of(then).forEach(Runnable::run);
        var answers = new ArrayList<Answer>();
        var reused = new ArrayList<Integer>();
        for (String name : List.of("Bekannt", "Unbekannt")) {
            ObjectNode delegation = written.apply(EventFixture.people(name, party));
            String proof = hall.sending.proof();
            answers.add(hall.guest(delegation, UUID.randomUUID().toString(), proof));
            reused.add(
                    hall.guest(delegation, UUID.randomUUID().toString(), proof).status());
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(answers.get(0).status()).isEqualTo(status);
        assertThat(reused.get(0)).as("the proof is spent, or it is not").isEqualTo(reused.get(1));
    }

    private static String confirmed(EventFixture hall, String name) {
        return hall.byLink(hall.mail("eventconfirm", name), "POST", "/acceptance", null)
                .body()
                .path("state")
                .asString();
    }
}
