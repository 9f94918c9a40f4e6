package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.Sending;
import land.starkeorte.applications.Sending.Answer;
import land.starkeorte.applications.State;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.lambda.Rounds;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.paper.MemoryArchive;
import land.starkeorte.paper.Printer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Whoever is admitted is invoiced once, with a number of its own, and pays once. */
class FeeTest {
    private static final Seller SELLER = new Seller(
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

    private final Sending sending = new Sending();
    private final MemoryArchive archive = new MemoryArchive();
    private final FeeSettings settings = new FeeSettings(
            sending.dynamo().table("ApplicationsTable"),
            sending.dynamo().table("OutboxTable"),
            sending.dynamo().table("FeesTable"),
            "papers",
            SELLER);
    private final LambdaFunction function = FeeFunctions.serve(
            settings,
            ApplicationFunctions.doors(
                    sending.dynamo().client(), sending.dynamo().table("ApplicationsTable"), sending.clock()),
            archive,
            sending.dynamo().client(),
            sending.clock());
    private final LambdaFunction issuer =
            FeeFunctions.issueInvoice(settings, archive, sending.dynamo().client(), sending.clock());
    private final Rounds rounds = new Rounds(
            List.of(FeeFunctions.round(
                    settings.applicationsTable(),
                    settings.outboxTable(),
                    settings.feesTable(),
                    sending.dynamo().client(),
                    sending.clock())),
            sending.clock());
    private final String secret = Secrets.secret();

    @Test
    void whoeverIsAdmittedGetsOneInvoiceHoweverOftenItIsTold() {
        String dossier = admitted("03152012", secret);
        tell(dossier);
        tell(dossier);
        sweep();
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(sending.history(dossier)).endsWith("Rechnung SO-2026-0001 gestellt");
        assertThat(archive.papers).containsOnlyKeys("invoices/SO-2026-0001.pdf", "invoices/SO-2026-0001.xml");
        assertThat(sending.mails("invoice"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.path("attachments")).hasSize(2));
        var mine = mine(dossier).body();
        assertThat(mine.path("number").asString()).isEqualTo("SO-2026-0001");
        assertThat(mine.path("dueOn").asString()).isEqualTo("2026-12-23");
        assertThat(mine.path("iban").asString()).isEqualTo("DE02120300000000202051");
    }

    @Test
    void numbersHaveNoGapsWhoeverIsFasterAndWhateverFails() throws Exception {
        var dossiers = new ArrayList<String>();
        for (String ags : List.of(
                "03152012", "12073008", "12062224", "14521410", "09479129", "09479135", "09471154", "09564000")) {
            dossiers.add(admitted(ags, Secrets.secret()));
        }
        var calls = new AtomicInteger();
        archive.before = () -> {
            if (calls.incrementAndGet() % 3 == 0) {
                throw new IllegalStateException("S3 is away");
            }
        };
        try (var runs = Executors.newFixedThreadPool(8)) {
            var tries = IntStream.range(0, 32)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            tell(dossiers.get(i % dossiers.size()));
                            return true;
                        } catch (RuntimeException failed) {
                            return false;
                        }
                    })
                    .toList();
            for (var run : runs.invokeAll(tries)) {
                run.get();
            }
        }
        archive.before = () -> {};
        sweep();
        assertThat(dossiers.stream()
                        .map(dossier -> staff("GET", dossier, "fee", null)
                                .body()
                                .path("number")
                                .asString()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> "SO-2026-%04d".formatted(i))
                        .toList());
        assertThat(sending.mails("invoice")).hasSize(8);
    }

    @Test
    void aRunThatDiedIsFinishedWithTheSameNumber() {
        String dossier = admitted("03152012", secret);
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> tell(dossier)).hasMessageContaining(dossier);
        assertThat(sending.state(dossier)).isEqualTo("ADMITTED");
        archive.before = () -> {};
        String other = admitted("12073008", Secrets.secret());
        tell(other);
        sweep();
        assertThat(mine(dossier).body().path("number").asString()).isEqualTo("SO-2026-0001");
        assertThat(staff("GET", other, "fee", null).body().path("number").asString())
                .isEqualTo("SO-2026-0002");
    }

    static List<Buyer> buyers() {
        return List.of(
                new Buyer(
                        "Stadt Göttingen",
                        "Hiroshimaplatz 1–4",
                        "37083",
                        "Göttingen",
                        "04011000-1234512345-06",
                        "Änne Groß",
                        "a@goettingen.example"),
                new Buyer(
                        "Gemeinde Süßen",
                        "Straße des Friedens 7",
                        "99999",
                        "Süßen a. d. Fils",
                        null,
                        "Jörg Müßig",
                        "j@suessen.example"),
                new Buyer("Verwaltungsgemeinschaft ".repeat(8).strip(), "A", "00000", "B", null, "C", "c@d.example"),
                new Buyer(
                        "Amt „Nord“ & <Süd> 'West'",
                        "Am \"Hof\" 1",
                        "12345",
                        "Ort/Oder",
                        "991-12345-06",
                        "D'Arc, Jeanne",
                        "jeanne+rechnung@amt.example"),
                new Buyer(
                        "Gmina Łużyce/Łužica",
                        "Dróha čo. 5",
                        "02625",
                        "Budyšin",
                        null,
                        "Měrćin Žur",
                        "m@budysin.example"));
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void theValidatorFindsNoErrorInEitherForm(Buyer buyer, @TempDir Path folder) throws Exception {
        var fee = Fee.due("0".repeat(32), "Ort", "ABCD-EFGH");
        var invoice = Invoice.of("SO-2026-0042", fee, buyer, java.time.LocalDate.of(2026, 11, 23));
        var electronic = new ElectronicInvoice(SELLER);
        byte[] xml = electronic.xml(invoice);
        assertThat(electronic.fault(xml)).isEmpty();
        assertThat(new String(xml, UTF_8)).contains("urn:xeinkauf.de:kosit:xrechnung_3.0");
        valid(Files.write(folder.resolve("invoice.xml"), xml));
        byte[] page = new InvoicePage(new Printer(), SELLER).print(invoice);
        valid(Files.write(folder.resolve("invoice.pdf"), electronic.pdf(invoice, page)));
    }

    @Test
    void thePageShowsWhatTheXmlSaysAndItsCodeFillsTheBankingApp() throws Exception {
        String dossier = admitted("03152012", secret);
        tell(dossier);
        String reference = mine(dossier).body().path("reference").asString();
        try (var pdf = Loader.loadPDF(archive.papers.get("invoices/SO-2026-0001.pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Rechnung SO-2026-0001", "100,00 €", "23. Dezember 2026", reference, "§ 19 UStG");
        }
        String xml = new String(archive.papers.get("invoices/SO-2026-0001.xml"), UTF_8);
        assertThat(xml).contains("SO-2026-0001", ">100.00<", reference);
        var code = new GiroCode(SELLER.networkName(), SELLER.networkIban(), SELLER.networkBic(), 100_00, reference);
        byte[] png = Base64.getDecoder().decode(code.png().replaceAll(".*,", ""));
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png))))));
        assertThat(read.getText())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nBYLADEM1001\nStarke Orte Netzwerk\nDE02120300000000202051\nEUR100.00\n\n\n"
                                + reference + "\n");
        assertThat(mine(dossier).body().path("giroCode").asString()).startsWith("data:image/svg+xml;base64,");
    }

    @Test
    void confirmedOnceByProofAndNeverTwice() {
        String dossier = invoiced();
        assertThat(staff("POST", dossier, "payments", "{\"proof\":\"\"}").status())
                .isEqualTo(422);
        assertThat(staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug 12, Blatt 3\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sending.state(dossier)).isEqualTo("PAID");
        assertThat(sending.mails("paid")).hasSize(1);
        assertThat(staff("POST", dossier, "payments", "{\"proof\":\"noch einmal\"}")
                        .status())
                .isEqualTo(409);
        assertThat(staff("POST", dossier, "waiver", "{\"reason\":\"doch erlassen\"}")
                        .status())
                .isEqualTo(409);
        assertThat(mine(dossier).body().has("iban")).as("nothing more to pay").isFalse();
        assertThat(mine(dossier).body().toString()).doesNotContain("Blatt 3");
        assertThat(staff("GET", dossier, "fee", null)
                        .body()
                        .at("/payments/0/note")
                        .asString())
                .isEqualTo("Kontoauszug 12, Blatt 3");
    }

    @Test
    void waivedWithAReason() {
        String dossier = invoiced();
        assertThat(staff("POST", dossier, "waiver", "{\"reason\":\"Haushaltssperre\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sending.state(dossier)).isEqualTo("PAID");
        assertThat(sending.history(dossier)).endsWith("Aufnahmezahlung erlassen");
    }

    @Test
    void twoWhoConfirmAtTheSameMomentBookOnce() throws Exception {
        String dossier = invoiced();
        try (var people = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> staff("POST", dossier, "payments", "{\"proof\":\"Beleg " + i + "\"}")
                                    .status())
                    .toList();
            int booked = 0;
            for (var one : people.invokeAll(tries)) {
                booked += one.get() == 201 ? 1 : 0;
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(staff("GET", dossier, "fee", null).body().path("payments")).hasSize(1);
    }

    @Test
    void nothingIsConfirmedBeforeThereIsAnInvoiceAndNobodyElseMay() {
        String dossier = admitted("03152012", secret);
        assertThat(staff("POST", dossier, "payments", "{\"proof\":\"x\"}").status())
                .isEqualTo(409);
        assertThat(sending.call(function, "GET", "/api/dossiers/" + dossier + "/fee", null, Secrets.secret(), List.of())
                        .status())
                .isEqualTo(401);
        assertThat(sending.as("x", "founder", "12073008", function, "GET", path(dossier, "fee"), null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theUnpaidAreRemindedAfter14And30DaysAndBecomeATaskAfter60() {
        String dossier = invoiced();
        for (int[] step : new int[][] {{13, 0}, {1, 1}, {15, 1}, {1, 2}, {29, 2}}) {
            sending.clock().pass(Duration.ofDays(step[0]));
            go();
            go();
            assertThat(sending.mails("feereminder")).hasSize(step[1]);
        }
        assertThat(sending.openTasks()).doesNotContain("fee");
        sending.clock().pass(Duration.ofDays(1));
        go();
        go();
        assertThat(sending.openTasks()).containsOnlyOnce("fee");
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        assertThat(sending.openTasks()).doesNotContain("fee");
    }

    @Test
    void whoeverPaidIsNotReminded() {
        String dossier = invoiced();
        staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        sending.clock().pass(Duration.ofDays(40));
        go();
        assertThat(sending.mails("feereminder")).isEmpty();
    }

    private static void valid(Path file) {
        var validator = new ZUGFeRDValidator();
        String report = validator.validate(file.toString());
        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }

    private String invoiced() {
        String dossier = admitted("03152012", secret);
        tell(dossier);
        return dossier;
    }

    private String admitted(String ags, String with) {
        String id = sending.sent(ags, with);
        move(id, State.SUBMITTED, State.PRESELECTED);
        move(id, State.PRESELECTED, State.INTERVIEW_BOOKED);
        move(id, State.INTERVIEW_BOOKED, State.INTERVIEWED);
        move(id, State.INTERVIEWED, State.ADMITTED);
        return id;
    }

    private void move(String dossier, State from, State to) {
        var dynamo = sending.dynamo();
        var chronicle = new DynamoChronicle(
                dynamo.client(),
                dynamo.table("ApplicationsTable"),
                FeeFunctions.consequences(settings.feesTable(), dynamo.client()),
                sending.clock());
        assertThat(new DynamoTable(dynamo.client(), dynamo.table("ApplicationsTable"))
                        .write(chronicle.move(dossier, from, to, "system", "weiter", null)))
                .isTrue();
    }

    private Answer mine(String dossier) {
        return sending.call(function, "GET", "/api/dossiers/" + dossier + "/fee", null, secret, List.of());
    }

    private static String path(String dossier, String what) {
        return "/api/staff/dossiers/" + dossier + "/" + what;
    }

    private Answer staff(String method, String dossier, String what, String body) {
        return sending.as("anna", "staff", "", function, method, path(dossier, what), body);
    }

    private void tell(String dossier) {
        issuer.apply(new ByteArrayInputStream(
                ("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + dossier + "\"}}}}]}").getBytes(UTF_8)));
    }

    private void sweep() {
        issuer.apply(new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    private void go() {
        rounds.apply(java.io.InputStream.nullInputStream());
    }
}
