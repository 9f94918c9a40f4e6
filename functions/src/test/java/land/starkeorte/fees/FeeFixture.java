package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import land.starkeorte.access.Sessions;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.bank.Statements;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.invoicing.Seller;
import land.starkeorte.payments.BankSettings;
import land.starkeorte.payments.MemoryInbox;
import land.starkeorte.payments.PaymentFunctions;
import land.starkeorte.pdf.MemoryPaperArchive;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.testing.Invoke;
import tools.jackson.databind.JsonNode;

/** Fees, and everything that can happen to them, for tests. */
public final class FeeFixture {
    public static final Seller SELLER = new Seller(
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
    public static Seller withoutIban() {
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

    public final DossierFixture dossiers;
    public final MemoryPaperArchive archive = new MemoryPaperArchive();
    public final FeeSettings settings;
    public final LambdaFunction function;
    public final LambdaFunction issuer;
    public final MemoryInbox inbox = new MemoryInbox();
    public final LambdaFunction bank;
    public final LambdaFunction importer;
    public final ScheduledJobs rounds;
    public final String secret = Secrets.secret();

    public FeeFixture() {
        this(new DossierFixture());
    }

    /** @param dossiers where others are at work, too */
    public FeeFixture(DossierFixture dossiers) {
        this.dossiers = dossiers;
        settings = new FeeSettings(
                new FeeTables(
                        dossiers.tables().table("ApplicationsTable"),
                        dossiers.tables().table("OutboxTable"),
                        dossiers.tables().table("FeesTable")),
                "papers",
                SELLER);
        function = PaymentFunctions.serve(
                settings,
                new CardSettings("https://pay.example/fee", "whsec_test"),
                dossiers.doors(),
                RegisteringFunctions.access(
                        dossiers.tables().reach("RegistrationsTable"),
                        new Sessions(dossiers.tables().reach("AccessTable")),
                        dossiers.clock()),
                archive,
                dossiers.tables().reach("BankTable"),
                TransitionEffects.NONE,
                dossiers.tables().store(),
                dossiers.clock());
        issuer = issuer(SELLER);
        bank = PaymentFunctions.bank(
                settings.tables(),
                inbox,
                dossiers.tables().reach("BankTable"),
                TransitionEffects.NONE,
                dossiers.tables().store(),
                dossiers.clock());
        importer = PaymentFunctions.importBankStatement(
                new BankSettings(settings.tables(), "bank", "memory", SELLER.networkIban()),
                inbox,
                dossiers.tables().reach("BankTable"),
                TransitionEffects.NONE,
                dossiers.tables().store(),
                dossiers.clock());
        rounds = new ScheduledJobs(
                List.of(FeeFunctions.round(settings.tables(), dossiers.tables().store(), dossiers.clock())),
                dossiers.clock());
    }

    public String invoiced() {
        String dossier = admitted("03159016", secret);
        tell(dossier);
        return dossier;
    }

    public String admitted(String ags, String with) {
        String id = dossiers.sent(ags, with);
        move(id, DossierState.SUBMITTED, DossierState.PRESELECTED);
        move(id, DossierState.PRESELECTED, DossierState.INTERVIEW_BOOKED);
        move(id, DossierState.INTERVIEW_BOOKED, DossierState.INTERVIEWED);
        move(id, DossierState.INTERVIEWED, DossierState.ADMITTED);
        return id;
    }

    public void move(String dossier, DossierState from, DossierState to) {
        var tables = dossiers.tables();
        var transitions = new DossierTransitions(
                tables.store().table(tables.table("ApplicationsTable")),
                FeeFunctions.consequences(tables.store().table(settings.tables().feesTable())),
                dossiers.clock());
        assertThat(tables.store()
                        .table(tables.table("ApplicationsTable"))
                        .write(transitions.move(dossier, from, to, "system", "weiter", null)))
                .isTrue();
    }

    public Answer mine(String dossier) {
        return dossiers.call(function, "GET", "/api/dossiers/" + dossier + "/fee", null, secret, List.of());
    }

    public static String path(String dossier, String what) {
        return "/api/staff/fees/" + dossier + (what.equals("fee") ? "" : "/" + what);
    }

    public Answer staff(String method, String dossier, String what, String body) {
        return dossiers.as("anna", "staff", "", function, method, path(dossier, what), body);
    }

    /** With whatever is set about the network. */
    public LambdaFunction issuer(Seller seller) {
        return FeeFunctions.issueInvoice(
                new FeeSettings(settings.tables(), settings.papersBucket(), seller),
                archive,
                dossiers.tables().store(),
                dossiers.clock());
    }

    public void tell(String dossier) {
        tell(issuer, dossier);
    }

    public void tell(LambdaFunction by, String dossier) {
        Invoke.function(
                by,
                new ByteArrayInputStream(
                        ("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + dossier + "\"}}}}]}")
                                .getBytes(UTF_8)));
    }

    public void sweep() {
        Invoke.function(issuer, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    public void go() {
        Invoke.function(rounds, "{}");
    }

    /** Invoiced, with another municipality and secret. */
    public String invoiced(String ags) {
        String dossier = admitted(ags, Secrets.secret());
        tell(dossier);
        return dossier;
    }

    public JsonNode fee(String dossier) {
        return staff("GET", dossier, "fee", null).body();
    }

    public String reference(String dossier) {
        return fee(dossier).path("reference").asString();
    }

    /** The office drops a file; what came of it. */
    public JsonNode drop(byte[] content) {
        String id = announced(content.length);
        inbox.files.put(id, content);
        stored(id);
        return file(id);
    }

    public JsonNode drop(String... entries) {
        return drop(Statements.bytes(Statements.statement(entries)));
    }

    public String announced(int bytes) {
        return desk("POST", "/api/staff/bank/files", "{\"name\":\"auszug.xml\",\"size\":" + bytes + "}")
                .body()
                .path("id")
                .asString();
    }

    public void stored(String id) {
        Invoke.function(
                importer,
                new ByteArrayInputStream(("{\"detail\":{\"object\":{\"key\":\"" + id + "\"}}}").getBytes(UTF_8)));
    }

    public JsonNode file(String id) {
        return desk("GET", "/api/staff/bank/files/" + id, null).body();
    }

    public JsonNode desk() {
        return desk("GET", "/api/staff/bank", null).body();
    }

    public Answer desk(String method, String path, String body) {
        return dossiers.as("anna", "staff", "", bank, method, path, body);
    }
}
