package land.starkeorte.registrations;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Json;
import land.starkeorte.seats.WaitlistEntry;
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
        var events = new EventFixture(3);
        String one = events.register(ONE, "Anna", 2).body().path("id").asString();
        assertThat(events.register(TWO, "Bernd", 1).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(events.register(THREE, "Carla", 2).body().path("state").asString())
                .isEqualTo("WAITING");
        events.tend();
        assertThat(events.state("Carla")).isEqualTo("WAITING");
        assertThat(events.member(ONE, "DELETE", "/registrations/" + one, null).status())
                .isEqualTo(200);
        events.guest("Dora", 1);
        assertThat(events.byLink(events.mail("eventconfirm", "Dora"), "POST", "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .as("what came free belongs to whoever waits")
                .isEqualTo("WAITING");
        events.tend();
        JsonNode offer = events.mail("eventoffer", "Carla");
        assertThat(offer.at("/model/until").asString())
                .isEqualTo(GermanFormat.moment(TestClock.START.plus(Duration.ofDays(2))));
        assertThat(events.state("Carla")).isEqualTo("OFFERED");
        Answer accepted = events.byLink(offer, "POST", "/acceptance", null);
        assertThat(accepted.body().path("state").asString()).isEqualTo("REGISTERED");
        assertThat(accepted.body().path("link").asString()).isEqualTo("https://video.example/raum");
        assertThat(events.byLink(offer, "POST", "/acceptance", null).status()).isEqualTo(200);
        assertThat(events.mails("eventregistered")).as("once each").hasSize(3);
        assertThat(events.state("Dora")).isEqualTo("WAITING");
        assertThat(events.taken()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void aGuestComesWhenTheAddressIsConfirmed() {
        var events = new EventFixture(2);
        Answer answer = events.guest("Gisela", 1);
        assertThat(answer.body().toString()).isEqualTo("{\"state\":\"PENDING\"}");
        JsonNode mail = events.mail("eventconfirm", "Gisela");
        assertThat(mail.path("invitation").isMissingNode()
                        || mail.path("invitation").isNull())
                .isTrue();
        assertThat(events.byLink(mail, "GET", "", null)
                        .body()
                        .at("/registration/link")
                        .asString())
                .as("only those who come see how to get in")
                .isEmpty();
        assertThat(events.byLink(mail, "POST", "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        JsonNode told = events.mail("eventregistered", "Gisela");
        assertThat(told.at("/invitation/uid").asString()).isEqualTo(events.event + "@starke-orte.example");
        assertThat(told.at("/model/link").asString()).isEqualTo("https://video.example/raum");
    }

    @Test
    void whoeverIsOfferedSeatsLosesThemAfterTwoDays() {
        var events = new EventFixture(1);
        String bernd = events.register(TWO, "Bernd", 1).body().path("id").asString();
        events.register(ONE, "Anna", 1);
        events.member(TWO, "DELETE", "/registrations/" + bernd, null);
        events.tend();
        events.dossiers.clock().pass(Duration.ofHours(47));
        events.round();
        assertThat(events.state("Anna")).isEqualTo("OFFERED");
        events.dossiers.clock().pass(Duration.ofHours(1));
        events.round();
        events.round();
        assertThat(events.state("Anna")).isEqualTo("LAPSED");
        assertThat(events.mails("eventlapsed")).hasSize(1);
        assertThat(events.register(TWO, "Berta", 1).body().path("state").asString())
                .as("nobody waits any more: whoever comes gets it")
                .isEqualTo("REGISTERED");
    }

    @Test
    void aRobotNeedsAProofForEachRegistration() {
        var events = new EventFixture(5);
        String path = "/api/events/" + events.event + "/registrations";
        String proof = events.dossiers.proof();
        String body = EventFixture.people("Gisela", 1).toString();
        var once = java.util.Map.of("idempotency-key", UUID.randomUUID().toString(), "altcha", proof);
        assertThat(events.dossiers.call(events.api, "POST", path, body, once).status())
                .isEqualTo(201);
        assertThat(events.dossiers.call(events.api, "POST", path, body, once).status())
                .as("the same request again")
                .isEqualTo(201);
        var again = java.util.Map.of("idempotency-key", UUID.randomUUID().toString(), "altcha", proof);
        assertThat(events.dossiers
                        .call(
                                events.api,
                                "POST",
                                path,
                                EventFixture.people("Hanna", 1).toString(),
                                again)
                        .body()
                        .toString())
                .contains("Roboter");
        assertThat(events.taken()).hasSize(1);
    }

    @Test
    void aMunicipalityHasItsShareWhateverItDoesAtTheSameMoment() {
        var events = new EventFixture(
                EventFixture.event("Treffen").put("capacity", 50).put("limit", 4));
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .map(i -> events.register(ONE, "Anna" + i, 1).status())
                .boxed()
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(4);
        assertThat(events.register(ONE, "Anna", 1).body().path("detail").asString())
                .contains("Sie haben schon 4");
        assertThat(events.register(TWO, "Bernd", 4).status()).isEqualTo(201);
        assertThat(events.register(THREE, "Carla", 5).status()).isEqualTo(409);
        String id = events.member(ONE, "GET", "", null)
                .body()
                .at("/registrations/0/id")
                .asString();
        events.member(ONE, "DELETE", "/registrations/" + id, null);
        events.member(ONE, "DELETE", "/registrations/" + id, null);
        assertThat(events.register(ONE, "Anna", 1).status()).isEqualTo(201);
        assertThat(events.register(ONE, "Anna", 1).status()).isEqualTo(409);
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
        var events = new EventFixture(4);
        for (String name : List.of("Eins", "Zwei", "Drei", "Vier")) {
            events.register(ONE, name, 1);
        }
        events.register(TWO, "Grosse", 3);
        for (String name : List.of("Klein1", "Klein2", "Klein3")) {
            events.register(THREE, name, 1);
        }
        events.tend();
        for (String name : List.of("Eins", "Zwei", "Drei")) {
            events.byLink(events.mail("eventregistered", name), "DELETE", "", null);
            events.tend();
        }
        assertThat(events.state("Klein1")).isEqualTo("OFFERED");
        assertThat(events.state("Klein2")).isEqualTo("OFFERED");
        assertThat(events.state("Klein3")).as("passed twice already").isEqualTo("WAITING");
        assertThat(events.state("Grosse")).isEqualTo("WAITING");
        events.byLink(events.mail("eventregistered", "Vier"), "DELETE", "", null);
        events.byLink(events.mail("eventoffer", "Klein1"), "DELETE", "", null);
        events.tend();
        assertThat(events.state("Grosse")).isEqualTo("OFFERED");
        assertThat(events.taken()).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void whoeverLeavesTheListLetsTheNextOneIn() {
        var events = new EventFixture(2);
        events.register(ONE, "Anna", 2);
        events.register(TWO, "Bernd", 2);
        events.register(THREE, "Carla", 1);
        events.tend();
        events.byLink(events.mail("eventwaiting", "Bernd"), "DELETE", "", null);
        events.byLink(events.mail("eventregistered", "Anna"), "DELETE", "", null);
        events.tend();
        assertThat(events.state("Carla")).isEqualTo("OFFERED");
        assertThat(events.list().path("registrations").size()).isEqualTo(3);
        assertThat(events.register(ONE, "Anna", 1).body().path("state").asString())
                .as("the seat that nobody waits for is everybody's")
                .isEqualTo("REGISTERED");
    }

    @Test
    void aSeatThatWasKeptForNobodyIsOpenedByTheScheduleWhereTheStreamDidNotTell() {
        var events = new EventFixture(2);
        events.register(ONE, "Anna", 1);
        events.register(TWO, "Bernd", 2);
        events.byLink(events.mail("eventwaiting", "Bernd"), "DELETE", "", null);
        events.round();
        assertThat(events.register(THREE, "Carla", 1).body().path("state").asString())
                .isEqualTo("REGISTERED");
    }

    @Test
    void moreSeatsGoToThoseWhoWaitAndFewerThrowNobodyOut() {
        var events = new EventFixture(2);
        events.register(ONE, "Anna", 2);
        events.register(TWO, "Bernd", 2);
        ObjectNode event = EventFixture.event("Treffen");
        assertThat(events.change(event.put("capacity", 150)).status()).isEqualTo(200);
        events.tend();
        assertThat(events.state("Bernd")).isEqualTo("OFFERED");
        events.byLink(events.mail("eventoffer", "Bernd"), "POST", "/acceptance", null);
        assertThat(events.taken().size() + events.empty().size()).isEqualTo(150);
        events.change(event.put("capacity", 3));
        assertThat(events.state("Anna")).isEqualTo("REGISTERED");
        assertThat(events.empty()).isEmpty();
        assertThat(events.list().path("tooMany").asInt()).isEqualTo(1);
        events.register(THREE, "Carla", 1);
        events.byLink(events.mail("eventregistered", "Anna"), "DELETE", "", null);
        events.tend();
        assertThat(events.list().path("tooMany").asInt()).isZero();
        assertThat(events.state("Carla")).isEqualTo("OFFERED");
        assertThat(events.taken().size() + events.empty().size()).isEqualTo(3);
    }

    @Test
    void peopleChangeAndTheirSeatsWithThem() {
        var events = new EventFixture(4);
        String id = events.register(ONE, "Anna", 2).body().path("id").asString();
        ObjectNode three = EventFixture.people("Anna", 3);
        ((ObjectNode) three.at("/people/1")).put("name", "Beate").put("mail", "Beate@gemeinde.example");
        Answer changed = events.member(ONE, "PUT", "/registrations/" + id, three.toString());
        assertThat(changed.body().path("people")).hasSize(3);
        assertThat(events.mails("eventregistered"))
                .as("Beate gets the date, too")
                .hasSize(2);
        assertThat(events.taken()).hasSize(3);
        assertThat(events.member(
                                ONE,
                                "PUT",
                                "/registrations/" + id,
                                EventFixture.people("Anna", 5).toString())
                        .status())
                .as("not so many seats")
                .isEqualTo(409);
        events.member(
                ONE,
                "PUT",
                "/registrations/" + id,
                EventFixture.people("Anna", 1).toString());
        assertThat(events.taken()).hasSize(1);
        assertThat(events.empty()).hasSize(3);
        assertThat(events.mails("eventcancelled")).as("Beate is told").hasSize(1);
        assertThat(events.member(
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
        var events = new EventFixture(EventFixture.event("Treffen")
                .put("capacity", 5)
                .put("opens", told("2026-11-24T10:00"))
                .put("closes", told("2026-12-01T10:00"))
                .put("cancelBy", told("2026-12-05T10:00")));
        assertThat(events.register(ONE, "Anna", 1).body().path("detail").asString())
                .contains(told("beginnt am Dienstag, 24. November 2026, 10:00 Uhr"));
        events.dossiers.clock().passTo(told("2026-11-24T10:00:00Z"));
        String id = events.register(ONE, "Anna", 1).body().path("id").asString();
        String two = events.register(ONE, "Berta", 1).body().path("id").asString();
        events.dossiers.clock().passTo(told("2026-12-02T10:00:00Z"));
        assertThat(events.register(TWO, "Bernd", 1).body().path("detail").asString())
                .contains("geschlossen");
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations",
                                EventFixture.people("Spät", 1)
                                        .put("reason", "Rief an.")
                                        .toString())
                        .status())
                .isEqualTo(422);
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations",
                                EventFixture.people("Spaet", 1)
                                        .put("reason", "Rief an.")
                                        .toString())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        assertThat(events.member(ONE, "DELETE", "/registrations/" + id, null).status())
                .isEqualTo(200);
        events.dossiers.clock().passTo(told("2026-12-06T10:00:00Z"));
        assertThat(events.member(ONE, "DELETE", "/registrations/" + two, null)
                        .body()
                        .path("detail")
                        .asString())
                .contains("zu spät");
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations/" + two + "/cancellation",
                                "{\"reason\":\"Krank\"}")
                        .status())
                .isEqualTo(201);
        assertThat(events.mails("eventcancelled")).hasSize(2);
    }

    @Test
    void theOfficeCanPreferSomebodyForAReasonButMakesNoSeats() {
        var events = new EventFixture(2);
        events.register(ONE, "Anna", 2);
        events.register(TWO, "Bernd", 2);
        events.register(THREE, "Carla", 1);
        String carla = events.member(THREE, "GET", "", null)
                .body()
                .at("/registrations/0/id")
                .asString();
        String prefer = "/" + events.event + "/registrations/" + carla + "/preference";
        assertThat(events.staff("POST", prefer, "{\"reason\":\"Sie spricht.\"}").status())
                .isEqualTo(409);
        assertThat(events.staff("POST", prefer, "{\"reason\":\"\"}").status()).isEqualTo(422);
        events.change(EventFixture.event("Treffen").put("capacity", 3));
        assertThat(events.staff("POST", prefer, "{\"reason\":\"Sie spricht.\"}").status())
                .isEqualTo(201);
        assertThat(events.state("Carla")).isEqualTo("REGISTERED");
        events.tend();
        assertThat(events.state("Bernd")).isEqualTo("WAITING");
    }

    @Test
    void otherPeoplesRegistrationsStayClosed() {
        var events = new EventFixture(50);
        String id = events.register(ONE, "Anna", 1).body().path("id").asString();
        events.guest("Gisela", 1);
        String[] link = events.link(events.mail("eventconfirm", "Gisela"));
        String one = "/registrations/" + id;
        assertThat(events.member(TWO, "PUT", one, EventFixture.people("Anna", 1).toString())
                        .status())
                .isEqualTo(410);
        assertThat(events.member(TWO, "DELETE", one, null).status()).isEqualTo(410);
        assertThat(events.member(TWO, "POST", one + "/acceptance", null).status())
                .isEqualTo(410);
        assertThat(events.member(TWO, "GET", "", null).body().path("registrations"))
                .isEmpty();
        assertThat(events.member(ONE, "DELETE", "/registrations/" + link[1], null)
                        .status())
                .as("a guest's")
                .isEqualTo(410);
        for (String[] wrong :
                List.of(new String[] {link[0], id, link[2]}, new String[] {link[0], link[1], "x"}, new String[] {
                    "treffen-xxxxxxxx", link[1], link[2]
                })) {
            assertThat(events.byLink(wrong, "GET", "", null).status()).isEqualTo(401);
            assertThat(events.byLink(wrong, "DELETE", "", null).status()).isNotEqualTo(200);
        }
        assertThat(events.taken()).hasSize(2);
    }

    @Test
    void whatIsForMembersOrADraftIsNothingForGuests() {
        var events = new EventFixture(
                EventFixture.event("Intern").put("audience", "MEMBERS").put("capacity", 5));
        assertThat(events.guest("Gisela", 1).status()).isEqualTo(410);
        assertThat(events.register(ONE, "Anna", 1).status()).isEqualTo(201);
        var without = new EventFixture(0);
        assertThat(without.register(ONE, "Anna", 1).status()).isNotEqualTo(201);
    }

    @Test
    void itIsAskedForWhatTheEventNeedsAndForgottenAfterwards() {
        var events = new EventFixture(EventFixture.event("Besuch")
                .put("capacity", 5)
                .put("needs", true)
                .put("questions", "Womit reisen Sie an?"));
        ObjectNode anna = EventFixture.people("Anna", 1);
        ((ObjectNode) anna.at("/people/0")).put("needs", "vegetarisch");
        assertThat(events.register(ONE, anna, UUID.randomUUID().toString())
                        .body()
                        .toString())
                .contains("answers.a0");
        anna.putObject("answers").put("a0", "Bahn");
        assertThat(events.register(ONE, anna, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        assertThat(events.list().toString()).contains("vegetarisch", "Bahn");
        events.dossiers.clock().passTo(told("2026-12-10T09:00:00Z"));
        events.round();
        assertThat(events.list().toString()).contains("vegetarisch");
        events.dossiers.clock().pass(Duration.ofDays(1));
        events.round();
        var once = events.list();
        assertThat(once.toString()).contains("Anna").doesNotContain("vegetarisch");
        events.round();
        assertThat(events.list()).as("nothing is forgotten twice").isEqualTo(once);
        events.dossiers.clock().pass(Duration.ofDays(366));
        events.round();
        assertThat(events.list().toString()).doesNotContain("Anna").doesNotContain("gemeinde.example");
        assertThat(events.list().at("/registrations/0/people"))
                .as("how many they were")
                .hasSize(1);
    }

    @Test
    void everybodyIsRemindedTwiceHoweverOftenTheScheduleRuns() {
        var events = new EventFixture(5);
        ObjectNode two = EventFixture.people("Anna", 2);
        ((ObjectNode) two.at("/people/1")).put("mail", "Beate@gemeinde.example");
        events.register(ONE, two, UUID.randomUUID().toString());
        events.guest("Gisela", 1);
        events.round();
        assertThat(events.mails("eventreminder")).isEmpty();
        events.dossiers.clock().passTo(told("2026-12-03T09:00:00Z"));
        events.round();
        events.round();
        assertThat(events.mails("eventreminder")).hasSize(2);
        events.dossiers.clock().passTo(told("2026-12-09T09:00:00Z"));
        events.round();
        events.round();
        assertThat(events.mails("eventreminder"))
                .hasSize(4)
                .allSatisfy(
                        mail -> assertThat(mail.at("/model/link").asString()).isEqualTo("https://video.example/raum"));
    }

    @Test
    void aChangeAndACancellationAreToldToAllWhomTheyConcern() {
        var events = new EventFixture(2);
        events.register(ONE, "Anna", 2);
        events.register(TWO, "Bernd", 1);
        events.change(EventFixture.event("Treffen").put("capacity", 2).put("text", "Nur andere Worte."));
        events.tend();
        assertThat(events.mails("eventchanged")).isEmpty();
        events.change(EventFixture.event("Treffen").put("capacity", 2).put("start", told("2026-12-09T14:00")));
        events.tend();
        events.tend();
        assertThat(events.mails("eventchanged"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactly("anna@gemeinde.example");
        assertThat(events.mails("eventchanged")
                        .getFirst()
                        .at("/invitation/sequence")
                        .asInt())
                .isGreaterThan(events.mails("eventregistered")
                        .getFirst()
                        .at("/invitation/sequence")
                        .asInt());
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Der Saal brennt.\"}");
        events.tend();
        events.round();
        assertThat(events.mails("eventoff"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("anna@gemeinde.example", "bernd@gemeinde.example");
        assertThat(events.mails("eventoff").getFirst().at("/model/text").asString())
                .isEqualTo("Der Saal brennt.");
        assertThat(events.register(THREE, "Carla", 1).body().path("detail").asString())
                .contains("fällt aus");
    }

    @Test
    void theOfficesListSaysHowManySeatsAreTakenAndWhoWaits() {
        var events = new EventFixture(3);
        events.register(ONE, "Anna", 2);
        events.register(TWO, "Bernd", 2);
        JsonNode listed = events.staff("GET", "", null).body().at("/events/0");
        assertThat(listed.path("taken").asInt()).isEqualTo(2);
        assertThat(listed.path("waiting").asInt()).isEqualTo(1);
        events.tend();
        assertThat(events.staff("GET", "", null).body().at("/events/0/taken").asInt())
                .as("what is kept for whoever waits is not taken yet")
                .isEqualTo(2);
        events.dossiers.clock().pass(Duration.ofDays(17));
        assertThat(events.staff("GET", "", null).body().at("/events/0").has("taken"))
                .isFalse();
    }

    @Test
    void seatsThatWereForgottenAreAddedAfterThePublicationAndThenTheyStand() {
        var events = new EventFixture(0);
        assertThat(events.register(ONE, "Anna", 1).status()).isEqualTo(409);
        assertThat(events.change(EventFixture.event("Treffen").put("capacity", 2))
                        .status())
                .isEqualTo(200);
        assertThat(events.register(ONE, "Anna", 2).body().path("state").asString())
                .isEqualTo("REGISTERED");
        assertThat(events.register(TWO, "Bernd", 1).body().path("state").asString())
                .isEqualTo("WAITING");
        Answer none = events.change(EventFixture.event("Treffen").put("capacity", 0));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().at("/errors/0/field").asString()).isEqualTo("capacity");
    }

    @Test
    void whoeverHadComeToACancelledEventReadsThatEverywhereAndCanDoNothingMore() {
        var events = new EventFixture(1);
        String anna = events.register(ONE, "Anna", 1).body().path("id").asString();
        events.register(TWO, "Bernd", 1);
        events.guest("Gisela", 1);
        JsonNode gisela = events.mail("eventconfirm", "Gisela");
        String url = ownCalendar(events, "POST").body().path("url").asString();
        events.change(EventFixture.event("Treffen").put("capacity", 1).put("place", "Anderswo"));
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Das Dach ist undicht.\"}");
        events.tend();
        assertThat(events.mails("eventchanged"))
                .as("what was still to be told is true no longer")
                .isEmpty();
        assertThat(events.mails("eventoff")).hasSize(2);
        JsonNode own = events.member(ONE, "GET", "", null).body();
        assertThat(own.path("standing").asString()).isEqualTo("CANCELLED");
        assertThat(own.at("/registrations/0/cancellable").asBoolean()).isFalse();
        assertThat(own.at("/registrations/0/changeable").asBoolean()).isFalse();
        assertThat(own.at("/registrations/0/link").asString()).isEmpty();
        assertThat(events.byLink(gisela, "GET", "", null)
                        .body()
                        .at("/registration/until")
                        .asString())
                .as("nothing to confirm any more")
                .isEmpty();
        assertThat(events.member(ONE, "DELETE", "/registrations/" + anna, null).status())
                .isEqualTo(409);
        assertThat(events.staff(
                                "POST",
                                "/" + events.event + "/registrations/" + anna + "/cancellation",
                                "{\"reason\":\"Doppelt.\"}")
                        .status())
                .isEqualTo(409);
        assertThat(text(calendar(events, url)))
                .contains("SUMMARY:Abgesagt: Treffen", "STATUS:CANCELLED", "Das Dach ist undicht.")
                .contains("X-WR-CALNAME:Unsere Termine", "REFRESH-INTERVAL;VALUE=DURATION:PT4H")
                .doesNotContain("video.example");
        events.dossiers.clock().pass(Duration.ofDays(17));
        events.round();
        assertThat(events.mails("eventlapsed"))
                .as("of what does not take place")
                .isEmpty();
        assertThat(events.mails("eventreminder")).isEmpty();
    }

    @Test
    void theSameKeyHasOneEffectAndOneAnswer() {
        var events = new EventFixture(5);
        String key = UUID.randomUUID().toString();
        Answer first = events.register(ONE, EventFixture.people("Anna", 2), key);
        assertThat(events.register(ONE, EventFixture.people("Anna", 2), key).body())
                .isEqualTo(first.body());
        assertThat(events.register(ONE, EventFixture.people("Anna", 3), key).status())
                .isEqualTo(422);
        assertThat(events.taken()).hasSize(2);
        assertThat(events.mails("eventregistered")).hasSize(1);
    }

    @Test
    void theOwnCalendarKnowsWhereOneComesAndOnlyAsLongAsOneMay() {
        var events = new EventFixture(3);
        String url = ownCalendar(events, "POST").body().path("url").asString();
        assertThat(text(calendar(events, url))).doesNotContain("SUMMARY");
        events.register(ONE, "Anna", 1);
        events.register(TWO, "Bernd", 1);
        assertThat(text(calendar(events, url))).contains("SUMMARY:Treffen", "LOCATION:https://video.example/raum");
        String second = ownCalendar(events, "POST").body().path("url").asString();
        assertThat(calendar(events, url).status()).as("the address before").isEqualTo(410);
        assertThat(text(calendar(events, second))).contains("SUMMARY:Treffen");
        var accounts =
                new land.starkeorte.accounts.Accounts(events.dossiers.tables().reach("AccountsTable"));
        var table = events.dossiers.tables().reach("AccountsTable");
        table.write(accounts.open("mitarbeit@starke-orte.example", "member", ONE));
        assertThat(calendar(events, second).status()).isEqualTo(200);
        table.write(accounts.close("mitarbeit@starke-orte.example", "member", ONE));
        assertThat(calendar(events, second).status())
                .as("may act for the municipality no longer")
                .isEqualTo(410);
        String third = ownCalendar(events, "POST").body().path("url").asString();
        ownCalendar(events, "DELETE");
        ownCalendar(events, "DELETE");
        assertThat(calendar(events, third).status()).isEqualTo(410);
    }

    private static Answer ownCalendar(EventFixture events, String method) {
        return events.dossiers.as("person-" + ONE, "member", ONE, events.api, method, "/api/member/calendar", null);
    }

    private static Answer calendar(EventFixture events, String url) {
        return events.dossiers.call(
                events.api, "GET", url.substring(EventFixture.SITE.length()), null, java.util.Map.<String, String>of());
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
        var events = new EventFixture(20);
        assertThat(events.register(
                                ONE,
                                Json.MAPPER.createObjectNode(),
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(422);
        ObjectNode without = EventFixture.people("Anna", 1);
        ((ObjectNode) without.at("/people/0")).put("mail", "");
        assertThat(events.register(ONE, without, UUID.randomUUID().toString())
                        .body()
                        .toString())
                .contains("people.0.mail");
        ObjectNode unasked = EventFixture.people("Anna", 1);
        ((ObjectNode) unasked.at("/people/0")).put("needs", "vegan");
        assertThat(events.register(ONE, unasked, UUID.randomUUID().toString()).status())
                .as("nobody asked")
                .isEqualTo(422);
        assertThat(new EventFixture(2).register(ONE, "Anna", 3).body().toString())
                .contains("nur 2 Plätze");
    }

    private static WaitlistEntry turn(String registration, int party, int passed) {
        return new WaitlistEntry("e", registration, party, java.time.Instant.EPOCH, passed, 1);
    }
}
