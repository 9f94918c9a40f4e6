package land.starkeorte.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.assembly.ComposedFunction;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.HistoryEntry;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.questionnaire.Questionnaire;
import land.starkeorte.testing.TestTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationTest {
    private final ApiDriver api = new ApiDriver();
    private final String secret = Secrets.secret();

    @Test
    void aDraftIsOpenedAgainByItsSecretAlone() {
        var begun = api.start(Forms.withMail("a@gemeinde.example"), secret);
        assertThat(begun.status()).isEqualTo(201);
        String id = begun.body().path("id").asString();

        var resumed = api.get("/api/drafts/" + id, secret);
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.body().at("/answers/contacts/0/mail").asString()).isEqualTo("a@gemeinde.example");
        assertThat(api.get("/api/drafts/" + id, Secrets.secret()).status()).isEqualTo(401);
        assertThat(api.get("/api/drafts/" + id, "").status()).isEqualTo(401);
    }

    @Test
    void anUnknownDraftAndSomebodyElsesLookAlike() {
        String id = api.start(Forms.withMail("a@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        var others = api.get("/api/drafts/" + id, Secrets.secret());
        var unknown = api.get("/api/drafts/" + Secrets.id(), Secrets.secret());
        var nonsense = api.get("/api/drafts/x%00", Secrets.secret());
        assertThat(List.of(others.body(), unknown.body(), nonsense.body())).containsOnly(others.body());
        assertThat(api.save(id, Secrets.secret(), 1, Forms.withMail("b@gemeinde.example"))
                        .status())
                .isEqualTo(401);
        assertThat(api.submit(id, Secrets.secret(), 1, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aDraftIsForgottenSixtyDaysAfterItsLastSave() {
        String id = api.start(Forms.withMail("a@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        api.clock.pass(Duration.ofDays(59));
        assertThat(api.save(id, api.enter(id, "a@gemeinde.example"), 1, Forms.withMail("a@gemeinde.example"))
                        .status())
                .isEqualTo(200);
        api.clock.pass(Duration.ofDays(59));
        String back = api.link(id, "a@gemeinde.example");
        assertThat(api.get("/api/drafts/" + id, api.enter(id, "a@gemeinde.example"))
                        .status())
                .isEqualTo(200);
        api.clock.pass(Duration.ofDays(2));
        assertThat(api.open(id, back, Secrets.secret(), false).status()).isEqualTo(401);
        assertThat(api.links().issue(new LinkTarget.EveryDossier(), "a@gemeinde.example"))
                .isEmpty();
    }

    @Test
    void theLaterOfTwoSavesIsToldAndOverwritesNothing() {
        String id = api.start(Forms.withMail("a@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        var mine = "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":\"meine\"}";
        var theirs = mine.replace("meine", "ihre");
        assertThat(api.save(id, secret, 1, mine).status()).isEqualTo(200);

        var late = api.save(id, secret, 1, theirs);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/current/answers/motivation").asString()).isEqualTo("meine");
        assertThat(late.body().at("/current/version").asInt()).isEqualTo(2);
        assertThat(api.get("/api/drafts/" + id, secret)
                        .body()
                        .at("/answers/motivation")
                        .asString())
                .isEqualTo("meine");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aVersionThatNobodyReadSavesAndSendsNothing(String number) {
        String id = api.start(Forms.withMail("a@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        String version = "\"version\":" + number;
        var own = Map.of("authorization", "Bearer " + secret, "idempotency-key", Secrets.id());
        String answers = "{" + version + ",\"answers\":{\"motivation\":\"neu\"}}";
        assertThat(api.call("PUT", "/api/drafts/" + id, answers, own).status()).isBetween(400, 499);
        String sent = "{\"draft\":\"" + id + "\"," + version + ",\"declaration\":true}";
        assertThat(api.call("POST", "/api/applications", sent, own).status()).isBetween(400, 499);
    }

    @Test
    void beginningTwiceWithOneKeyBeginsOneDraftAndAnswersTheSame() {
        String key = UUID.randomUUID().toString();
        var first = api.start(Forms.withMail("a@gemeinde.example"), secret, key);
        var second = api.start(Forms.withMail("a@gemeinde.example"), secret, key);
        assertThat(second).isEqualTo(first);
        assertThat(mails("draft")).hasSize(1);
    }

    @Test
    void aKeyDoesNotServeAnotherRequest() {
        String key = UUID.randomUUID().toString();
        api.start(Forms.withMail("a@gemeinde.example"), secret, key);
        assertThat(api.start(Forms.withMail("b@gemeinde.example"), secret, key).status())
                .isEqualTo(422);
        assertThat(api.start(Forms.withMail("a@gemeinde.example"), Secrets.secret(), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aProofOfWorkBuysOneDraftOnly() {
        var headers = api.writing(secret, UUID.randomUUID().toString());
        String body = "{\"answers\":" + Forms.withMail("a@gemeinde.example") + "}";
        assertThat(api.call("POST", "/api/drafts", body, headers).status()).isEqualTo(201);
        var again = Map.of(
                "authorization", "Bearer " + secret,
                "altcha", headers.get("altcha"),
                "idempotency-key", UUID.randomUUID().toString());
        assertThat(api.call("POST", "/api/drafts", body, again).fields()).containsExactly("altcha");
    }

    @Test
    void aProofOfWorkGoesStale() {
        var headers = api.writing(secret, UUID.randomUUID().toString());
        api.clock.pass(Duration.ofMinutes(21));
        String body = "{\"answers\":" + Forms.withMail("a@gemeinde.example") + "}";
        assertThat(api.call("POST", "/api/drafts", body, headers).fields()).containsExactly("altcha");
    }

    @Test
    void aCompleteDraftIsSentOnceHoweverOftenTheButtonIsPressed() {
        String id = begun(Forms.complete().toString());
        String key = UUID.randomUUID().toString();

        var first = api.submit(id, secret, 1, key);
        var repeated = api.submit(id, secret, 1, key);
        var reloaded = api.submit(id, secret, 1, UUID.randomUUID().toString());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("reference").asString()).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(repeated).isEqualTo(first);
        assertThat(reloaded.body()).isEqualTo(first.body());
        api.print();
        assertThat(mails("received")).hasSize(1);
        assertThat(mails("arrived")).hasSize(1);
        assertThat(api.get("/api/drafts/" + id, secret).body().path("state").asString())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void eightPeoplePressingAtTheSameTimeSendOneApplication() throws Exception {
        String id = begun(Forms.complete().toString());
        try (var people = Executors.newFixedThreadPool(8)) {
            var answers = people.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<ApiDriver.Answer>>mapToObj(
                            i -> () -> api.submit(id, secret, 1, "one-and-the-same-key-" + i % 2))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(mails("arrived")).hasSize(1);
    }

    @Test
    void anIncompleteDraftIsNotSentAndEveryMissingFieldIsNamed() {
        String id = begun(Forms.withMail("a@gemeinde.example"));
        var refused = api.submit(id, secret, 1, UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields())
                .contains(
                        "contacts.0.name",
                        "municipality.ags",
                        "attitude",
                        "projects",
                        "time.hours",
                        "invoice.city",
                        "agreement.fee");
        assertThat(mails("arrived")).isEmpty();
    }

    @Test
    void aMunicipalityAppliesOnce() {
        String id = begun(Forms.complete().toString());
        api.submit(id, secret, 1, UUID.randomUUID().toString());
        String second = begun(Forms.complete().toString());

        var refused = api.submit(second, secret, 1, UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asString()).endsWith("#schon-unterwegs");
        assertThat(refused.body().path("detail").asString()).contains("Entwurf bleibt");
        assertThat(api.get("/api/drafts/" + second, secret).body().path("state").asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void whatWasSentCannotBeChanged() {
        String id = begun(Forms.complete().toString());
        api.submit(id, secret, 1, UUID.randomUUID().toString());
        assertThat(api.save(id, secret, 2, Forms.complete().toString()).status())
                .isEqualTo(409);
    }

    @Test
    void theHistoryShowsEveryMoveAndItsChainHolds() {
        String id = begun(Forms.complete().toString());
        api.submit(id, secret, 1, UUID.randomUUID().toString());
        var steps = api.dossiers.contents(id).steps();
        assertThat(steps).extracting(HistoryEntry::state).containsExactly(DossierState.DRAFT, DossierState.SUBMITTED);
        assertThat(steps.get(1).follows(steps.get(0))).isTrue();
        var forged = new HistoryEntry(
                1,
                steps.get(0).at(),
                "jemand",
                steps.get(0).why(),
                DossierState.DRAFT,
                steps.get(0).hash());
        assertThat(forged.follows(new HistoryEntry(0, steps.get(0).at(), "", "", DossierState.DRAFT, "")))
                .isFalse();
    }

    @Test
    void staffReadWhatWasSentAndNobodyElseDoes() {
        String id = begun(Forms.complete().toString());
        assertThat(api.asStaff("/api/staff/dossiers/" + id, List.of("staff")).status())
                .isEqualTo(410);
        api.submit(id, secret, 1, UUID.randomUUID().toString());

        var list = api.asStaff("/api/staff/dossiers", List.of("founder", "staff"))
                .body()
                .path("dossiers");
        assertThat(list.at("/0/municipality").asString()).isEqualTo("Göttingen (Niedersachsen)");
        assertThat(api.asStaff("/api/staff/dossiers/" + id, List.of("staff")).status())
                .isEqualTo(200);
        for (String route : List.of("/api/staff/dossiers", "/api/staff/dossiers/" + id)) {
            assertThat(api.asStaff(route, List.of("member")).status()).isEqualTo(403);
            assertThat(api.asStaff(route, List.of()).status()).isEqualTo(403);
        }
    }

    @Test
    void askingForALinkTellsNothingAboutTheAddress() {
        begun(Forms.withMail("known@gemeinde.example"));
        var known = askForLink("known@gemeinde.example");
        var unknown = askForLink("unknown@gemeinde.example");
        assertThat(known).isEqualTo(unknown);
        assertThat(known.status()).isEqualTo(202);
    }

    @Test
    void askingForALinkVoidsNeitherLinksNorTheTabThatBegan() {
        String id = begun(Forms.withMail("a@gemeinde.example"));
        String first = api.link(id, "a@gemeinde.example");

        String second = secretOf(api.links()
                .issue(new LinkTarget.EveryDossier(), "A@Gemeinde.example")
                .getFirst()
                .url());

        assertThat(api.get("/api/drafts/" + id, secret).status()).isEqualTo(200);
        for (String link : List.of(first, second)) {
            String entered = Secrets.secret();
            assertThat(api.open(id, link, entered, false).status()).isEqualTo(201);
            assertThat(api.get("/api/drafts/" + id, entered).status()).isEqualTo(200);
        }
        assertThat(api.get("/api/drafts/" + id, secret).status()).isEqualTo(200);
        assertThat(api.links().issue(new LinkTarget.EveryDossier(), "nobody@gemeinde.example"))
                .isEmpty();
    }

    @Test
    void aMistypedAddressLosesItsLinkWhenItIsMended() {
        String id = begun(Forms.withMail("typo@gemeinde.example"));
        String strangers = api.enter(id, "typo@gemeinde.example");
        String unused = api.link(id, "typo@gemeinde.example");
        assertThat(api.save(id, secret, 1, Forms.withMail("right@gemeinde.example"))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/drafts/" + id, strangers).status()).isEqualTo(401);
        assertThat(api.open(id, unused, Secrets.secret(), false).status()).isEqualTo(401);
        assertThat(api.get("/api/drafts/" + id, secret).status()).isEqualTo(200);
        assertThat(api.links().issue(new LinkTarget.EveryDossier(), "typo@gemeinde.example"))
                .isEmpty();
        assertThat(mails("draft")).hasSize(2);
    }

    @Test
    void aDraftCannotBeUsedToWriteToStrangers() {
        String id = begun(Forms.withMail("a@gemeinde.example"));
        int version = 1;
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            var answer = api.save(id, secret, version, Forms.withMail("victim" + i + "@gemeinde.example"));
            version += answer.status() == 200 ? 1 : 0;
            refused += answer.status() == 422 ? 1 : 0;
        }
        assertThat(mails("draft")).hasSize(Dossier.MOST_INVITED);
        assertThat(refused).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "1",
                "{\"answers\":{}} x",
                "{\"answers\":{},\"answers\":{}}",
                "{\"answers\":[]}",
                "{\"a\":1}"
            })
    void whatIsNoRequestIsRefusedWithAProblem(String body) {
        var refused = api.call(
                "POST",
                "/api/drafts",
                body,
                api.writing(secret, UUID.randomUUID().toString()));
        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":5}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":\"a\\u0000b\"}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":\"a\\u202Eb\"}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":\"a\\uD800b\"}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"unknown\":\"x\"}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\",\"role\":\"staff\"}]}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\\nBcc: b@c.de\"}]}",
                "{\"contacts\":[{\"mail\":\"no address\"}]}",
                "{\"contacts\":\"a@gemeinde.example\"}",
                "{\"contacts\":[{},{},{},{},{},{}]}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"municipality\":{\"ags\":\"99999999\"}}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"municipality\":{\"population\":1.5}}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"municipality\":{\"population\":99999999999999999999}}",
                "{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"invoice\":{\"leitwegId\":\"04011000-1234512345-07\"}}",
                "{}"
            })
    void badFieldsAreNamedAndNothingIsStored(String answers) {
        var refused = api.start(answers, secret);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).isNotEmpty();
        assertThat(mails("draft")).isEmpty();
    }

    static Stream<String> questions() {
        return Questionnaire.ofTheForm().sections().stream()
                .flatMap(section -> section.questions().stream())
                .map(question -> question.field().replace("#", "0"))
                .filter(field -> !field.equals("declaration"));
    }

    /** A field that nobody reads would be told as one that nobody knows. */
    @ParameterizedTest
    @MethodSource("questions")
    void everythingThatTheFormAsksIsReadAndRefusedByItsName(String field) {
        var answers = Json.MAPPER.createObjectNode();
        answers.withArray("/contacts").addObject().put("mail", Forms.MAIL);
        int last = field.lastIndexOf('.');
        (last < 0 ? answers : answers.withObject("/" + field.substring(0, last).replace('.', '/')))
                .putObject(field.substring(last + 1));
        assertThat(api.start(answers.toString(), secret).fields()).contains(field);
    }

    @Test
    void overlongTextIsRefusedAndTheLengthIsTold() {
        String text = "ä".repeat(ApplicationForm.LONG + 1);
        var refused =
                api.start("{\"contacts\":[{\"mail\":\"a@gemeinde.example\"}],\"motivation\":\"" + text + "\"}", secret);
        assertThat(refused.body().at("/errors/0/message").asString())
                .contains("3.000")
                .contains("3.001");
    }

    @Test
    void tenMegabytesAreRefused() {
        var refused = api.call(
                "POST",
                "/api/drafts",
                " ".repeat(10_000_000),
                api.writing(secret, UUID.randomUUID().toString()));
        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void aBodyMayComeAsBase64() {
        String body = "{\"answers\":" + Forms.withMail("a@gemeinde.example") + "}";
        var headers = api.writing(secret, UUID.randomUUID().toString());
        assertThat(api.call("POST", "/api/drafts", body, headers, true, List.of())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anotherContentTypeIsRefused() {
        var headers =
                new java.util.HashMap<>(api.writing(secret, UUID.randomUUID().toString()));
        headers.put("content-type", "text/plain");
        assertThat(api.call("POST", "/api/drafts", "{}", headers).status()).isEqualTo(415);
    }

    @Test
    void primingLeavesNothingBehind() {
        ComposedFunction.of("applications", api.function).prime();
        for (String table : List.of("ApplicationsTable", "OutboxTable")) {
            assertThat(api.tables.items(table)).isEmpty();
        }
    }

    @Test
    void aPrimingThatFailsIsNotSwallowedSoThatTheVersionIsNotPublished() {
        var settings =
                new ApplicationSettings("missing", "missing", "missing", "missing", "staff@starke-orte.example", "14");
        var broken = ApplicationFunctions.serve(
                settings, TransitionEffects.NONE, TestTables.inDynamoDb().store(), api.clock);
        assertThatThrownBy(() -> ComposedFunction.of("applications", broken).prime())
                .isInstanceOf(RuntimeException.class);
    }

    private ApiDriver.Answer askForLink(String mail) {
        return api.call("POST", "/api/links", "{\"mail\":\"" + mail + "\"}", Map.of("altcha", api.proof()));
    }

    private String begun(String answers) {
        return api.start(answers, secret).body().path("id").asString();
    }

    private static String secretOf(String url) {
        return url.replaceAll(".*\\.", "");
    }

    private List<Mail> mails(String template) {
        return api.mailed(template);
    }
}
