package land.starkeorte.events;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.lambda.Json;
import land.starkeorte.testing.TestClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Delegations come, wait, change and cancel. The clock stands at 23 November 2026, the event is on 9 December, 15:00. */
class RegistrationTest {
    private static final String ONE = "12073008";
    private static final String TWO = "03159016";
    private static final String THREE = "09475154";

    @Test
    void whoeverCancelsMakesRoomForWhoeverWaits() {
        var hall = new EventFixture(3);
        String one = hall.register(ONE, "Anna", 2).body().path("id").asString();
        assertThat(hall.register(TWO, "Bernd", 1).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(hall.register(THREE, "Carla", 2).body().path("state").asString())
                .isEqualTo("WAITING");
        hall.tend();
        assertThat(hall.state("Carla")).isEqualTo("WAITING");
        assertThat(hall.member(ONE, "DELETE", "/registrations/" + one, null).status())
                .isEqualTo(200);
        hall.guest("Dora", 1);
        assertThat(hall.byLink(hall.mail("eventconfirm", "Dora"), "POST", "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .as("what came free belongs to whoever waits")
                .isEqualTo("WAITING");
        hall.tend();
        JsonNode offer = hall.mail("eventoffer", "Carla");
        assertThat(offer.at("/model/until").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofDays(2))));
        assertThat(hall.state("Carla")).isEqualTo("OFFERED");
        Answer accepted = hall.byLink(offer, "POST", "/acceptance", null);
        assertThat(accepted.body().path("state").asString()).isEqualTo("REGISTERED");
        assertThat(accepted.body().path("link").asString()).isEqualTo("https://video.example/raum");
        assertThat(hall.byLink(offer, "POST", "/acceptance", null).status()).isEqualTo(200);
        assertThat(hall.mails("eventregistered")).as("once each").hasSize(3);
        assertThat(hall.state("Dora")).isEqualTo("WAITING");
        assertThat(hall.taken()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void aGuestComesWhenTheAddressIsConfirmed() {
        var hall = new EventFixture(2);
        Answer answer = hall.guest("Gisela", 1);
        assertThat(answer.body().toString()).isEqualTo("{\"state\":\"PENDING\"}");
        JsonNode mail = hall.mail("eventconfirm", "Gisela");
        assertThat(mail.path("invitation").isMissingNode()
                        || mail.path("invitation").isNull())
                .isTrue();
        assertThat(hall.byLink(mail, "GET", "", null)
                        .body()
                        .at("/registration/link")
                        .asString())
                .as("only those who come see how to get in")
                .isEmpty();
        assertThat(hall.byLink(mail, "POST", "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        JsonNode told = hall.mail("eventregistered", "Gisela");
        assertThat(told.at("/invitation/uid").asString()).isEqualTo(hall.event + "@starke-orte.example");
        assertThat(told.at("/model/link").asString()).isEqualTo("https://video.example/raum");
    }

    @Test
    void whoeverIsOfferedSeatsLosesThemAfterTwoDays() {
        var hall = new EventFixture(1);
        String bernd = hall.register(TWO, "Bernd", 1).body().path("id").asString();
        hall.register(ONE, "Anna", 1);
        hall.member(TWO, "DELETE", "/registrations/" + bernd, null);
        hall.tend();
        hall.sending.clock().pass(Duration.ofHours(47));
        hall.round();
        assertThat(hall.state("Anna")).isEqualTo("OFFERED");
        hall.sending.clock().pass(Duration.ofHours(1));
        hall.round();
        hall.round();
        assertThat(hall.state("Anna")).isEqualTo("LAPSED");
        assertThat(hall.mails("eventlapsed")).hasSize(1);
        assertThat(hall.register(TWO, "Berta", 1).body().path("state").asString())
                .as("nobody waits any more: whoever comes gets it")
                .isEqualTo("REGISTERED");
    }

    @Test
    void aRobotNeedsAProofForEachRegistration() {
        var hall = new EventFixture(5);
        String path = "/api/events/" + hall.event + "/registrations";
        String proof = hall.sending.proof();
        String body = EventFixture.people("Gisela", 1).toString();
        var once = java.util.Map.of("idempotency-key", UUID.randomUUID().toString(), "altcha", proof);
        assertThat(hall.sending.call(hall.door, "POST", path, body, once).status())
                .isEqualTo(201);
        assertThat(hall.sending.call(hall.door, "POST", path, body, once).status())
                .as("the same request again")
                .isEqualTo(201);
        var again = java.util.Map.of("idempotency-key", UUID.randomUUID().toString(), "altcha", proof);
        assertThat(hall.sending
                        .call(
                                hall.door,
                                "POST",
                                path,
                                EventFixture.people("Hanna", 1).toString(),
                                again)
                        .body()
                        .toString())
                .contains("Roboter");
        assertThat(hall.taken()).hasSize(1);
    }

    @Test
    void aMunicipalityHasItsShareWhateverItDoesAtTheSameMoment() {
        var hall = new EventFixture(
                EventFixture.event("Treffen").put("capacity", 50).put("limit", 4));
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .map(i -> hall.register(ONE, "Anna" + i, 1).status())
                .boxed()
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(4);
        assertThat(hall.register(ONE, "Anna", 1).body().path("detail").asString())
                .contains("Sie haben schon 4");
        assertThat(hall.register(TWO, "Bernd", 4).status()).isEqualTo(201);
        assertThat(hall.register(THREE, "Carla", 5).status()).isEqualTo(409);
        String id = hall.member(ONE, "GET", "", null)
                .body()
                .at("/registrations/0/id")
                .asString();
        hall.member(ONE, "DELETE", "/registrations/" + id, null);
        hall.member(ONE, "DELETE", "/registrations/" + id, null);
        assertThat(hall.register(ONE, "Anna", 1).status()).isEqualTo(201);
        assertThat(hall.register(ONE, "Anna", 1).status()).isEqualTo(409);
    }

    @Test
    void aSmallDelegationPassesALargeOneTwiceThenSeatsAreGathered() {
        var line = List.of(turn("a", 4, 0), turn("b", 1, 0), turn("c", 1, 0), turn("d", 1, 0));
        var first = WaitlistEntry.next(line, 1).orElseThrow();
        assertThat(first.next().registration()).isEqualTo("b");
        assertThat(first.passed()).extracting(WaitlistEntry::registration).containsExactly("a");
        assertThat(WaitlistEntry.next(List.of(turn("a", 4, 2), turn("c", 1, 0)), 3))
                .isEmpty();
        assertThat(WaitlistEntry.next(List.of(turn("a", 4, 2), turn("c", 1, 0)), 4)
                        .orElseThrow()
                        .next()
                        .registration())
                .isEqualTo("a");
        assertThat(WaitlistEntry.next(List.of(turn("b", 1, 0), turn("a", 4, 2)), 1)
                        .orElseThrow()
                        .passed())
                .isEmpty();
    }

    @Test
    void theRuleHoldsInTheHall() {
        var hall = new EventFixture(4);
        for (String name : List.of("Eins", "Zwei", "Drei", "Vier")) {
            hall.register(ONE, name, 1);
        }
        hall.register(TWO, "Grosse", 3);
        for (String name : List.of("Klein1", "Klein2", "Klein3")) {
            hall.register(THREE, name, 1);
        }
        hall.tend();
        for (String name : List.of("Eins", "Zwei", "Drei")) {
            hall.byLink(hall.mail("eventregistered", name), "DELETE", "", null);
            hall.tend();
        }
        assertThat(hall.state("Klein1")).isEqualTo("OFFERED");
        assertThat(hall.state("Klein2")).isEqualTo("OFFERED");
        assertThat(hall.state("Klein3")).as("passed twice already").isEqualTo("WAITING");
        assertThat(hall.state("Grosse")).isEqualTo("WAITING");
        hall.byLink(hall.mail("eventregistered", "Vier"), "DELETE", "", null);
        hall.byLink(hall.mail("eventoffer", "Klein1"), "DELETE", "", null);
        hall.tend();
        assertThat(hall.state("Grosse")).isEqualTo("OFFERED");
        assertThat(hall.taken()).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void whoeverLeavesTheListLetsTheNextOneIn() {
        var hall = new EventFixture(2);
        hall.register(ONE, "Anna", 2);
        hall.register(TWO, "Bernd", 2);
        hall.register(THREE, "Carla", 1);
        hall.tend();
        hall.byLink(hall.mail("eventwaiting", "Bernd"), "DELETE", "", null);
        hall.byLink(hall.mail("eventregistered", "Anna"), "DELETE", "", null);
        hall.tend();
        assertThat(hall.state("Carla")).isEqualTo("OFFERED");
        assertThat(hall.list().path("registrations").size()).isEqualTo(3);
        assertThat(hall.register(ONE, "Anna", 1).body().path("state").asString())
                .as("the seat that nobody waits for is everybody's")
                .isEqualTo("REGISTERED");
    }

    @Test
    void aSeatThatWasKeptForNobodyIsOpenedByTheScheduleWhereTheStreamDidNotTell() {
        var hall = new EventFixture(2);
        hall.register(ONE, "Anna", 1);
        hall.register(TWO, "Bernd", 2);
        hall.byLink(hall.mail("eventwaiting", "Bernd"), "DELETE", "", null);
        hall.round();
        assertThat(hall.register(THREE, "Carla", 1).body().path("state").asString())
                .isEqualTo("REGISTERED");
    }

    @Test
    void moreSeatsGoToThoseWhoWaitAndFewerThrowNobodyOut() {
        var hall = new EventFixture(2);
        hall.register(ONE, "Anna", 2);
        hall.register(TWO, "Bernd", 2);
        ObjectNode event = EventFixture.event("Treffen");
        assertThat(hall.change(event.put("capacity", 150)).status()).isEqualTo(200);
        hall.tend();
        assertThat(hall.state("Bernd")).isEqualTo("OFFERED");
        hall.byLink(hall.mail("eventoffer", "Bernd"), "POST", "/acceptance", null);
        assertThat(hall.taken().size() + hall.empty().size()).isEqualTo(150);
        hall.change(event.put("capacity", 3));
        assertThat(hall.state("Anna")).isEqualTo("REGISTERED");
        assertThat(hall.empty()).isEmpty();
        assertThat(hall.list().path("tooMany").asInt()).isEqualTo(1);
        hall.register(THREE, "Carla", 1);
        hall.byLink(hall.mail("eventregistered", "Anna"), "DELETE", "", null);
        hall.tend();
        assertThat(hall.list().path("tooMany").asInt()).isZero();
        assertThat(hall.state("Carla")).isEqualTo("OFFERED");
        assertThat(hall.taken().size() + hall.empty().size()).isEqualTo(3);
    }

    @Test
    void peopleChangeAndTheirSeatsWithThem() {
        var hall = new EventFixture(4);
        String id = hall.register(ONE, "Anna", 2).body().path("id").asString();
        ObjectNode three = EventFixture.people("Anna", 3);
        ((ObjectNode) three.at("/people/1")).put("name", "Beate").put("mail", "Beate@gemeinde.example");
        Answer changed = hall.member(ONE, "PUT", "/registrations/" + id, three.toString());
        assertThat(changed.body().path("people")).hasSize(3);
        assertThat(hall.mails("eventregistered")).as("Beate gets the date, too").hasSize(2);
        assertThat(hall.taken()).hasSize(3);
        assertThat(hall.member(
                                ONE,
                                "PUT",
                                "/registrations/" + id,
                                EventFixture.people("Anna", 5).toString())
                        .status())
                .as("not so many seats")
                .isEqualTo(409);
        hall.member(
                ONE,
                "PUT",
                "/registrations/" + id,
                EventFixture.people("Anna", 1).toString());
        assertThat(hall.taken()).hasSize(1);
        assertThat(hall.empty()).hasSize(3);
        assertThat(hall.mails("eventcancelled")).as("Beate is told").hasSize(1);
        assertThat(hall.member(
                                ONE,
                                "PUT",
                                "/registrations/" + id,
                                EventFixture.people("Zoe", 1).toString())
                        .body()
                        .toString())
                .contains("people.0.mail");
    }

    @Test
    void eachStandsInItsTime() {
        var hall = new EventFixture(EventFixture.event("Treffen")
                .put("capacity", 5)
                .put("opens", told("2026-11-24T10:00"))
                .put("closes", told("2026-12-01T10:00"))
                .put("cancelBy", told("2026-12-05T10:00")));
        assertThat(hall.register(ONE, "Anna", 1).body().path("detail").asString())
                .contains(told("beginnt am Dienstag, 24. November 2026, 10:00 Uhr"));
        hall.sending.clock().passTo(told("2026-11-24T10:00:00Z"));
        String id = hall.register(ONE, "Anna", 1).body().path("id").asString();
        String two = hall.register(ONE, "Berta", 1).body().path("id").asString();
        hall.sending.clock().passTo(told("2026-12-02T10:00:00Z"));
        assertThat(hall.register(TWO, "Bernd", 1).body().path("detail").asString())
                .contains("geschlossen");
        assertThat(hall.staff(
                                "POST",
                                "/" + hall.event + "/registrations",
                                EventFixture.people("Spät", 1)
                                        .put("reason", "Rief an.")
                                        .toString())
                        .status())
                .isEqualTo(422);
        assertThat(hall.staff(
                                "POST",
                                "/" + hall.event + "/registrations",
                                EventFixture.people("Spaet", 1)
                                        .put("reason", "Rief an.")
                                        .toString())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        assertThat(hall.member(ONE, "DELETE", "/registrations/" + id, null).status())
                .isEqualTo(200);
        hall.sending.clock().passTo(told("2026-12-06T10:00:00Z"));
        assertThat(hall.member(ONE, "DELETE", "/registrations/" + two, null)
                        .body()
                        .path("detail")
                        .asString())
                .contains("zu spät");
        assertThat(hall.staff(
                                "POST",
                                "/" + hall.event + "/registrations/" + two + "/cancellation",
                                "{\"reason\":\"Krank\"}")
                        .status())
                .isEqualTo(201);
        assertThat(hall.mails("eventcancelled")).hasSize(2);
    }

    @Test
    void theOfficeCanPreferSomebodyForAReasonButMakesNoSeats() {
        var hall = new EventFixture(2);
        hall.register(ONE, "Anna", 2);
        hall.register(TWO, "Bernd", 2);
        hall.register(THREE, "Carla", 1);
        String carla = hall.member(THREE, "GET", "", null)
                .body()
                .at("/registrations/0/id")
                .asString();
        String prefer = "/" + hall.event + "/registrations/" + carla + "/preference";
        assertThat(hall.staff("POST", prefer, "{\"reason\":\"Sie spricht.\"}").status())
                .isEqualTo(409);
        assertThat(hall.staff("POST", prefer, "{\"reason\":\"\"}").status()).isEqualTo(422);
        hall.change(EventFixture.event("Treffen").put("capacity", 3));
        assertThat(hall.staff("POST", prefer, "{\"reason\":\"Sie spricht.\"}").status())
                .isEqualTo(201);
        assertThat(hall.state("Carla")).isEqualTo("REGISTERED");
        hall.tend();
        assertThat(hall.state("Bernd")).isEqualTo("WAITING");
    }

    @Test
    void otherPeoplesRegistrationsStayClosed() {
        var hall = new EventFixture(50);
        String id = hall.register(ONE, "Anna", 1).body().path("id").asString();
        hall.guest("Gisela", 1);
        String[] link = hall.link(hall.mail("eventconfirm", "Gisela"));
        String one = "/registrations/" + id;
        assertThat(hall.member(TWO, "PUT", one, EventFixture.people("Anna", 1).toString())
                        .status())
                .isEqualTo(410);
        assertThat(hall.member(TWO, "DELETE", one, null).status()).isEqualTo(410);
        assertThat(hall.member(TWO, "POST", one + "/acceptance", null).status()).isEqualTo(410);
        assertThat(hall.member(TWO, "GET", "", null).body().path("registrations"))
                .isEmpty();
        assertThat(hall.member(ONE, "DELETE", "/registrations/" + link[1], null).status())
                .as("a guest's")
                .isEqualTo(410);
        for (String[] wrong :
                List.of(new String[] {link[0], id, link[2]}, new String[] {link[0], link[1], "x"}, new String[] {
                    "treffen-xxxxxxxx", link[1], link[2]
                })) {
            assertThat(hall.byLink(wrong, "GET", "", null).status()).isEqualTo(401);
            assertThat(hall.byLink(wrong, "DELETE", "", null).status()).isNotEqualTo(200);
        }
        assertThat(hall.taken()).hasSize(2);
    }

    @Test
    void whatIsForMembersOrADraftIsNothingForGuests() {
        var hall = new EventFixture(
                EventFixture.event("Intern").put("audience", "MEMBERS").put("capacity", 5));
        assertThat(hall.guest("Gisela", 1).status()).isEqualTo(410);
        assertThat(hall.register(ONE, "Anna", 1).status()).isEqualTo(201);
        var without = new EventFixture(0);
        assertThat(without.register(ONE, "Anna", 1).status()).isNotEqualTo(201);
    }

    @Test
    void itIsAskedForWhatTheEventNeedsAndForgottenAfterwards() {
        var hall = new EventFixture(EventFixture.event("Besuch")
                .put("capacity", 5)
                .put("needs", true)
                .put("questions", "Womit reisen Sie an?"));
        ObjectNode anna = EventFixture.people("Anna", 1);
        ((ObjectNode) anna.at("/people/0")).put("needs", "vegetarisch");
        assertThat(hall.register(ONE, anna, UUID.randomUUID().toString()).body().toString())
                .contains("answers.a0");
        anna.putObject("answers").put("a0", "Bahn");
        assertThat(hall.register(ONE, anna, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        assertThat(hall.list().toString()).contains("vegetarisch", "Bahn");
        hall.sending.clock().passTo(told("2026-12-10T09:00:00Z"));
        hall.round();
        assertThat(hall.list().toString()).contains("vegetarisch");
        hall.sending.clock().pass(Duration.ofDays(1));
        hall.round();
        assertThat(hall.list().toString()).contains("Anna").doesNotContain("vegetarisch");
        hall.sending.clock().pass(Duration.ofDays(366));
        hall.round();
        assertThat(hall.list().toString()).doesNotContain("Anna").doesNotContain("gemeinde.example");
        assertThat(hall.list().at("/registrations/0/people"))
                .as("how many they were")
                .hasSize(1);
    }

    @Test
    void everybodyIsRemindedTwiceHoweverOftenTheScheduleRuns() {
        var hall = new EventFixture(5);
        ObjectNode two = EventFixture.people("Anna", 2);
        ((ObjectNode) two.at("/people/1")).put("mail", "Beate@gemeinde.example");
        hall.register(ONE, two, UUID.randomUUID().toString());
        hall.guest("Gisela", 1);
        hall.round();
        assertThat(hall.mails("eventreminder")).isEmpty();
        hall.sending.clock().passTo(told("2026-12-03T09:00:00Z"));
        hall.round();
        hall.round();
        assertThat(hall.mails("eventreminder")).hasSize(2);
        hall.sending.clock().passTo(told("2026-12-09T09:00:00Z"));
        hall.round();
        hall.round();
        assertThat(hall.mails("eventreminder"))
                .hasSize(4)
                .allSatisfy(
                        mail -> assertThat(mail.at("/model/link").asString()).isEqualTo("https://video.example/raum"));
    }

    @Test
    void aChangeAndACancellationAreToldToAllWhomTheyConcern() {
        var hall = new EventFixture(2);
        hall.register(ONE, "Anna", 2);
        hall.register(TWO, "Bernd", 1);
        hall.change(EventFixture.event("Treffen").put("capacity", 2).put("text", "Nur andere Worte."));
        hall.tend();
        assertThat(hall.mails("eventchanged")).isEmpty();
        hall.change(EventFixture.event("Treffen").put("capacity", 2).put("start", told("2026-12-09T14:00")));
        hall.tend();
        hall.tend();
        assertThat(hall.mails("eventchanged"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactly("anna@gemeinde.example");
        assertThat(hall.mails("eventchanged")
                        .getFirst()
                        .at("/invitation/sequence")
                        .asInt())
                .isGreaterThan(hall.mails("eventregistered")
                        .getFirst()
                        .at("/invitation/sequence")
                        .asInt());
        hall.staff("POST", "/" + hall.event + "/cancellation", "{\"reason\":\"Der Saal brennt.\"}");
        hall.tend();
        hall.round();
        assertThat(hall.mails("eventoff"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("anna@gemeinde.example", "bernd@gemeinde.example");
        assertThat(hall.mails("eventoff").getFirst().at("/model/text").asString())
                .isEqualTo("Der Saal brennt.");
        assertThat(hall.register(THREE, "Carla", 1).body().path("detail").asString())
                .contains("fällt aus");
    }

    @Test
    void theOfficesListSaysHowManySeatsAreTakenAndWhoWaits() {
        var hall = new EventFixture(3);
        hall.register(ONE, "Anna", 2);
        hall.register(TWO, "Bernd", 2);
        JsonNode listed = hall.staff("GET", "", null).body().at("/events/0");
        assertThat(listed.path("taken").asInt()).isEqualTo(2);
        assertThat(listed.path("waiting").asInt()).isEqualTo(1);
        hall.tend();
        assertThat(hall.staff("GET", "", null).body().at("/events/0/taken").asInt())
                .as("what is kept for whoever waits is not taken yet")
                .isEqualTo(2);
        hall.sending.clock().pass(Duration.ofDays(17));
        assertThat(hall.staff("GET", "", null).body().at("/events/0").has("taken"))
                .isFalse();
    }

    @Test
    void seatsThatWereForgottenAreAddedAfterThePublicationAndThenTheyStand() {
        var hall = new EventFixture(0);
        assertThat(hall.register(ONE, "Anna", 1).status()).isEqualTo(409);
        assertThat(hall.change(EventFixture.event("Treffen").put("capacity", 2)).status())
                .isEqualTo(200);
        assertThat(hall.register(ONE, "Anna", 2).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(hall.register(TWO, "Bernd", 1).body().path("state").asString())
                .isEqualTo("WAITING");
        Answer none = hall.change(EventFixture.event("Treffen").put("capacity", 0));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().at("/errors/0/field").asString()).isEqualTo("capacity");
    }

    @Test
    void whoeverHadComeToACancelledEventReadsThatEverywhereAndCanDoNothingMore() {
        var hall = new EventFixture(1);
        String anna = hall.register(ONE, "Anna", 1).body().path("id").asString();
        hall.register(TWO, "Bernd", 1);
        hall.guest("Gisela", 1);
        JsonNode gisela = hall.mail("eventconfirm", "Gisela");
        String url = ownCalendar(hall, "POST").body().path("url").asString();
        hall.change(EventFixture.event("Treffen").put("capacity", 1).put("place", "Anderswo"));
        hall.staff("POST", "/" + hall.event + "/cancellation", "{\"reason\":\"Das Dach ist undicht.\"}");
        hall.tend();
        assertThat(hall.mails("eventchanged"))
                .as("what was still to be told is true no longer")
                .isEmpty();
        assertThat(hall.mails("eventoff")).hasSize(2);
        JsonNode own = hall.member(ONE, "GET", "", null).body();
        assertThat(own.path("standing").asString()).isEqualTo("CANCELLED");
        assertThat(own.at("/registrations/0/cancellable").asBoolean()).isFalse();
        assertThat(own.at("/registrations/0/changeable").asBoolean()).isFalse();
        assertThat(own.at("/registrations/0/link").asString()).isEmpty();
        assertThat(hall.byLink(gisela, "GET", "", null)
                        .body()
                        .at("/registration/until")
                        .asString())
                .as("nothing to confirm any more")
                .isEmpty();
        assertThat(hall.member(ONE, "DELETE", "/registrations/" + anna, null).status())
                .isEqualTo(409);
        assertThat(hall.staff(
                                "POST",
                                "/" + hall.event + "/registrations/" + anna + "/cancellation",
                                "{\"reason\":\"Doppelt.\"}")
                        .status())
                .isEqualTo(409);
        assertThat(text(calendar(hall, url)))
                .contains("SUMMARY:Abgesagt: Treffen", "STATUS:CANCELLED", "Das Dach ist undicht.")
                .contains("X-WR-CALNAME:Unsere Termine", "REFRESH-INTERVAL;VALUE=DURATION:PT4H")
                .doesNotContain("video.example");
        hall.sending.clock().pass(Duration.ofDays(17));
        hall.round();
        assertThat(hall.mails("eventlapsed")).as("of what does not take place").isEmpty();
        assertThat(hall.mails("eventreminder")).isEmpty();
    }

    @Test
    void theSameKeyHasOneEffectAndOneAnswer() {
        var hall = new EventFixture(5);
        String key = UUID.randomUUID().toString();
        Answer first = hall.register(ONE, EventFixture.people("Anna", 2), key);
        assertThat(hall.register(ONE, EventFixture.people("Anna", 2), key).body())
                .isEqualTo(first.body());
        assertThat(hall.register(ONE, EventFixture.people("Anna", 3), key).status())
                .isEqualTo(422);
        assertThat(hall.taken()).hasSize(2);
        assertThat(hall.mails("eventregistered")).hasSize(1);
    }

    @Test
    void theOwnCalendarKnowsWhereOneComesAndOnlyAsLongAsOneMay() {
        var hall = new EventFixture(3);
        String url = ownCalendar(hall, "POST").body().path("url").asString();
        assertThat(text(calendar(hall, url))).doesNotContain("SUMMARY");
        hall.register(ONE, "Anna", 1);
        hall.register(TWO, "Bernd", 1);
        assertThat(text(calendar(hall, url))).contains("SUMMARY:Treffen", "LOCATION:https://video.example/raum");
        String second = ownCalendar(hall, "POST").body().path("url").asString();
        assertThat(calendar(hall, url).status()).as("the address before").isEqualTo(410);
        assertThat(text(calendar(hall, second))).contains("SUMMARY:Treffen");
        var accounts = new land.starkeorte.accounts.DynamoAccounts(
                hall.sending.dynamo().client(), hall.sending.dynamo().table("AccountsTable"));
        var table = new land.starkeorte.lambda.DynamoTable(
                hall.sending.dynamo().client(), hall.sending.dynamo().table("AccountsTable"));
        table.write(accounts.open("mitarbeit@starke-orte.example", "member", ONE));
        assertThat(calendar(hall, second).status()).isEqualTo(200);
        table.write(accounts.close("mitarbeit@starke-orte.example", "member", ONE));
        assertThat(calendar(hall, second).status())
                .as("may act for the municipality no longer")
                .isEqualTo(410);
        String third = ownCalendar(hall, "POST").body().path("url").asString();
        ownCalendar(hall, "DELETE");
        ownCalendar(hall, "DELETE");
        assertThat(calendar(hall, third).status()).isEqualTo(410);
    }

    private static Answer ownCalendar(EventFixture hall, String method) {
        return hall.sending.as("person-" + ONE, "member", ONE, hall.door, method, "/api/member/calendar", null);
    }

    private static Answer calendar(EventFixture hall, String url) {
        return hall.sending.call(
                hall.door, "GET", url.substring(EventFixture.SITE.length()), null, java.util.Map.<String, String>of());
    }

    private static String text(Answer answer) {
        return new String(
                        java.util.Base64.getDecoder()
                                .decode(answer.body().path("file").asString()),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        var hall = new EventFixture(20);
        assertThat(hall.register(
                                ONE,
                                Json.MAPPER.createObjectNode(),
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(422);
        ObjectNode without = EventFixture.people("Anna", 1);
        ((ObjectNode) without.at("/people/0")).put("mail", "");
        assertThat(hall.register(ONE, without, UUID.randomUUID().toString())
                        .body()
                        .toString())
                .contains("people.0.mail");
        ObjectNode unasked = EventFixture.people("Anna", 1);
        ((ObjectNode) unasked.at("/people/0")).put("needs", "vegan");
        assertThat(hall.register(ONE, unasked, UUID.randomUUID().toString()).status())
                .as("nobody asked")
                .isEqualTo(422);
        assertThat(new EventFixture(2).register(ONE, "Anna", 3).body().toString())
                .contains("nur 2 Plätze");
    }

    private static WaitlistEntry turn(String registration, int party, int passed) {
        return new WaitlistEntry("e", registration, party, java.time.Instant.EPOCH, passed, 1);
    }
}
