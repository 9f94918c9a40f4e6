package land.starkeorte.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.mail.Mail;
import land.starkeorte.pdf.MemoryPaperArchive;
import land.starkeorte.pdf.Standards;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One person proposes, another confirms, a letter says it. */
class DecisionTest {
    private static final String REASON =
            "Das Kino und die Bücherei im Bahnhof haben uns überzeugt.\n\nWir freuen uns auf den Austausch über „Erbpacht“ & Ähnliches.";

    private final DossierFixture dossiers = new DossierFixture();
    private final MemoryPaperArchive archive = new MemoryPaperArchive();
    private final DecisionSettings settings = new DecisionSettings(
            dossiers.tables().table("ApplicationsTable"),
            dossiers.tables().table("OutboxTable"),
            dossiers.tables().table("DecisionsTable"),
            "papers");
    private final LambdaFunction function = DecisionFunctions.serve(
            settings,
            "mitarbeit@starke-orte.example",
            dossiers.doors(),
            TransitionEffects.NONE,
            archive,
            dossiers.tables().store(),
            dossiers.clock());
    private final LambdaFunction writer = DecisionFunctions.writeLetters(
            new LetterSettings(settings, "Starke Orte Netzwerk, Am Markt 1, 16278 Angermünde"),
            FeeFunctions.consequences(dossiers.tables().reach("FeesTable")),
            archive,
            dossiers.tables().store(),
            dossiers.clock());
    private final String secret = Secrets.secret();
    private String dossier;

    @BeforeEach
    void interview() {
        dossier = dossiers.sent(secret);
        move(DossierState.SUBMITTED, DossierState.PRESELECTED);
        move(DossierState.PRESELECTED, DossierState.INTERVIEW_BOOKED);
        move(DossierState.INTERVIEW_BOOKED, DossierState.INTERVIEWED);
    }

    @Test
    void everybodyElseInTheOfficeIsToldThatASecondPersonIsNeeded() {
        for (String person : List.of("anna", "bert", "cleo")) {
            dossiers.signIn(person, person + "@starke-orte.example");
        }
        propose("anna", "ADMIT", REASON, "");
        assertThat(dossiers.mails("decisionproposed"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("bert@starke-orte.example", "cleo@starke-orte.example");
        assertThat(dossiers.text(dossiers.mails("decisionproposed").getFirst()))
                .startsWith("Göttingen (Niedersachsen): Entscheidung wartet")
                .contains("/intern/?vorgang=" + dossier)
                .doesNotContain(REASON);
    }

    @Test
    void whoeverHasNotSignedInForLongIsNotTold() {
        dossiers.signIn("bert", "bert@starke-orte.example");
        dossiers.clock().pass(Duration.ofDays(61));
        dossiers.signIn("cleo", "cleo@starke-orte.example");
        propose("anna", "DECLINE", REASON, "");
        assertThat(dossiers.mails("decisionproposed"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactly("cleo@starke-orte.example");
    }

    @Test
    void whereNobodyElseIsKnownTheOfficesMailboxIsTold() {
        dossiers.signIn("anna", "anna@starke-orte.example");
        String key = Secrets.id();
        for (int i = 0; i < 2; i++) {
            dossiers.as(
                    "anna",
                    "staff",
                    "",
                    function,
                    "POST",
                    "/api/staff/dossiers/" + dossier + "/decision",
                    dossiers.json(Map.of("choice", "ADMIT", "reason", REASON, "internal", "")),
                    key);
        }
        assertThat(dossiers.mails("decisionproposed"))
                .as("once, however often it is asked for")
                .extracting(mail -> mail.path("to").asString())
                .containsExactly("mitarbeit@starke-orte.example");
    }

    @Test
    void twoPeopleAdmitAndTheMunicipalityReadsOnlyWhatIsMeantForIt() {
        assertThat(propose("anna", "ADMIT", REASON, "Frau Groß war sehr offen.").status())
                .isEqualTo(201);
        assertThat(dossiers.openTasks()).contains("decision");
        assertThat(mine().body().has("choice"))
                .as("a proposal is nobody's but the office's")
                .isFalse();
        assertThat(confirm("bert").status()).isEqualTo(201);
        assertThat(dossiers.openTasks()).as("it is done").doesNotContain("decision");
        assertThat(dossiers.state(dossier)).isEqualTo("ADMITTED");
        assertThat(mine().body().path("choice").asString()).isEqualTo("ADMIT");
        assertThat(mine().body().path("reason").asString()).isEqualTo(REASON);
        assertThat(mine().body().toString()).doesNotContain("offen").doesNotContain("anna");
        assertThat(read().path("internal").asString()).isEqualTo("Frau Groß war sehr offen.");
        assertThat(dossiers.history(dossier)).endsWith("Entscheidung vorgeschlagen", "Aufnahme beschlossen");
    }

    @Test
    void nobodyConfirmsTheirOwnProposal() {
        propose("anna", "ADMIT", REASON, "");
        assertThat(confirm("anna").status()).isEqualTo(409);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEWED");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aVersionThatNobodyReadConfirmsNothing(String number) {
        propose("anna", "ADMIT", REASON, "");
        String confirmation = "/api/staff/dossiers/" + dossier + "/confirmation";
        assertThat(as("bert", "POST", confirmation, "{\"version\":" + number + "}")
                        .status())
                .isBetween(400, 499);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEWED");
        assertThat(takeBack("bert", URLEncoder.encode(number, UTF_8)).status()).isBetween(400, 499);
    }

    @Test
    void onlyWhatWasReadIsConfirmed() {
        propose("anna", "ADMIT", REASON, "");
        int read = read().path("version").asInt();
        takeBack("anna");
        propose("anna", "DECLINE", "Doch nicht.", "");
        assertThat(confirm("bert", read).status()).isEqualTo(409);
        assertThat(dossiers.state(dossier)).isEqualTo("INTERVIEWED");
        assertThat(confirm("bert").status()).isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("DECLINED");
    }

    @Test
    void onlyWhatWasReadIsTakenBack() {
        propose("anna", "ADMIT", REASON, "");
        String read = read().path("version").asString();
        takeBack("anna");
        assertThat(takeBack("anna", read).status()).as("a repeat").isEqualTo(200);
        propose("anna", "DECLINE", "Doch nicht.", "");
        assertThat(takeBack("bert", read).status()).isEqualTo(409);
        assertThat(takeBack("bert", "").status()).isEqualTo(400);
        assertThat(read().path("choice").asString()).isEqualTo("DECLINE");
    }

    @Test
    void whoeverProposesSecondIsShownTheFirstProposal() {
        propose("anna", "ADMIT", REASON, "Unter uns.");
        var second = propose("bert", "DECLINE", "Doch nicht.", "");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("type").asString()).endsWith("#schon-vorgeschlagen");
        var current = second.body().path("stored");
        assertThat(current.path("choice").asString()).isEqualTo("ADMIT");
        assertThat(current.path("reason").asString()).isEqualTo(REASON);
        assertThat(current.path("internal").asString()).isEqualTo("Unter uns.");
        assertThat(current.path("proposedBy").asString())
                .isEqualTo(read().path("proposedBy").asString());
    }

    @Test
    void whatIsConfirmedStands() {
        propose("anna", "ADMIT", REASON, "");
        confirm("bert");
        assertThat(takeBack("anna", read().path("version").asString()).status()).isEqualTo(409);
        assertThat(read().has("confirmedBy")).isTrue();
        assertThat(propose("anna", "DECLINE", "Doch nicht.", "").status()).isEqualTo(409);
        assertThat(confirm("carla").status()).isEqualTo(409);
        assertThat(dossiers.state(dossier)).isEqualTo("ADMITTED");
    }

    @Test
    void nobodyIsAdmittedBeforeTheInterviewButAnybodyMayBeDeclined() {
        String others = Secrets.secret();
        dossier = dossiers.sent("12073008", others);
        assertThat(propose("anna", "ADMIT", REASON, "").status()).isEqualTo(409);
        assertThat(propose("anna", "DECLINE", "Zu groß für uns.", "").status()).isEqualTo(201);
        assertThat(propose("bert", "DECLINE", "Zweiter Vorschlag.", "").status())
                .isEqualTo(409);
        assertThat(confirm("bert").status()).isEqualTo(201);
        assertThat(dossiers.sent("12073008", Secrets.secret()))
                .as("may apply anew")
                .isNotEmpty();
    }

    @Test
    void aWithdrawnApplicationIsNotDecided() {
        propose("anna", "ADMIT", REASON, "");
        dossiers.withdraw(dossier, secret);
        assertThat(confirm("bert").status()).isEqualTo(409);
        assertThat(dossiers.state(dossier)).isEqualTo("WITHDRAWN");
    }

    @Test
    void twoWhoConfirmAtTheSameMomentDecideOnce() throws Exception {
        propose("anna", "ADMIT", REASON, "");
        int version = read().path("version").asInt();
        try (var people = Executors.newFixedThreadPool(2)) {
            var statuses = people
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> confirm("bert", version).status(),
                            () -> confirm("carla", version).status()))
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    });
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void othersSecretsAndGroupsSeeNothing() {
        assertThat(dossiers.call(function, "GET", path(""), null, Secrets.secret(), List.of())
                        .status())
                .isEqualTo(401);
        for (String group : List.of("founder", "member")) {
            assertThat(dossiers.as("x", group, "12073008", function, "GET", path("staff/"), null)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void theLetterIsWrittenOnceHoweverOftenItIsTold() throws Exception {
        propose("anna", "ADMIT", REASON, "");
        tell();
        assertThat(archive.papers).as("a proposal is no letter").isEmpty();
        confirm("bert");
        tell();
        tell();
        sweep();
        assertThat(archive.papers).hasSize(1);
        assertThat(dossiers.mails("admitted"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.at("/attachments/0/key").asString())
                        .isEqualTo(archive.papers.keySet().iterator().next()));
        assertThat(mine().body().path("letter").asString()).startsWith("https://papers.example/letters/");
    }

    @Test
    void theFeeIsDueWithTheLetterAndTheInvoiceFollowsItHoweverLateItIs() {
        propose("anna", "ADMIT", REASON, "");
        confirm("bert");
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(this::tell).hasMessageContaining(dossier);
        assertThat(fees()).as("the letter is not written").isEmpty();
        archive.before = () -> {};
        dossiers.clock().pass(Duration.ofHours(5));
        sweep();
        sweep();
        tell();
        assertThat(fees()).hasSize(1);
        var letter = dossiers.mails("admitted").getFirst();
        assertThat(letter.path("id").asString())
                .isEqualTo(Mail.only("admitted", dossier, letter.path("to").asString()));
    }

    @Test
    void whoeverIsDeclinedOwesNothing() {
        propose("anna", "DECLINE", "Zu groß für uns.", "");
        confirm("bert");
        tell();
        assertThat(dossiers.mails("declined")).hasSize(1);
        assertThat(fees()).isEmpty();
    }

    private List<?> fees() {
        return dossiers.tables().items("FeesTable").stream()
                .filter(item -> item.path("sk").asString().equals("fee"))
                .toList();
    }

    @Test
    void whatTheStreamLeftTheScheduleWrites() {
        propose("anna", "DECLINE", "Zu groß für uns.", "");
        confirm("bert");
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(this::tell).hasMessageContaining(dossier);
        assertThat(dossiers.mails("declined")).isEmpty();
        archive.before = () -> {};
        dossiers.clock().pass(Duration.ofDays(3));
        for (int run = 0; run < 2; run++) {
            sweep();
        }
        assertThat(dossiers.mails("declined")).hasSize(1);
    }

    @Test
    void theLetterSaysWhatWasDecidedIsOnePageAndCanBeReadAloud() throws Exception {
        propose("anna", "ADMIT", REASON, "Geheim");
        confirm("bert");
        tell();
        try (PDDocument pdf = Loader.loadPDF(archive.papers.values().iterator().next())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Aufnahme in das Netzwerk Starke Orte",
                            "Stadt Göttingen Änne Groß Am Markt 1 37073 Göttingen",
                            "Das Kino und die Bücherei im Bahnhof haben uns überzeugt.",
                            "Wir freuen uns auf den Austausch über „Erbpacht“ & Ähnliches.",
                            told("23. November 2026"),
                            "Seite 1 von 1")
                    .doesNotContain("Geheim");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Aufnahme in das Netzwerk Starke Orte");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        }
        Standards.hold(archive.papers.values().iterator().next());
    }

    @Test
    void aLongReasonTakesASecondPage() throws Exception {
        propose("anna", "DECLINE", "Ein Absatz, der etwas erklärt und nicht zu kurz ist. ".repeat(55), "");
        confirm("bert");
        tell();
        try (PDDocument pdf = Loader.loadPDF(archive.papers.values().iterator().next())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            var second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(pdf).replaceAll("\\s+", " "))
                    .as("not the greeting alone")
                    .contains("Wie es weitergehen kann", "Mit freundlichen Grüßen");
        }
    }

    private void move(DossierState from, DossierState to) {
        var tables = dossiers.tables();
        var transitions =
                new DossierTransitions(tables.store().table(tables.table("ApplicationsTable")), dossiers.clock());
        assertThat(tables.store()
                        .table(tables.table("ApplicationsTable"))
                        .write(transitions.move(dossier, from, to, "system", "weiter", null)))
                .isTrue();
    }

    private String path(String staff) {
        return "/api/" + staff + "dossiers/" + dossier + "/decision";
    }

    private Answer mine() {
        return dossiers.call(function, "GET", path(""), null, secret, List.of());
    }

    private tools.jackson.databind.JsonNode read() {
        return as("anna", "GET", path("staff/"), null).body();
    }

    private Answer propose(String who, String choice, String reason, String internal) {
        return as(
                who,
                "POST",
                path("staff/"),
                dossiers.json(Map.of("choice", choice, "reason", reason, "internal", internal)));
    }

    private void takeBack(String who) {
        assertThat(takeBack(who, read().path("version").asString()).status()).isEqualTo(200);
    }

    private Answer takeBack(String who, String version) {
        return as(who, "DELETE", path("staff/") + "?version=" + version, null);
    }

    private Answer confirm(String who) {
        return confirm(who, read().path("version").asInt());
    }

    private Answer confirm(String who, int version) {
        return as(who, "POST", "/api/staff/dossiers/" + dossier + "/confirmation", "{\"version\":" + version + "}");
    }

    private Answer as(String who, String method, String path, String body) {
        return dossiers.as(who, "staff", "", function, method, path, body);
    }

    private void tell() {
        Invoke.function(
                writer,
                new ByteArrayInputStream(
                        ("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + dossier + "\"}}}}]}")
                                .getBytes(UTF_8)));
    }

    private void sweep() {
        Invoke.function(writer, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }
}
