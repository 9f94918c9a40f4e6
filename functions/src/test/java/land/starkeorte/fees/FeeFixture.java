package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import land.starkeorte.access.Sessions;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.applications.DossierState;
import land.starkeorte.applications.DossierTransitions;
import land.starkeorte.applications.TransitionEffects;
import land.starkeorte.bank.Statements;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.lambda.ScheduledJobs;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.paper.MemoryPaperArchive;
import tools.jackson.databind.JsonNode;

/** Fees, and everything that can happen to them, for tests. */
final class FeeFixture {
    static final Seller SELLER = new Seller(
            "Starke Orte Netzwerk",
            "Am Markt 1",
            "16278",
            "Angermünde",
            "062/141/12345",
            "Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.",
            "Geschäftsstelle",
            "+49 3331 260000",
            "geschaeftsstelle@starke-orte.example",
            "DE02120300000000202051",
            "BYLADEM1001");

    /** Who cannot be paid: no valid invoice can be made. */
    static Seller withoutIban() {
        return new Seller(
                SELLER.networkName(),
                SELLER.networkStreet(),
                SELLER.networkPostcode(),
                SELLER.networkCity(),
                SELLER.networkTaxNumber(),
                SELLER.networkTaxReason(),
                SELLER.networkContact(),
                SELLER.networkPhone(),
                SELLER.networkMail(),
                "",
                SELLER.networkBic());
    }

    final DossierFixture sending;
    final MemoryPaperArchive archive = new MemoryPaperArchive();
    final FeeSettings settings;
    final LambdaFunction function;
    final LambdaFunction issuer;
    final MemoryInbox inbox = new MemoryInbox();
    final LambdaFunction bank;
    final LambdaFunction importer;
    final ScheduledJobs rounds;
    final String secret = Secrets.secret();

    FeeFixture() {
        this(new DossierFixture());
    }

    /** @param sending where others are at work, too */
    FeeFixture(DossierFixture sending) {
        this.sending = sending;
        settings = new FeeSettings(
                new FeeTables(
                        sending.dynamo().table("ApplicationsTable"),
                        sending.dynamo().table("OutboxTable"),
                        sending.dynamo().table("FeesTable"),
                        sending.dynamo().table("BankTable")),
                "papers",
                SELLER);
        function = FeeFunctions.serve(
                settings,
                new CardSettings("https://pay.example/fee", "whsec_test"),
                sending.doors(),
                EventFunctions.owners(
                        sending.dynamo().table("RegistrationsTable"),
                        new Sessions(sending.dynamo().client(), sending.dynamo().table("AccessTable")),
                        sending.dynamo().client(),
                        sending.clock()),
                archive,
                TransitionEffects.NONE,
                sending.dynamo().client(),
                sending.clock());
        issuer = issuer(SELLER);
        bank = FeeFunctions.bank(
                settings.tables(),
                inbox,
                TransitionEffects.NONE,
                sending.dynamo().client(),
                sending.clock());
        importer = FeeFunctions.importBankStatement(
                new BankSettings(settings.tables(), "bank", "memory", SELLER.networkIban()),
                inbox,
                TransitionEffects.NONE,
                sending.dynamo().client(),
                sending.clock());
        rounds = new ScheduledJobs(
                List.of(FeeFunctions.round(settings.tables(), sending.dynamo().client(), sending.clock())),
                sending.clock());
    }

    String invoiced() {
        String dossier = admitted("03159016", secret);
        tell(dossier);
        return dossier;
    }

    String admitted(String ags, String with) {
        String id = sending.sent(ags, with);
        move(id, DossierState.SUBMITTED, DossierState.PRESELECTED);
        move(id, DossierState.PRESELECTED, DossierState.INTERVIEW_BOOKED);
        move(id, DossierState.INTERVIEW_BOOKED, DossierState.INTERVIEWED);
        move(id, DossierState.INTERVIEWED, DossierState.ADMITTED);
        return id;
    }

    void move(String dossier, DossierState from, DossierState to) {
        var dynamo = sending.dynamo();
        var chronicle = new DossierTransitions(
                dynamo.client(),
                dynamo.table("ApplicationsTable"),
                FeeFunctions.consequences(settings.tables().feesTable(), dynamo.client()),
                sending.clock());
        assertThat(new DynamoTable(dynamo.client(), dynamo.table("ApplicationsTable"))
                        .write(chronicle.move(dossier, from, to, "system", "weiter", null)))
                .isTrue();
    }

    Answer mine(String dossier) {
        return sending.call(function, "GET", "/api/dossiers/" + dossier + "/fee", null, secret, List.of());
    }

    static String path(String dossier, String what) {
        return "/api/staff/fees/" + dossier + (what.equals("fee") ? "" : "/" + what);
    }

    Answer staff(String method, String dossier, String what, String body) {
        return sending.as("anna", "staff", "", function, method, path(dossier, what), body);
    }

    /** With whatever is set about the network. */
    LambdaFunction issuer(Seller seller) {
        return FeeFunctions.issueInvoice(
                new FeeSettings(settings.tables(), settings.papersBucket(), seller),
                archive,
                sending.dynamo().client(),
                sending.clock());
    }

    void tell(String dossier) {
        tell(issuer, dossier);
    }

    void tell(LambdaFunction by, String dossier) {
        by.apply(new ByteArrayInputStream(
                ("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + dossier + "\"}}}}]}").getBytes(UTF_8)));
    }

    void sweep() {
        issuer.apply(new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    void go() {
        rounds.apply(java.io.InputStream.nullInputStream());
    }

    /** Invoiced, with another municipality and secret. */
    String invoiced(String ags) {
        String dossier = admitted(ags, Secrets.secret());
        tell(dossier);
        return dossier;
    }

    JsonNode fee(String dossier) {
        return staff("GET", dossier, "fee", null).body();
    }

    String reference(String dossier) {
        return fee(dossier).path("reference").asString();
    }

    /** The office drops a file; what came of it. */
    JsonNode drop(byte[] content) {
        String id = announced(content.length);
        inbox.files.put(id, content);
        stored(id);
        return file(id);
    }

    JsonNode drop(String... entries) {
        return drop(Statements.bytes(Statements.statement(entries)));
    }

    String announced(int bytes) {
        return desk("POST", "/api/staff/bank/files", "{\"name\":\"auszug.xml\",\"size\":" + bytes + "}")
                .body()
                .path("id")
                .asString();
    }

    void stored(String id) {
        importer.apply(
                new ByteArrayInputStream(("{\"detail\":{\"object\":{\"key\":\"" + id + "\"}}}").getBytes(UTF_8)));
    }

    JsonNode file(String id) {
        return desk("GET", "/api/staff/bank/files/" + id, null).body();
    }

    JsonNode desk() {
        return desk("GET", "/api/staff/bank", null).body();
    }

    Answer desk(String method, String path, String body) {
        return sending.as("anna", "staff", "", bank, method, path, body);
    }
}
