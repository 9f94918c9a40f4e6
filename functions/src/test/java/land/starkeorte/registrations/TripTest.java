package land.starkeorte.registrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.platform.Json;
import land.starkeorte.seats.Seats;
import land.starkeorte.site.MemorySiteBucket;
import land.starkeorte.site.SiteFunctions;
import land.starkeorte.testing.Invoke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trips with rooms: what it costs is told before anybody is bound. */
class TripTest {
    private static final String ONE = "12073008";
    private static final String TWO = "03159016";
    private static final String THREE = "09475154";

    private final EventFixture events = new EventFixture(trip());

    private static ObjectNode trip() {
        return EventFixture.event("Reise")
                .put("kind", "INSPIRATION_TRIP")
                .put("capacity", 3)
                .put("fee", "120,50")
                .put("rooms", "Einzelzimmer; 240; 1\nDoppelzimmer; 180,00; 2")
                .put("freeUntil", told("2026-12-01T12:00"))
                .put("owedAfter", "50");
    }

    @Test
    void oneIsBoundByTheSecondConfirmationKnowingWhatItCosts() {
        Answer answer = book(ONE, "Anna", 0, 1);
        assertThat(answer.body().path("state").asString()).isEqualTo("PENDING");
        assertThat(events.mail("eventbind", "Anna").at("/model/costs").asString())
                .isEqualTo("661,00\u00a0€");
        assertThat(events.mails("eventregistered")).isEmpty();
        String id = answer.body().path("id").asString();
        assertThat(events.member(ONE, "GET", "", null)
                        .body()
                        .at("/registrations/0/cents")
                        .asLong())
                .isEqualTo(661_00);
        assertThat(events.member(ONE, "POST", "/registrations/" + id + "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        assertThat(events.mail("eventregistered", "Anna").at("/model/costs").asString())
                .isEqualTo("661,00\u00a0€");
        assertThat(events.member(
                                ONE,
                                "PUT",
                                "/registrations/" + id,
                                people("Anna", 1, 1).toString())
                        .status())
                .as("another room costs something else")
                .isEqualTo(409);
        ObjectNode others = people("Anna", 0, 1);
        ((ObjectNode) others.at("/people/1")).put("name", "Beate");
        assertThat(events.member(ONE, "PUT", "/registrations/" + id, others.toString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMemberStillSeesWhatIsCancelledBecauseItMayBeOwedAllTheSame() {
        String id = booked(ONE, "Anna", 0);
        assertThat(events.member(ONE, "DELETE", "/registrations/" + id, null).status())
                .isEqualTo(200);
        assertThat(mine(ONE).path("id").asString()).isEqualTo(id);
        assertThat(mine(ONE).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(mine(TWO).isMissingNode()).isTrue();
        String again = booked(ONE, "Anna", 0);
        assertThat(mine(ONE).path("id").asString()).as("who comes stands first").isEqualTo(again);
    }

    @Test
    void aBedIsTakenOnceAndComesBack() {
        String id = book(ONE, "Anna", 0).body().path("id").asString();
        assertThat(book(TWO, "Bernd", 0).body().path("detail").asString()).contains("Wählen Sie andere Zimmer");
        assertThat(beds(0)).isZero();
        assertThat(events.taken()).as("no seat without a bed").hasSize(1);
        events.member(ONE, "DELETE", "/registrations/" + id, null);
        assertThat(beds(0)).isEqualTo(1);
        assertThat(book(TWO, "Bernd", 0).status()).isEqualTo(201);
    }

    @Test
    void whoeverDoesNotConfirmInTwoDaysLosesSeatAndBed() {
        book(ONE, "Anna", 0, 1);
        assertThat(beds(1)).isEqualTo(1);
        events.dossiers.clock().pass(Duration.ofDays(2));
        events.round();
        assertThat(events.state("Anna")).isEqualTo("LAPSED");
        assertThat(beds(0) + beds(1)).isEqualTo(3);
        assertThat(events.taken()).isEmpty();
    }

    @Test
    void whoeverWaitedGetsWhatIsLeftAndLearnsItsPriceFirst() {
        String anna = book(ONE, "Anna", 0).body().path("id").asString();
        String bernd = book(TWO, "Bernd", 1, 1).body().path("id").asString();
        assertThat(book(THREE, "Carla", 0).body().path("state").asString()).isEqualTo("WAITING");
        events.member(TWO, "DELETE", "/registrations/" + bernd, null);
        events.tend();
        assertThat(events.state("Carla")).isEqualTo("OFFERED");
        assertThat(events.mail("eventoffer", "Carla").at("/model/costs").asString())
                .as("the single room is Anna's, this is the double one's price")
                .isEqualTo("300,50\u00a0€");
        assertThat(events.member(ONE, "POST", "/registrations/" + anna + "/acceptance", null)
                        .status())
                .isEqualTo(200);
        assertThat(events.taken()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void pricesStandOnceTheyAreTold() {
        assertThat(events.change(trip().put("fee", "99")).status()).isEqualTo(409);
        assertThat(events.change(trip().put("rooms", "Einzelzimmer; 240; 4\nDoppelzimmer; 180; 2"))
                        .status())
                .isEqualTo(200);
        assertThat(beds(0)).isEqualTo(4);
        Answer wrong =
                events.staff("POST", "", trip().put("rooms", "Einzelzimmer 240").toString());
        assertThat(wrong.body().toString()).contains("Einzelzimmer; 240,00; 10");
        assertThat(events.staff("POST", "", trip().put("fee", "viel").toString())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void thePriceStandsOnThePublicPageBeforeAnybodyTypesAName() throws Exception {
        var siteBucket = new MemorySiteBucket();
        LambdaFunction publisher = SiteFunctions.publish(
                siteBucket,
                List.of(EventFunctions.section(
                        events.dossiers.tables().reach("EventsTable"), EventFixture.SITE, events.dossiers.clock())));
        Invoke.function(publisher, new ByteArrayInputStream("{}".getBytes(UTF_8)));
        String page = siteBucket.text("veranstaltungen/" + events.event + "/");
        assertThat(page)
                .contains(
                        "Einzelzimmer: 360,50\u00a0€ je Person (Kostenbeitrag 120,50\u00a0€, Zimmer 240,00\u00a0€)",
                        "Doppelzimmer: 300,50\u00a0€ je Person",
                        told("Absagen kostet bis Dienstag, 1. Dezember 2026, 12:00 Uhr nichts;"
                                + " danach sind 50 % des Preises zu zahlen."));
        String data = page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        assertThat(Json.MAPPER.readTree(data).path("offers"))
                .extracting(offer -> offer.path("price").asDouble())
                .containsExactly(360.5, 300.5);
        JsonNode asked = events.dossiers
                .call(events.api, "GET", "/api/events/" + events.event, null, Map.<String, String>of())
                .body();
        assertThat(asked.path("prices")).hasSize(2);
        assertThat(asked.path("cancelling").asString()).contains("50 %");
    }

    @Test
    void whoeverIsBoundToPayIsAskedWhomToInvoiceAndNobodyElse() {
        assertThat(events.register(ONE, people("Anna", 0), UUID.randomUUID().toString())
                        .body()
                        .path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains("buyer.name", "buyer.street", "buyer.postcode", "buyer.city", "buyer.contact", "buyer.mail");
        ObjectNode mistyped = EventFixture.paying(people("Anna", 0));
        ((ObjectNode) mistyped.path("buyer")).put("leitwegId", "04011000-1234512345-07");
        assertThat(events.guest(mistyped).body().at("/errors/0/field").asString())
                .isEqualTo("buyer.leitwegId");
        events.guest(EventFixture.paying(people("Gisela", 1)));
        assertThat(events.mail("eventconfirm", "Gisela").path("model").toString())
                .contains(
                        "300,50\u00a0€",
                        "1\u00a0×\u00a0Kostenbeitrag 120,50\u00a0€, 1\u00a0×\u00a0Doppelzimmer 180,00\u00a0€",
                        "Stadt Göttingen, Hiroshimaplatz 1–4, 37083 Göttingen",
                        "50 %");
        var free = new EventFixture(5);
        assertThat(free.register(
                                ONE,
                                EventFixture.paying(EventFixture.people("Anna", 1)),
                                UUID.randomUUID().toString())
                        .status())
                .as("nobody keeps what nobody needs")
                .isEqualTo(422);
    }

    @Test
    void whoeverCancelsKnowsWhatIsStillOwed() {
        String id = booked(ONE, "Anna", 0, 1);
        assertThat(mine(ONE).path("owed").asLong()).isZero();
        assertThat(mine(ONE).path("items")).hasSize(3);
        assertThat(mine(ONE).at("/buyer/name").asString()).isEqualTo("Stadt Göttingen");
        events.dossiers.clock().pass(Duration.ofDays(9));
        assertThat(mine(ONE).path("owed").asLong()).isEqualTo(330_50);
        events.member(ONE, "DELETE", "/registrations/" + id, null);
        assertThat(events.mail("eventcancelled", "Anna").at("/model/owed").asString())
                .isEqualTo("330,50\u00a0€");
        String other = booked(TWO, "Bernd", 1);
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations/" + other + "/cancellation",
                                "{\"reason\":\"Krank\"}")
                        .status())
                .isEqualTo(201);
        assertThat(events.mail("eventcancelled", "Bernd").at("/model/owed").asString())
                .as("the same rule, whoever cancels")
                .isEqualTo("150,25\u00a0€");
    }

    @Test
    void theRuleForCancellingStandsOnceItIsTold() {
        assertThat(events.change(trip().put("owedAfter", "60")).status()).isEqualTo(409);
        assertThat(events.change(trip().put("freeUntil", told("2026-11-30T12:00")))
                        .status())
                .isEqualTo(409);
        assertThat(events.change(trip().put("freeUntil", told("2026-12-02T12:00"))
                                .put("owedAfter", "40"))
                        .status())
                .as("nobody minds")
                .isEqualTo(200);
        for (ObjectNode half : List.of(trip().put("owedAfter", ""), trip().put("freeUntil", ""))) {
            assertThat(events.staff("POST", "", half.toString()).status()).isEqualTo(422);
        }
        for (String wrong : List.of("0", "101", "-5", "50 %", "5,5")) {
            assertThat(events.staff("POST", "", trip().put("owedAfter", wrong).toString())
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(events.staff(
                                "POST",
                                "",
                                trip().put("freeUntil", told("2026-12-10T12:00"))
                                        .toString())
                        .status())
                .as("after it has begun")
                .isEqualTo(422);
    }

    @Test
    void whoeverIsPreferredIsAskedBeforeTheyAreBound() {
        book(ONE, "Anna", 0);
        book(TWO, "Bernd", 1, 1);
        String id = book(THREE, "Carla", 0).body().path("id").asString();
        events.change(trip().put("capacity", 4).put("rooms", "Einzelzimmer; 240; 2\nDoppelzimmer; 180,00; 2"));
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations/" + id + "/preference",
                                "{\"reason\":\"Sie spricht.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(events.state("Carla")).isEqualTo("OFFERED");
        assertThat(events.mail("eventoffer", "Carla").at("/model/costs").asString())
                .isEqualTo("360,50\u00a0€");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aRoomThatIsNoNumberIsNotBooked(String number) {
        String delegation = EventFixture.paying(people("Anna", 0)).toString();
        assertThat(events.member(
                                "12073008",
                                "POST",
                                "/registrations",
                                delegation.replace("\"room\":0", "\"room\":" + number))
                        .status())
                .isEqualTo(422);
    }

    private String booked(String ags, String first, int... rooms) {
        String id = book(ags, first, rooms).body().path("id").asString();
        events.member(ags, "POST", "/registrations/" + id + "/acceptance", null);
        return id;
    }

    private JsonNode mine(String ags) {
        return events.member(ags, "GET", "", null).body().at("/registrations/0");
    }

    private Answer book(String ags, String first, int... rooms) {
        events.dossiers.clock().pass(Duration.ofMillis(1));
        return events.register(
                ags,
                EventFixture.paying(people(first, rooms)),
                UUID.randomUUID().toString());
    }

    private static ObjectNode people(String first, int... rooms) {
        ObjectNode delegation = EventFixture.people(first, rooms.length);
        for (int i = 0; i < rooms.length; i++) {
            ((ObjectNode) ((ArrayNode) delegation.path("people")).get(i)).put("room", rooms[i]);
        }
        return delegation;
    }

    /** Free ones of a kind. */
    private int beds(int room) {
        var table = events.dossiers.tables().reach("RegistrationsTable");
        return new Seats(table).free(events.event + "~" + room, 100);
    }
}
