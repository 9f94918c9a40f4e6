package land.starkeorte.applications;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.backoffice.BackofficeFunctions;
import land.starkeorte.backoffice.DeadlineSettings;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.HistoryEntry;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.ThrowingError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From sending on: the municipality follows and completes its dossier, the office works with it. */
class DossierTest {
    private final ApiDriver api = new ApiDriver();
    private final String secret = Secrets.secret();
    private String dossier;
    private String asStaff;

    @BeforeEach
    void send() {
        dossier = sent("03159016", secret);
        asStaff = "/api/staff/dossiers/" + dossier;
    }

    @Test
    void theMunicipalitySeesWhereItStandsWhatComesNextAndUntilWhen() {
        JsonNode seen = mine();
        assertThat(seen.at("/standing/ball").asString()).isEqualTo("network");
        assertThat(seen.at("/standing/until").asString()).isEqualTo(told("2026-12-07"));
        assertThat(seen.path("steps")
                        .valueStream()
                        .map(step -> step.path("what").asString()))
                .containsExactly("begonnen", "Antrag gesendet");
        assertThat(seen.at("/steps/1/who").asString()).isEqualTo("you");
        assertThat(seen.toString()).doesNotContain("notes").doesNotContain("tasks");
    }

    @Test
    void nobodyElsesSecretOpensOrChangesAnything() {
        String others = Secrets.secret();
        sent("12073008", others);
        var paths = Map.of(
                "",
                "GET",
                "/messages",
                "POST",
                "/messages?before=",
                "GET",
                "/corrections/1",
                "GET",
                "/reading",
                "POST",
                "/correction",
                "PUT",
                "/officials",
                "POST",
                "/officials/" + Secrets.id(),
                "DELETE",
                "/withdrawal",
                "POST");
        var bodies = Map.of(
                "/messages", "{\"text\":\"x\"}",
                "/reading", told("{\"upTo\":\"2026-11-23T09:00:00Z\"}"),
                "/correction", "{\"correction\":1,\"answers\":{}}",
                "/officials", "{\"mail\":\"x@y.example\"}",
                "/withdrawal", "{\"confirmed\":true}");
        paths.forEach((path, method) -> {
            assertThat(api.as(others, method, "/api/dossiers/" + dossier + path, bodies.get(path))
                            .status())
                    .as(method + path)
                    .isEqualTo(401);
        });
        assertThat(api.as(secret, "GET", "/api/dossiers/" + "0".repeat(32), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aDraftIsNoDossierYet() {
        String draft = api.start(Forms.withMail("a@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        assertThat(api.as(secret, "GET", "/api/dossiers/" + draft, null).status())
                .isEqualTo(410);
        assertThat(api.asStaff("/api/staff/dossiers/" + draft, List.of("staff")).status())
                .isEqualTo(410);
    }

    @Test
    void aMessageReachesTheOtherSideUnreadAndTheMailDoesNotSayWhatItSays() {
        say(secret, "Ist das Kino zu klein?");
        assertThat(staff().path("unread").asBoolean()).isTrue();
        assertThat(staff().at("/messages/0/text").asString()).isEqualTo("Ist das Kino zu klein?");
        assertThat(mails("question"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.toString()).doesNotContain("Kino"));

        assertThat(api.asStaff("POST", asStaff + "/messages", "{\"text\":\"Nein, es passt.\"}")
                        .status())
                .isEqualTo(201);
        api.asStaff(
                "POST",
                asStaff + "/reading",
                "{\"upTo\":\"" + staff().at("/messages/0/at").asString() + "\"}");
        assertThat(staff().path("unread").asBoolean()).isFalse();
        assertThat(mine().path("unread").asBoolean()).isTrue();
        assertThat(mails("message"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.toString()).doesNotContain("passt"));

        String read = mine().at("/messages/1/at").asString();
        api.as(secret, "POST", "/api/dossiers/" + dossier + "/reading", "{\"upTo\":\"" + read + "\"}");
        assertThat(mine().path("unread").asBoolean()).isFalse();
    }

    @Test
    void aKeyBelongsToOneDossierAndToThePersonNotToHerToken() {
        String other = sent("12073008", Secrets.secret());
        String key = UUID.randomUUID().toString();
        String body = "{\"text\":\"Notiz\"}";
        assertThat(note(dossier, key, "token one", body).status()).isEqualTo(201);
        assertThat(note(dossier, key, "token two", body).status()).isEqualTo(201);
        assertThat(note(other, key, "token two", body).status()).isEqualTo(422);
        assertThat(staff().path("notes").size()).isEqualTo(1);
    }

    private ApiDriver.Answer note(String id, String key, String token, String body) {
        var headers = Map.of("idempotency-key", key, "authorization", "Bearer " + token);
        return api.call("POST", "/api/staff/dossiers/" + id + "/notes", body, headers, false, List.of("staff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T08:00:00Z", "9999-12-31T23:59:59Z", "+1000000000-12-31T23:59:59Z"})
    void whatIsNotWrittenYetCannotHaveBeenRead(String upTo) {
        for (int i = 0; i < 2; i++) {
            api.as(secret, "POST", "/api/dossiers/" + dossier + "/reading", "{\"upTo\":\"" + upTo + "\"}");
            api.asStaff("POST", asStaff + "/reading", "{\"upTo\":\"" + upTo + "\"}");
            api.clock.pass(Duration.ofMinutes(1));
            say(secret, "Frage " + i);
            assertThat(staff().path("unread").asBoolean()).isTrue();
            api.asStaff("POST", asStaff + "/messages", "{\"text\":\"Antwort\"}");
            assertThat(mine().path("unread").asBoolean()).isTrue();
        }
    }

    @Test
    void whatHasEndedTakesNothingMoreAndSaysSo() {
        withdraw("{\"confirmed\":true}");
        var refused = api.as(secret, "POST", "/api/dossiers/" + dossier + "/messages", "{\"text\":\"Noch etwas\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("title").asString()).isEqualTo("Der Vorgang ist beendet");
        assertThat(api.as(
                                secret,
                                "POST",
                                "/api/dossiers/" + dossier + "/officials",
                                "{\"mail\":\"bert@gemeinde.example\"}")
                        .status())
                .isEqualTo(409);
        assertThat(mails("invited")).isEmpty();
        assertThat(mine().path("over").asBoolean()).isTrue();
        assertThat(api.asStaff("POST", asStaff + "/messages", "{\"text\":\"Schade.\"}")
                        .status())
                .as("the office may still say something")
                .isEqualTo(201);
    }

    @Test
    void severalUnreadMessagesAreOneMail() {
        for (int i = 0; i < 5; i++) {
            say(secret, "Frage " + i);
            api.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(mails("question")).hasSize(1);
        assertThat(staff().path("messages").size()).isEqualTo(5);
    }

    @Test
    void aMessageSentTwiceIsThereOnce() {
        var headers = Map.of(
                "authorization",
                "Bearer " + secret,
                "idempotency-key",
                UUID.randomUUID().toString());
        String path = "/api/dossiers/" + dossier + "/messages";
        var first = api.call("POST", path, "{\"text\":\"einmal\"}", headers);
        assertThat(api.call("POST", path, "{\"text\":\"einmal\"}", headers)).isEqualTo(first);
        assertThat(api.call("POST", path, "{\"text\":\"anders\"}", headers).status())
                .isEqualTo(422);
        assertThat(staff().path("messages").size()).isEqualTo(1);
    }

    @Test
    void peopleWhoWriteAtTheSameMomentLoseNothing() throws Exception {
        try (var people = Executors.newFixedThreadPool(3)) {
            var answers = people.invokeAll(IntStream.range(0, 9)
                    .<Callable<ApiDriver.Answer>>mapToObj(i -> () -> i % 3 == 0
                            ? api.asStaff("POST", asStaff + "/notes", "{\"text\":\"Notiz " + i + "\"}")
                            : api.as(
                                    secret,
                                    "POST",
                                    "/api/dossiers/" + dossier + "/messages",
                                    "{\"text\":\"Nachricht " + i + "\"}"))
                    .toList());
            int done = 0;
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
                done += answer.get().status() == 201 ? 1 : 0;
            }
            assertThat(staff().path("messages").size() + staff().path("notes").size())
                    .isEqualTo(done);
        }
    }

    @Test
    void staffAskForNamedFieldsAndTheMunicipalityChangesJustThose() {
        ask("motivation", "invoice.city");
        JsonNode asked = mine();
        assertThat(asked.path("state").asString()).isEqualTo("NEEDS_CORRECTION");
        assertThat(asked.at("/standing/ball").asString()).isEqualTo("municipality");
        assertThat(asked.at("/correction/reason").asString()).isEqualTo("Bitte genauer.");
        assertThat(mails("correction"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.toString()).doesNotContain("genauer"));

        var answered = correct(
                "{\"motivation\":\"Mut.\",\"invoice\":{\"city\":\"Bovenden\",\"street\":\"geschmuggelt\"},\"attitude\":\"auch\"}");
        assertThat(answered.status()).isEqualTo(200);
        JsonNode after = mine();
        assertThat(after.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(after.at("/answers/motivation").asString()).isEqualTo("Mut.");
        assertThat(after.at("/answers/invoice/city").asString()).isEqualTo("Bovenden");
        assertThat(after.at("/answers/invoice/street").asString()).isEqualTo("Am Markt 1");
        assertThat(after.at("/answers/attitude").asString()).isEqualTo("Gemeinwohl zuerst.");
        assertThat(staff().at("/corrections/0/number").asInt()).isEqualTo(1);
        for (JsonNode kept : List.of(
                api.asStaff(asStaff + "/corrections/1", List.of("staff")).body(),
                api.as(secret, "GET", "/api/dossiers/" + dossier + "/corrections/1", null)
                        .body())) {
            assertThat(kept.at("/before/motivation").asString()).isEqualTo("Das alte Kino steht leer.");
            assertThat(kept.at("/after/motivation").asString()).isEqualTo("Mut.");
            assertThat(kept.path("before").has("attitude")).isFalse();
        }
        assertThat(api.asStaff(asStaff + "/corrections/2", List.of("staff")).status())
                .isEqualTo(410);
        assertThat(mails("corrected")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void anAnswerToACorrectionThatNobodyAskedForChangesNothing(String number) {
        ask("motivation");
        String body = "{\"correction\":" + number + ",\"answers\":{\"motivation\":\"neu\"}}";
        assertThat(api.as(secret, "PUT", "/api/dossiers/" + dossier + "/correction", body)
                        .status())
                .isBetween(400, 499);
        assertThat(mine().path("state").asString()).isEqualTo("NEEDS_CORRECTION");
    }

    @Test
    void aCorrectionIsCheckedLikeTheFormAndAnsweredOnce() {
        ask("invoice.postcode");
        assertThat(correct("{\"invoice\":{\"postcode\":\"123\"}}").fields()).containsExactly("invoice.postcode");
        assertThat(correct("{\"invoice\":{}}").fields()).containsExactly("invoice.postcode");
        assertThat(mine().path("state").asString()).isEqualTo("NEEDS_CORRECTION");
        assertThat(correct("{\"invoice\":{\"postcode\":\"37079\"}}").status()).isEqualTo(200);
        assertThat(correct("{\"invoice\":{\"postcode\":\"37079\"}}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality.ags", "agreement", "motivation.x", ""})
    void onlyFieldsOfTheFormCanBeAskedFor(String field) {
        var refused =
                api.asStaff("POST", asStaff + "/correction", "{\"fields\":[\"" + field + "\"],\"reason\":\"Bitte.\"}");
        assertThat(refused.fields()).containsExactly("fields");
    }

    @Test
    void aContactNamedInACorrectionMayOpenTheDossierToo() {
        ask("contacts");
        correct(
                "{\"contacts\":[{\"name\":\"Bert Klein\",\"office\":\"Kämmerer\",\"mail\":\"bert@gemeinde.example\"}]}");
        assertThat(mine().path("officials").size()).isEqualTo(2);
        assertThat(mails("invited")).hasSize(1);
        assertThat(api.asStaff("/api/staff/dossiers?q=bert", List.of("staff"))
                        .body()
                        .path("dossiers")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aPersonIsAddedByAnotherGetsAnOwnLinkAndIsRemovedAgain() {
        add("bert@gemeinde.example");
        add("Bert@gemeinde.example");
        assertThat(mails("invited")).hasSize(1);
        String berts = linkOf("bert@gemeinde.example");
        JsonNode seen = api.as(berts, "GET", "/api/dossiers/" + dossier, null).body();
        assertThat(seen.path("officials")
                        .valueStream()
                        .filter(one -> one.path("you").asBoolean())
                        .findFirst()
                        .orElseThrow()
                        .path("mail")
                        .asString())
                .isEqualTo("bert@gemeinde.example");
        String key = seen.path("officials")
                .valueStream()
                .filter(one -> one.path("you").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();

        var self = api.as(berts, "DELETE", "/api/dossiers/" + dossier + "/officials/" + key, null);
        assertThat(self.status()).isEqualTo(422);
        assertThat(api.as(secret, "DELETE", "/api/dossiers/" + dossier + "/officials/" + key, null)
                        .status())
                .isEqualTo(200);
        assertThat(api.as(secret, "DELETE", "/api/dossiers/" + dossier + "/officials/" + key, null)
                        .status())
                .isEqualTo(200);
        assertThat(api.as(berts, "GET", "/api/dossiers/" + dossier, null).status())
                .isEqualTo(401);
        assertThat(mine().path("steps")
                        .valueStream()
                        .map(step -> step.path("what").asString()))
                .containsSequence("Person hinzugefügt", "Person entfernt");
    }

    @Test
    void whoWasRemovedLosesTheTabInWhichTheApplicationWasBegun() {
        add("bert@gemeinde.example");
        String starter = mine().path("officials")
                .valueStream()
                .filter(one -> one.path("you").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("key")
                .asString();
        String berts = linkOf("bert@gemeinde.example");
        api.as(berts, "DELETE", "/api/dossiers/" + dossier + "/officials/" + starter, null);
        assertThat(api.as(secret, "GET", "/api/dossiers/" + dossier, null).status())
                .isEqualTo(401);
    }

    @Test
    void aDossierCannotBeUsedToWriteToStrangers() {
        for (int i = 0; i < 20; i++) {
            add("victim" + i + "@gemeinde.example");
        }
        assertThat(mails("invited").size()).isLessThanOrEqualTo(Dossier.MOST_INVITED);
        assertThat(mine().path("officials").size()).isEqualTo(8);
    }

    @Test
    void aMailAboutTheDossierDoesNotShutAWindowThatIsOpen() {
        String first = linkOf("anne@gemeinde.example");
        String second = linkOf("anne@gemeinde.example");
        assertThat(api.as(first, "GET", "/api/dossiers/" + dossier, null).status())
                .isEqualTo(200);
        assertThat(api.as(second, "GET", "/api/dossiers/" + dossier, null).status())
                .isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            linkOf("anne@gemeinde.example");
        }
        assertThat(api.as(first, "GET", "/api/dossiers/" + dossier, null).status())
                .isEqualTo(200);
    }

    @Test
    void aWithdrawnApplicationFreesTheMunicipalityForANewOne() {
        assertThat(withdraw("{}").status()).isEqualTo(422);
        assertThat(withdraw("{\"confirmed\":true}").status()).isEqualTo(200);
        assertThat(withdraw("{\"confirmed\":true}").status()).isEqualTo(200);
        assertThat(mails("withdrawn")).hasSize(1);
        assertThat(mails("withdrawal")).hasSize(1);
        assertThat(mine().at("/standing/ball").asString()).isEqualTo("nobody");
        assertThat(mine().path("open").asBoolean()).isFalse();
        assertThat(api.asStaff("POST", asStaff + "/correction", "{\"fields\":[\"time\"],\"reason\":\"x\"}")
                        .status())
                .isEqualTo(409);
        sent("03159016", Secrets.secret());
    }

    @Test
    void theBoardCountsWhatStandsWhere() {
        String second = Secrets.secret();
        String other = sent("12073008", second);
        api.as(second, "POST", "/api/dossiers/" + other + "/withdrawal", "{\"confirmed\":true}");
        ask("time");
        JsonNode columns =
                api.asStaff("/api/staff/board", List.of("staff")).body().path("columns");
        assertThat(columns.at("/SUBMITTED/count").asInt()).isZero();
        assertThat(columns.at("/NEEDS_CORRECTION/count").asInt()).isEqualTo(1);
        assertThat(columns.at("/WITHDRAWN/count").asInt()).isEqualTo(1);
        assertThat(columns.at("/WITHDRAWN/dossiers/0/municipality").asString())
                .isEqualTo("Angermünde (Uckermark, Brandenburg)");
    }

    @Test
    void theListIsSortedFilteredSearchedAndPaged() {
        var all = List.of("12073008", "12062224", "14521410", "09479129", "09479135", "09471154");
        all.forEach(ags -> {
            api.clock.pass(Duration.ofMinutes(1));
            sent(ags, Secrets.secret());
        });
        assertThat(names("?sort=municipality&direction=up"))
                .startsWith(
                        "Angermünde (Uckermark, Brandenburg)",
                        "Göttingen (Niedersachsen)",
                        "Herzberg (Elster) (Elbe-Elster, Brandenburg)")
                .hasSize(7);
        assertThat(names("?sort=submitted&direction=down"))
                .startsWith("Lisberg (Bamberg, Bayern)")
                .endsWith("Göttingen (Niedersachsen)");
        ask("time");
        assertThat(names("?state=NEEDS_CORRECTION")).containsExactly("Göttingen (Niedersachsen)");
        assertThat(names("?q=brandenburg"))
                .containsExactlyInAnyOrder(
                        "Angermünde (Uckermark, Brandenburg)", "Herzberg (Elster) (Elbe-Elster, Brandenburg)");
        assertThat(names("?q=ANGERMUNDE")).containsExactly("Angermünde (Uckermark, Brandenburg)");
        assertThat(names("?q=angermuende")).hasSize(1);
        assertThat(names("?q=goettingen")).containsExactly("Göttingen (Niedersachsen)");
        assertThat(names("?q=elbe-elster")).hasSize(1);
        assertThat(names("?q=0947")).hasSize(3);
        assertThat(names("?q=bayern%20markt")).containsExactly("Marktleuthen (Wunsiedel i. Fichtelgebirge, Bayern)");
        assertThat(names("?q=gro%C3%9F")).hasSize(7);
        assertThat(names("?q=brandenburg&state=WITHDRAWN")).isEmpty();
        String reference = staff().path("reference").asString();
        assertThat(names("?q=" + reference.toLowerCase())).containsExactly("Göttingen (Niedersachsen)");
        assertThat(names("?q=" + reference.replace("-", ""))).containsExactly("Göttingen (Niedersachsen)");
        for (String after : List.of("v", "%F0%9F%98%80", "zz%23" + "0".repeat(32), "%EF%BF%BF%23" + "0".repeat(32))) {
            for (String path : List.of(
                    "/tasks?after=",
                    "/dossiers?q=nirgends&after=",
                    "/dossiers?q=brandenburg&after=",
                    "/dossiers?after=")) {
                assertThat(api.asStaff("/api/staff" + path + after, List.of("staff"))
                                .status())
                        .as(path + after)
                        .isIn(200, 400);
            }
        }
        assertThat(api.asStaff("/api/staff/dossiers?q=x", List.of("staff")).status())
                .isEqualTo(422);
        assertThat(api.asStaff("/api/staff/dossiers?state=DRAFT", List.of("staff"))
                        .status())
                .isEqualTo(400);
        assertThat(api.asStaff("/api/staff/dossiers?sort=secret", List.of("staff"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everyContactIsFoundByNameAndAddressTogetherAndAlone() {
        var answers = Forms.complete();
        ((tools.jackson.databind.node.ObjectNode) answers.at("/municipality")).put("ags", "09479129");
        ((tools.jackson.databind.node.ArrayNode) answers.at("/contacts"))
                .addObject()
                .put("name", "Bea Zweitmann")
                .put("office", "Kämmerin")
                .put("mail", "bea.zweitmann@kirchenlamitz.example");
        sent(answers, Secrets.secret());
        for (String typed : List.of(
                "bea.zweitmann%40kirchenlamitz.example", "bea%20zweitmann", "zweitmann%20kirchenlamitz", "Zweitmann")) {
            assertThat(names("?q=" + typed))
                    .as(typed)
                    .containsExactly("Kirchenlamitz (Wunsiedel i. Fichtelgebirge, Bayern)");
        }
        assertThat(names("?q=zweitmann%20niedersachsen")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wunsidel",
                "wunsieddel",
                "wunsiedek",
                "uwnsiedel",
                "wusniedel",
                "wunseidel",
                "wunsiedle",
                "unsiedel",
                "kirchnlamitz",
                "wunsidel%20bayern",
                "kirchenlamtiz%20wunsidel"
            })
    void oneTypingErrorIsForgiven(String typed) {
        sent("09479129", Secrets.secret());
        JsonNode answer =
                api.asStaff("/api/staff/dossiers?q=" + typed, List.of("staff")).body();
        assertThat(answer.path("dossiers")).isEmpty();
        assertThat(answer.path("near").findValuesAsString("municipality"))
                .containsExactly("Kirchenlamitz (Wunsiedel i. Fichtelgebirge, Bayern)");
    }

    @Test
    void aDossierHasAnOwnerWhoStandsOnTheBoardAndInTheList() {
        api.asStaff("PUT", "/api/staff/me", "{}");
        String owned = "{\"owner\":\"" + ApiDriver.STAFF + "\",\"seen\":{\"owner\":\"\"}}";
        assertThat(api.asStaff("PUT", asStaff + "/owner", owned).status()).isEqualTo(200);
        assertThat(api.asStaff("PUT", asStaff + "/owner", owned).status())
                .as("said a second time")
                .isEqualTo(200);
        assertThat(staff().path("owner").asString()).isEqualTo(ApiDriver.STAFF);
        JsonNode board = api.asStaff("/api/staff/board", List.of("staff")).body();
        assertThat(board.at("/columns/SUBMITTED/dossiers/0/owner").asString()).isEqualTo(ApiDriver.STAFF);
        assertThat(mine().toString()).doesNotContain(ApiDriver.STAFF);
        assertThat(api.asStaff("PUT", asStaff + "/owner", "{\"owner\":\"somebody\",\"seen\":{\"owner\":\"\"}}")
                        .status())
                .isEqualTo(422);
        assertThat(api.asStaff("PUT", asStaff + "/owner", "{\"owner\":\"\"}").fields())
                .containsExactly("seen");
        api.asStaff("POST", asStaff + "/messages", "{\"text\":\"Guten Tag\"}");
        assertThat(staff().path("owner").asString()).as("whatever else happens").isEqualTo(ApiDriver.STAFF);
        var meanwhile = api.asStaff("PUT", asStaff + "/owner", "{\"owner\":\"\",\"seen\":{\"owner\":\"another\"}}");
        assertThat(meanwhile.status()).as("whoever saw somebody else there").isEqualTo(409);
        assertThat(meanwhile.body().at("/stored/owner").asString()).isEqualTo(ApiDriver.STAFF);
        assertThat(staff().path("owner").asString()).isEqualTo(ApiDriver.STAFF);
        assertThat(api.asStaff(
                                "PUT",
                                asStaff + "/owner",
                                "{\"owner\":\"\",\"seen\":{\"owner\":\"" + ApiDriver.STAFF + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(staff().has("owner")).isFalse();
    }

    @Test
    void whatSomebodyElseHasMeanwhileChangedInATaskIsNeverOverwrittenUnseen() {
        api.asStaff("POST", asStaff + "/tasks", told("{\"text\":\"Anrufen\",\"due\":\"2026-11-30\"}"));
        String one = asStaff + "/tasks/" + staff().at("/tasks/0/id").asString();
        String seen = told(",\"seen\":{\"due\":\"2026-11-30\",\"done\":false}}");
        assertThat(api.asStaff("PUT", one, told("{\"due\":\"2026-12-24\",\"done\":false") + seen)
                        .status())
                .isEqualTo(200);
        var second = api.asStaff("PUT", one, told("{\"due\":\"2026-11-30\",\"done\":true") + seen);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("type").asString()).endsWith("#inzwischen-geaendert");
        assertThat(second.body().at("/stored/due").asString()).isEqualTo(told("2026-12-24"));
        assertThat(staff().at("/tasks/0/due").asString()).isEqualTo(told("2026-12-24"));
        assertThat(staff().at("/tasks/0").has("doneAt")).isFalse();
        assertThat(api.asStaff("PUT", one, told("{\"due\":\"2026-11-30\",\"done\":true}"))
                        .fields())
                .containsExactly("seen");
    }

    @Test
    void theBoardSaysWhatIsToBeDoneTheMostUrgentFirst() {
        for (String due : List.of("2026-12-24", "2026-11-30")) {
            api.asStaff("POST", asStaff + "/tasks", "{\"text\":\"Anrufen\",\"due\":\"" + due + "\"}");
        }
        JsonNode tasks =
                api.asStaff("/api/staff/board", List.of("staff")).body().path("tasks");
        assertThat(tasks.findValuesAsString("due")).containsExactly("2026-11-30", "2026-12-24");
        assertThat(tasks.findValuesAsString("dossier")).containsOnly(dossier);
        assertThat(tasks.toString()).doesNotContain("Anrufen");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionWhateverTheOrder() {
        var bulk = new ManyDossiers(api);
        bulk.seed(120);
        for (String order :
                List.of("sort=submitted&direction=up", "sort=changed", "sort=municipality&direction=up", "q=ort")) {
            var seen = new java.util.ArrayList<String>();
            String next = "";
            do {
                JsonNode page = api.asStaff("/api/staff/dossiers?" + order + next, List.of("staff"))
                        .body();
                page.path("dossiers").forEach(line -> seen.add(line.path("id").asString()));
                next = page.has("next")
                        ? "&after="
                                + java.net.URLEncoder.encode(
                                        page.path("next").asString(), java.nio.charset.StandardCharsets.UTF_8)
                        : null;
            } while (next != null);
            assertThat(seen).as(order).doesNotHaveDuplicates().hasSize(order.startsWith("q") ? 120 : 121);
        }
    }

    @Test
    void notesAndTasksStayInTheOffice() {
        api.asStaff("POST", asStaff + "/notes", "{\"text\":\"Bürgermeisterin ruft zurück.\"}");
        api.asStaff("PUT", "/api/staff/me", "{}");
        assertThat(api.asStaff(
                                "POST",
                                asStaff + "/tasks",
                                told("{\"text\":\"Anrufen\",\"due\":\"2026-11-30\",\"owner\":\"") + ApiDriver.STAFF
                                        + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(mine().toString()).doesNotContain("ruft zurück").doesNotContain("Anrufen");
        JsonNode task = api.asStaff("/api/staff/tasks", List.of("staff")).body().at("/tasks/0");
        assertThat(task.path("owner").asString()).isEqualTo(ApiDriver.STAFF);
        assertThat(task.path("municipality").asString()).isEqualTo("Göttingen (Niedersachsen)");

        String one = asStaff + "/tasks/" + task.path("id").asString();
        String asItWas =
                told(",\"seen\":{\"due\":\"2026-11-30\",\"done\":false,\"owner\":\"") + ApiDriver.STAFF + "\"}}";
        assertThat(api.asStaff("PUT", one, told("{\"due\":\"2026-12-01\",\"done\":false") + asItWas)
                        .status())
                .isEqualTo(200);
        String asItIs = told(",\"seen\":{\"due\":\"2026-12-01\",\"done\":false}}");
        assertThat(api.asStaff("PUT", one, told("{\"due\":\"2026-12-01\",\"done\":true") + asItIs)
                        .status())
                .isEqualTo(200);
        assertThat(api.asStaff("/api/staff/tasks", List.of("staff")).body().path("tasks"))
                .isEmpty();
        assertThat(staff().at("/tasks/0/doneBy").asString()).isEqualTo(ApiDriver.STAFF);
        assertThat(api.asStaff("PUT", one, "{\"due\":\"morgen\",\"done\":true" + asItIs)
                        .fields())
                .containsExactly("due");
        assertThat(api.asStaff(
                                "PUT",
                                one,
                                told("{\"due\":\"2026-12-01\",\"owner\":\"stranger\",\"done\":true") + asItIs)
                        .fields())
                .containsExactly("owner");
    }

    @Test
    void whoWaitsTooLongBecomesATaskOnceHoweverOftenTheScheduleRuns() {
        say(secret, "Wann hören wir von Ihnen?");
        var daily = BackofficeFunctions.openOverdueTasks(
                new DeadlineSettings(api.tables.table("ApplicationsTable"), "3"), api.tables.store(), api.clock);
        run(daily);
        assertThat(openTasks()).isEmpty();
        api.clock.pass(Duration.ofDays(4));
        run(daily);
        run(daily);
        api.clock.pass(Duration.ofDays(1));
        run(daily);
        assertThat(openTasks())
                .hasSize(1)
                .first()
                .satisfies(task -> assertThat(task.path("kind").asString()).isEqualTo("question"));

        api.asStaff("POST", asStaff + "/messages", "{\"text\":\"Morgen.\"}");
        ask("time");
        api.clock.pass(Duration.ofDays(15));
        run(daily);
        run(daily);
        assertThat(openTasks()).hasSize(2);
    }

    @Test
    void aQuestionThatNeedsNoAnswerIsPutAside() {
        say(secret, "Danke!");
        assertThat(staff().path("unanswered").asBoolean()).isTrue();
        assertThat(api.asStaff("POST", asStaff + "/answered", null).status()).isEqualTo(200);
        assertThat(staff().path("unanswered").asBoolean()).isFalse();
    }

    @Test
    void aMailThatCameBackBecomesOneTask() {
        var told = BackofficeFunctions.bounces(api.tables.reach("ApplicationsTable"), api.clock);
        var mail = new land.starkeorte.mail.Mail(
                "m", "anne@gemeinde.example", "received", Map.of(), new LinkTarget.OneDossier(dossier), dossier);
        told.bounced(mail, false);
        told.bounced(mail, false);
        assertThat(openTasks()).hasSize(1).first().satisfies(task -> {
            assertThat(task.path("kind").asString()).isEqualTo("bounce");
            assertThat(task.toString()).doesNotContain("@");
        });
    }

    @Test
    void aMailToManyReachesEverybodyOnceAlsoWhenItIsOrderedAgain() {
        String other = sent("12073008", Secrets.secret());
        String body = "{\"dossiers\":[\"" + dossier + "\",\"" + other
                + "\"],\"subject\":\"Treffen\",\"text\":\"Wir treffen uns.\\n\\nbis bald.\"}";
        var headers = Map.of("idempotency-key", "0123456789abcdef-order");
        var first = api.call("POST", "/api/staff/mails", body, headers, false, List.of("staff"));
        var second = api.call("POST", "/api/staff/mails", body, headers, false, List.of("staff"));
        assertThat(first.body().path("mails").asInt()).isEqualTo(2);
        assertThat(second).isEqualTo(first);
        assertThat(mails("notice")).hasSize(2);
        String changed = body.replace("bis bald", "bis später");
        assertThat(api.call("POST", "/api/staff/mails", changed, headers, false, List.of("staff"))
                        .status())
                .isEqualTo(422);
        assertThat(mails("notice")).hasSize(2);
        api.print();
        assertThat(staff().path("mails")
                        .valueStream()
                        .map(mail -> mail.path("occasion").asString()))
                .contains("notice", "received");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "5",
                "\"x\"",
                "\"00000000000000000000000000000000\"",
                "{\"a\":1}",
                "DRAFT",
                "TWICE"
            })
    void beforeAMailToManyLeavesEveryChosenDossierIsThere(String bad) {
        String draft = api.start(Forms.withMail("a@gemeinde.example"), Secrets.secret())
                .body()
                .path("id")
                .asString();
        String other = bad.replace("DRAFT", "\"" + draft + "\"").replace("TWICE", "\"" + dossier + "\"");
        String body =
                "{\"dossiers\":[\"" + dossier + "\"," + other + "],\"subject\":\"Treffen\",\"text\":\"Bis bald.\"}";
        var refused = api.asStaff("POST", "/api/staff/mails", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly("dossiers");
        assertThat(refused.body().at("/errors/0/message").asString()).contains("noch keine E-Mail gesendet");
        assertThat(mails("notice")).isEmpty();
    }

    @Test
    void everyStaffRouteRefusesWhoeverIsNotOfTheGroup() {
        for (String key : ((land.starkeorte.http.HttpFunction) api.staff).routes()) {
            String[] parts = key.replaceAll("\\{[a-z]+}", dossier).split(" ", 2);
            for (List<String> groups : List.of(List.<String>of(), List.of("member"), List.of("founder", "staffer"))) {
                assertThat(api.call(parts[0], parts[1], "{}", Map.of(), false, groups)
                                .status())
                        .as(key)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void theChainOfTheHistoryHoldsThroughEverything() {
        say(secret, "Hallo");
        ask("time");
        correct("{\"time\":{\"hours\":\"more\"}}");
        add("bert@gemeinde.example");
        withdraw("{\"confirmed\":true}");
        var steps = api.dossiers.contents(dossier).steps();
        assertThat(steps)
                .extracting(HistoryEntry::why)
                .containsExactly(
                        "begonnen",
                        "Antrag gesendet",
                        "Berichtigung erbeten",
                        "Berichtigung gesendet",
                        "Person hinzugefügt",
                        "Antrag zurückgezogen");
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).follows(steps.get(i - 1))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneDossierKeepsNoOtherFromItsTask(Error error) {
        String first = dossier;
        say(secret, "Wann hören wir von Ihnen?");
        String others = Secrets.secret();
        dossier = sent("12073008", others);
        say(others, "Und wir?");
        api.clock.pass(Duration.ofDays(4));
        var poisoned = BackofficeFunctions.openOverdueTasks(
                new DeadlineSettings(api.tables.table("ApplicationsTable"), "3"),
                ThrowingError.in(api.tables.store(), first, error),
                api.clock);
        assertThatThrownBy(() -> run(poisoned)).hasNoCause().hasMessage("Tasks not opened: [" + first + "]");
        assertThat(openTasks())
                .extracting(task -> task.path("dossier").asString())
                .containsExactly(dossier);
        run(BackofficeFunctions.openOverdueTasks(
                new DeadlineSettings(api.tables.table("ApplicationsTable"), "3"), api.tables.store(), api.clock));
        assertThat(openTasks()).hasSize(2);
    }

    private String sent(String ags, String own) {
        var form = Forms.complete();
        ((tools.jackson.databind.node.ObjectNode) form.at("/municipality")).put("ags", ags);
        return sent(form, own);
    }

    private String sent(JsonNode form, String own) {
        String id = api.start(form.toString(), own).body().path("id").asString();
        assertThat(api.submit(id, own, 1, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        return id;
    }

    private JsonNode mine() {
        return api.as(secret, "GET", "/api/dossiers/" + dossier, null).body();
    }

    private JsonNode staff() {
        return api.asStaff(asStaff, List.of("staff")).body();
    }

    private List<JsonNode> openTasks() {
        return api.asStaff("/api/staff/tasks", List.of("staff"))
                .body()
                .path("tasks")
                .valueStream()
                .toList();
    }

    private List<String> names(String query) {
        return api.asStaff("/api/staff/dossiers" + query, List.of("staff"))
                .body()
                .path("dossiers")
                .valueStream()
                .map(line -> line.path("municipality").asString())
                .toList();
    }

    private void say(String own, String text) {
        assertThat(api.as(own, "POST", "/api/dossiers/" + dossier + "/messages", "{\"text\":\"" + text + "\"}")
                        .status())
                .isEqualTo(201);
    }

    private void ask(String... fields) {
        String names = String.join("\",\"", fields);
        assertThat(api.asStaff(
                                "POST",
                                asStaff + "/correction",
                                "{\"fields\":[\"" + names + "\"],\"reason\":\"Bitte genauer.\"}")
                        .status())
                .isEqualTo(201);
    }

    private ApiDriver.Answer correct(String answers) {
        return api.as(
                secret,
                "PUT",
                "/api/dossiers/" + dossier + "/correction",
                "{\"correction\":1,\"answers\":" + answers + "}");
    }

    private ApiDriver.Answer withdraw(String body) {
        return api.as(secret, "POST", "/api/dossiers/" + dossier + "/withdrawal", body);
    }

    private void add(String mail) {
        api.as(secret, "POST", "/api/dossiers/" + dossier + "/officials", "{\"mail\":\"" + mail + "\"}");
    }

    private String linkOf(String mail) {
        return api.enter(dossier, mail);
    }

    private static void run(land.starkeorte.assembly.LambdaFunction function) {
        var _ = Invoke.function(function, "{}");
    }

    private List<Mail> mails(String template) {
        return api.mailed(template);
    }
}
