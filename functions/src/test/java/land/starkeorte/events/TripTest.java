package land.starkeorte.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import land.starkeorte.applications.Sending.Answer;
import land.starkeorte.lambda.DynamoTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trips with rooms: what it costs is told before anybody is bound. */
class TripTest {
    private static final String ONE = "12073008";
    private static final String TWO = "03159016";
    private static final String THREE = "09475154";

    private final Hall hall = new Hall(trip());

    private static ObjectNode trip() {
        return Hall.event("Reise")
                .put("kind", "INSPIRATION_TRIP")
                .put("capacity", 3)
                .put("fee", "120,50")
                .put("rooms", "Einzelzimmer; 240; 1\nDoppelzimmer; 180,00; 2");
    }

    @Test
    void oneIsBoundByTheSecondConfirmationKnowingWhatItCosts() {
        Answer answer = book(ONE, "Anna", 0, 1);
        assertThat(answer.body().path("state").asString()).isEqualTo("PENDING");
        assertThat(hall.mail("eventbind", "Anna").at("/model/costs").asString()).isEqualTo("661,00\u00a0€");
        assertThat(hall.mails("eventregistered")).isEmpty();
        String id = answer.body().path("id").asString();
        assertThat(hall.member(ONE, "GET", "", null)
                        .body()
                        .at("/registrations/0/cents")
                        .asLong())
                .isEqualTo(661_00);
        assertThat(hall.member(ONE, "POST", "/registrations/" + id + "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        assertThat(hall.mail("eventregistered", "Anna").at("/model/costs").asString())
                .isEqualTo("661,00\u00a0€");
        assertThat(hall.member(
                                ONE,
                                "PUT",
                                "/registrations/" + id,
                                people("Anna", 1, 1).toString())
                        .status())
                .as("another room costs something else")
                .isEqualTo(409);
        ObjectNode others = people("Anna", 0, 1);
        ((ObjectNode) others.at("/people/1")).put("name", "Beate");
        assertThat(hall.member(ONE, "PUT", "/registrations/" + id, others.toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBedIsTakenOnceAndComesBack() {
        String id = book(ONE, "Anna", 0).body().path("id").asString();
        assertThat(book(TWO, "Bernd", 0).body().path("detail").asString()).contains("Wählen Sie andere Zimmer");
        assertThat(beds(0)).isZero();
        assertThat(hall.taken()).as("no seat without a bed").hasSize(1);
        hall.member(ONE, "DELETE", "/registrations/" + id, null);
        assertThat(beds(0)).isEqualTo(1);
        assertThat(book(TWO, "Bernd", 0).status()).isEqualTo(201);
    }

    @Test
    void whoeverDoesNotConfirmInTwoDaysLosesSeatAndBed() {
        book(ONE, "Anna", 0, 1);
        assertThat(beds(1)).isEqualTo(1);
        hall.sending.clock().pass(Duration.ofDays(2));
        hall.round();
        assertThat(hall.state("Anna")).isEqualTo("LAPSED");
        assertThat(beds(0) + beds(1)).isEqualTo(3);
        assertThat(hall.taken()).isEmpty();
    }

    @Test
    void whoeverWaitedGetsWhatIsLeftAndLearnsItsPriceFirst() {
        String anna = book(ONE, "Anna", 0).body().path("id").asString();
        String bernd = book(TWO, "Bernd", 1, 1).body().path("id").asString();
        assertThat(book(THREE, "Carla", 0).body().path("state").asString()).isEqualTo("WAITING");
        hall.member(TWO, "DELETE", "/registrations/" + bernd, null);
        hall.tend();
        assertThat(hall.state("Carla")).isEqualTo("OFFERED");
        assertThat(hall.mail("eventoffer", "Carla").at("/model/costs").asString())
                .as("the single room is Anna's, this is the double one's price")
                .isEqualTo("300,50\u00a0€");
        assertThat(hall.member(ONE, "POST", "/registrations/" + anna + "/acceptance", null)
                        .status())
                .isEqualTo(200);
        assertThat(hall.taken()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void pricesStandOnceTheyAreTold() {
        assertThat(hall.change(trip().put("fee", "99")).status()).isEqualTo(409);
        assertThat(hall.change(trip().put("rooms", "Einzelzimmer; 240; 4\nDoppelzimmer; 180; 2"))
                        .status())
                .isEqualTo(200);
        assertThat(beds(0)).isEqualTo(4);
        Answer wrong =
                hall.staff("POST", "", trip().put("rooms", "Einzelzimmer 240").toString());
        assertThat(wrong.body().toString()).contains("Einzelzimmer; 240,00; 10");
        assertThat(hall.staff("POST", "", trip().put("fee", "viel").toString()).status())
                .isEqualTo(422);
    }

    private Answer book(String ags, String first, int... rooms) {
        hall.sending.clock().pass(Duration.ofMillis(1));
        return hall.register(ags, people(first, rooms), UUID.randomUUID().toString());
    }

    private static ObjectNode people(String first, int... rooms) {
        ObjectNode delegation = Hall.people(first, rooms.length);
        for (int i = 0; i < rooms.length; i++) {
            ((ObjectNode) ((ArrayNode) delegation.path("people")).get(i)).put("room", rooms[i]);
        }
        return delegation;
    }

    /** Free ones of a kind. */
    private int beds(int room) {
        var table = new DynamoTable(
                hall.sending.dynamo().client(), hall.sending.dynamo().table("RegistrationsTable"));
        return new DynamoPlaces(table).free(hall.event + "~" + room, 100);
    }
}
