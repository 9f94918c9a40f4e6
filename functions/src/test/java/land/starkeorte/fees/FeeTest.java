package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.ElectronicInvoice;
import land.starkeorte.invoicing.GiroCode;
import land.starkeorte.invoicing.InvoicePage;
import land.starkeorte.mail.Mail;
import land.starkeorte.pdf.MemoryPaperArchive;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.pdf.Standards;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.ThrowingError;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Whoever is admitted is invoiced once, with a number of its own, and pays once. */
class FeeTest {
    private final FeeFixture fees = new FeeFixture();
    private final DossierFixture dossiers = fees.dossiers;
    private final MemoryPaperArchive archive = fees.archive;
    private final String secret = fees.secret;

    @Test
    void whoeverIsAdmittedGetsOneInvoiceHoweverOftenItIsTold() {
        String dossier = fees.admitted("03159016", secret);
        fees.tell(dossier);
        fees.tell(dossier);
        fees.sweep();
        assertThat(dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(dossiers.history(dossier)).endsWith(told("Rechnung SO-2026-0001 gestellt"));
        assertThat(archive.papers)
                .containsOnlyKeys(told("invoices/SO-2026-0001.pdf"), told("invoices/SO-2026-0001.xml"));
        assertThat(dossiers.mails("invoice"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.path("attachments")).hasSize(2));
        assertThat(dossiers.mails("invoice"))
                .as("after the letter")
                .allSatisfy(mail -> assertThat(mail.path("after").asString())
                        .isEqualTo(
                                Mail.only("admitted", dossier, mail.path("to").asString())));
        var mine = fees.mine(dossier).body();
        assertThat(mine.path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(mine.path("dueOn").asString()).isEqualTo(told("2026-12-23"));
        assertThat(mine.path("iban").asString()).isEqualTo("DE02120300000000202051");
    }

    @Test
    void numbersHaveNoGapsWhoeverIsFasterAndWhateverFails() throws Exception {
        var ids = new ArrayList<String>();
        for (String ags : List.of(
                "03159016", "12073008", "12062224", "14521410", "09479129", "09479135", "09471154", "09564000")) {
            ids.add(fees.admitted(ags, Secrets.secret()));
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
                            fees.tell(ids.get(i % ids.size()));
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
        fees.sweep();
        assertThat(ids.stream()
                        .map(dossier -> fees.staff("GET", dossier, "fee", null)
                                .body()
                                .path("number")
                                .asString()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> told("SO-2026-%04d").formatted(i))
                        .toList());
        assertThat(dossiers.mails("invoice")).hasSize(8);
    }

    @Test
    void aRunThatDiedIsFinishedWithTheSameNumber() {
        String dossier = fees.admitted("03159016", secret);
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> fees.tell(dossier)).hasMessageContaining(dossier);
        assertThat(dossiers.state(dossier)).isEqualTo("ADMITTED");
        archive.before = () -> {};
        String other = fees.admitted("12073008", Secrets.secret());
        fees.tell(other);
        fees.sweep();
        assertThat(fees.mine(dossier).body().path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(fees.staff("GET", other, "fee", null).body().path("number").asString())
                .isEqualTo(told("SO-2026-0002"));
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
        var invoice = fee.newInvoice("SO-2026-0042", buyer, java.time.LocalDate.of(2026, 11, 23));
        var electronic = new ElectronicInvoice(FeeFixture.SELLER);
        byte[] xml = electronic.xml(invoice);
        assertThat(electronic.fault(invoice)).isEmpty();
        assertThat(new String(xml, UTF_8)).contains("urn:xeinkauf.de:kosit:xrechnung_3.0");
        valid(Files.write(folder.resolve("invoice.xml"), xml));
        byte[] page = new InvoicePage(new PdfPrinter(), FeeFixture.SELLER).print(invoice);
        valid(Files.write(folder.resolve("invoice.pdf"), electronic.pdf(invoice, page)));
    }

    @Test
    void thePageShowsWhatTheXmlSaysAndItsCodeFillsTheBankingApp() throws Exception {
        String dossier = fees.admitted("03159016", secret);
        fees.tell(dossier);
        String reference = fees.mine(dossier).body().path("reference").asString();
        try (var pdf = Loader.loadPDF(archive.papers.get(told("invoices/SO-2026-0001.pdf")))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            told("Rechnung SO-2026-0001"),
                            "100,00 €",
                            told("23. Dezember 2026"),
                            reference,
                            "§ 19 UStG");
        }
        String xml = new String(archive.papers.get(told("invoices/SO-2026-0001.xml")), UTF_8);
        assertThat(xml).contains(told("SO-2026-0001"), ">100.00<", reference);
        var code = new GiroCode(
                FeeFixture.SELLER.networkName(),
                FeeFixture.SELLER.networkIban(),
                FeeFixture.SELLER.networkBic(),
                100_00,
                reference);
        byte[] png = Base64.getDecoder().decode(code.png().replaceAll(".*,", ""));
        var read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(
                        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png))))));
        assertThat(read.getText())
                .isEqualTo(
                        "BCD\n002\n1\nSCT\nBYLADEM1001\nStarke Orte Netzwerk\nDE02120300000000202051\nEUR100.00\n\n\n"
                                + reference + "\n");
        assertThat(fees.mine(dossier).body().path("giroCode").asString()).startsWith("data:image/svg+xml;base64,");
    }

    @Test
    void confirmedOnceByProofAndNeverTwice() {
        String dossier = fees.invoiced();
        assertThat(fees.staff("POST", dossier, "payments", "{\"proof\":\"\"}").status())
                .isEqualTo(422);
        assertThat(fees.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug 12, Blatt 3\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(dossiers.mails("paid")).hasSize(1);
        assertThat(fees.staff("POST", dossier, "payments", "{\"proof\":\"noch einmal\"}")
                        .status())
                .isEqualTo(409);
        assertThat(fees.staff("POST", dossier, "waiver", "{\"reason\":\"doch erlassen\"}")
                        .status())
                .isEqualTo(409);
        assertThat(fees.mine(dossier).body().has("iban"))
                .as("nothing more to pay")
                .isFalse();
        assertThat(fees.mine(dossier).body().toString()).doesNotContain("Blatt 3");
        assertThat(fees.staff("GET", dossier, "fee", null)
                        .body()
                        .at("/payments/0/note")
                        .asString())
                .isEqualTo("Kontoauszug 12, Blatt 3");
    }

    @Test
    void waivedWithAReason() {
        String dossier = fees.invoiced();
        assertThat(fees.staff("POST", dossier, "waiver", "{\"reason\":\"Haushaltssperre\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(dossiers.history(dossier)).endsWith("100,00\u00a0€ erlassen");
    }

    @Test
    void twoWhoConfirmAtTheSameMomentBookOnce() throws Exception {
        String dossier = fees.invoiced();
        try (var people = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> fees.staff("POST", dossier, "payments", "{\"proof\":\"Beleg " + i + "\"}")
                                    .status())
                    .toList();
            int booked = 0;
            for (var one : people.invokeAll(tries)) {
                booked += one.get() == 201 ? 1 : 0;
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(fees.staff("GET", dossier, "fee", null).body().path("payments"))
                .hasSize(1);
    }

    @Test
    void nothingIsConfirmedBeforeThereIsAnInvoiceAndNobodyElseMay() {
        String dossier = fees.admitted("03159016", secret);
        assertThat(fees.staff("POST", dossier, "payments", "{\"proof\":\"x\"}").status())
                .isEqualTo(409);
        assertThat(dossiers.call(
                                fees.function,
                                "GET",
                                "/api/dossiers/" + dossier + "/fee",
                                null,
                                Secrets.secret(),
                                List.of())
                        .status())
                .isEqualTo(401);
        assertThat(dossiers.as("x", "founder", "12073008", fees.function, "GET", FeeFixture.path(dossier, "fee"), null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theUnpaidAreRemindedAfter14And30DaysAndBecomeATaskAfter60() {
        String dossier = fees.invoiced();
        for (int[] step : new int[][] {{13, 0}, {1, 1}, {15, 1}, {1, 2}, {29, 2}}) {
            dossiers.clock().pass(Duration.ofDays(step[0]));
            fees.go();
            fees.go();
            assertThat(dossiers.mails("feereminder")).hasSize(step[1]);
        }
        assertThat(dossiers.openTasks()).doesNotContain("fee");
        dossiers.clock().pass(Duration.ofDays(1));
        fees.go();
        fees.go();
        assertThat(dossiers.openTasks()).containsOnlyOnce("fee");
        assertThat(dossiers.state(dossier)).isEqualTo("INVOICED");
        fees.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        assertThat(dossiers.openTasks()).doesNotContain("fee");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneFeeKeepsNoOtherFromBeingReminded(Error error) {
        String dossier = fees.invoiced();
        fees.invoiced("12073008");
        dossiers.clock().pass(Duration.ofDays(14));
        var poisoned = new ScheduledJobs(
                List.of(FeeFunctions.round(
                        fees.settings.tables(),
                        ThrowingError.in(dossiers.tables().store(), dossier, error),
                        dossiers.clock())),
                dossiers.clock());
        assertThatThrownBy(() -> Invoke.function(poisoned, "{}"))
                .hasNoCause()
                .hasMessage("Not done: [" + dossier + "]");
        assertThat(dossiers.mails("feereminder")).hasSize(1);
        fees.go();
        assertThat(dossiers.mails("feereminder")).hasSize(2);
    }

    @Test
    void whoeverPaidIsNotReminded() {
        String dossier = fees.invoiced();
        fees.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        dossiers.clock().pass(Duration.ofDays(40));
        fees.go();
        assertThat(dossiers.mails("feereminder")).isEmpty();
    }

    private static final String BUYER = """
            {"name":"Stadt Neu","street":"Markt 2","postcode":"12345","city":"Ort","leitwegId":"04011000-1234512345-06","contact":"Kasse","mail":"kasse@ort.example"}""";

    @Test
    void aWrongInvoiceIsTakenBackByACreditNoteAndIssuedAnewWithoutAGap(@TempDir Path folder) throws Exception {
        String dossier = fees.invoiced();
        String reissue = "{\"reason\":\"falsch adressiert\",\"buyer\":" + BUYER + "}";
        assertThat(fees.staff("POST", dossier, "invoice", reissue.replace("12345\"", "123\""))
                        .status())
                .isEqualTo(422);
        assertThat(fees.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(201);
        assertThat(fees.mine(dossier).body().has("iban"))
                .as("nothing is to be paid now")
                .isFalse();
        assertThat(fees.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(409);
        fees.tell(dossier);
        fees.tell(dossier);
        var fee = fees.fee(dossier);
        assertThat(fee.path("number").asString()).isEqualTo(told("SO-2026-0003"));
        assertThat(fee.at("/cancelled/0/number").asString()).isEqualTo(told("SO-2026-0002"));
        assertThat(fee.at("/cancelled/0/invoice").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(fee.at("/buyer/name").asString()).isEqualTo("Stadt Neu");
        assertThat(dossiers.mails("invoicecancelled")).hasSize(1);
        assertThat(dossiers.mails("invoice")).hasSize(2);
        assertThat(archive.papers).hasSize(6);
        String xml = new String(archive.papers.get(told("invoices/SO-2026-0002.xml")), UTF_8);
        assertThat(xml).contains(">381<", told("SO-2026-0001"));
        valid(Files.write(folder.resolve("note.xml"), archive.papers.get(told("invoices/SO-2026-0002.xml"))));
        valid(Files.write(folder.resolve("note.pdf"), archive.papers.get(told("invoices/SO-2026-0002.pdf"))));
        try (var pdf = Loader.loadPDF(archive.papers.get(told("invoices/SO-2026-0002.pdf")))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            told("Storno SO-2026-0002"),
                            told("nehmen wir die Rechnung SO-2026-0001"),
                            "nichts mehr zu zahlen");
        }
        assertThat(dossiers.state(dossier)).isEqualTo("INVOICED");
        fees.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        assertThat(dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void whatIsNotValidIsNeverSentAndItsTaskClosesWhenItIsMended() {
        String dossier = fees.admitted("03159016", secret);
        fees.tell(fees.issuer(FeeFixture.withoutIban()), dossier);
        assertThat(dossiers.mails("invoice")).isEmpty();
        assertThat(archive.papers).isEmpty();
        assertThat(dossiers.state(dossier)).isEqualTo("ADMITTED");
        assertThat(dossiers.openTasks()).containsOnlyOnce("fee");
        assertThat(fees.fee(dossier).path("fault").asString()).contains("IBAN");
        fees.sweep();
        assertThat(dossiers.mails("invoice")).as("nobody has mended it").isEmpty();
        assertThat(fees.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}")
                        .status())
                .isEqualTo(201);
        fees.tell(dossier);
        assertThat(fees.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(dossiers.mails("invoice")).hasSize(1);
        assertThat(dossiers.openTasks()).doesNotContain("fee");
    }

    @Test
    void theTaskOfAFaultClosesWhateverWasBookedInBetween() {
        String dossier = fees.invoiced();
        String reissue = "{\"reason\":\"x\",\"buyer\":" + BUYER + "}";
        fees.staff("POST", dossier, "invoice", reissue);
        fees.tell(fees.issuer(FeeFixture.withoutIban()), dossier);
        assertThat(dossiers.openTasks()).containsOnlyOnce("fee");
        fees.drop(credit("40", "Kasse", fees.reference(dossier)));
        assertThat(fees.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(201);
        assertThat(dossiers.openTasks()).doesNotContain("fee");
        fees.tell(dossier);
        assertThat(fees.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0003"));
    }

    @Test
    void whatIsPaidIsNotAskedForAgainWhenTheInvoiceIsIssuedAnew(@TempDir Path folder) throws Exception {
        String dossier = fees.invoiced();
        fees.drop(credit("150", "Kasse", fees.reference(dossier)));
        fees.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        fees.tell(dossier);
        assertThat(dossiers.mails("invoicecancelled"))
                .allSatisfy(
                        mail -> assertThat(mail.at("/model/paid").asString()).isEqualTo("100,00\u00a0€"));
        assertThat(dossiers.mails("invoice"))
                .filteredOn(mail -> mail.at("/model/number").asString().equals(told("SO-2026-0003")))
                .hasSize(1)
                .allSatisfy(
                        mail -> assertThat(mail.at("/model/asked").asString()).isEmpty());
        byte[] pdf = archive.papers.get(told("invoices/SO-2026-0003.pdf"));
        assertThat(text(pdf))
                .contains("schon beglichen −100,00 €", "Zu zahlen 0,00 €", "Bitte zahlen Sie nichts")
                .doesNotContain("So zahlen Sie", "IBAN");
        byte[] xml = archive.papers.get(told("invoices/SO-2026-0003.xml"));
        assertThat(new String(xml, UTF_8))
                .contains("TotalPrepaidAmount>100.00<", "DuePayableAmount>0.00<")
                .doesNotContain("Zahlbar bis");
        valid(Files.write(folder.resolve("paid.xml"), xml));
        valid(Files.write(folder.resolve("paid.pdf"), pdf));
        assertThat(dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void onlyTheDifferenceIsAskedForWhenTheInvoiceIsIssuedAnew(@TempDir Path folder) throws Exception {
        String dossier = fees.invoiced();
        fees.drop(credit("60", "Kasse", fees.reference(dossier)));
        fees.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        fees.tell(dossier);
        byte[] pdf = archive.papers.get(told("invoices/SO-2026-0003.pdf"));
        assertThat(text(pdf)).contains("schon beglichen −60,00 €", "Zu zahlen 40,00 €", "So zahlen Sie");
        assertThat(codes(pdf)).singleElement().asString().contains("EUR40.00");
        byte[] xml = archive.papers.get(told("invoices/SO-2026-0003.xml"));
        assertThat(new String(xml, UTF_8)).contains("TotalPrepaidAmount>60.00<", "DuePayableAmount>40.00<");
        valid(Files.write(folder.resolve("rest.xml"), xml));
        valid(Files.write(folder.resolve("rest.pdf"), pdf));
        assertThat(fees.mine(dossier).body().has("card"))
                .as("the payment page asks for the whole")
                .isFalse();
    }

    /** What a banking app reads from the page. */
    private static List<String> codes(byte[] paper) throws Exception {
        try (var pdf = Loader.loadPDF(paper)) {
            var found = new ArrayList<String>();
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject image) {
                    var pixels = new HybridBinarizer(new BufferedImageLuminanceSource(image.getImage()));
                    // A picture without noise needs no search for the code, which fails for 1 in 1,500 of them.
                    found.add(new QRCodeReader()
                            .decode(new BinaryBitmap(pixels), Map.of(DecodeHintType.PURE_BARCODE, true))
                            .getText());
                }
            }
            return found;
        }
    }

    private static String text(byte[] paper) throws Exception {
        try (var pdf = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theOfficeConfirmsWhatItSaw() {
        String dossier = fees.invoiced();
        fees.drop(credit("60", "Kasse", fees.reference(dossier)));
        assertThat(confirm(dossier, "50").status()).as("more than is open").isEqualTo(422);
        assertThat(confirm(dossier, "-1").status()).isEqualTo(422);
        assertThat(confirm(dossier, "1.5").status()).isEqualTo(422);
        assertThat(confirm(dossier, "15,50").status()).isEqualTo(201);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(24_50);
        assertThat(dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(fees.staff("POST", dossier, "payments", "{\"proof\":\"Auszug 13\"}")
                        .status())
                .isEqualTo(201);
        assertThat(dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(dossiers.history(dossier))
                .containsSubsequence(
                        "Zahlungseingang 60,00\u00a0€ laut Kontoauszug",
                        "Zahlung von 15,50\u00a0€ bestätigt",
                        "Zahlung von 24,50\u00a0€ bestätigt");
        fees.drop(credit("40", "Kasse", "Rest " + fees.reference(dossier)));
        assertThat(fees.fee(dossier).path("surplus").asLong())
                .as("the bank tells of what the office saw")
                .isZero();
    }

    private DossierFixture.Answer confirm(String dossier, String amount) {
        return fees.staff("POST", dossier, "payments", "{\"proof\":\"Auszug 12\",\"amount\":\"" + amount + "\"}");
    }

    @Test
    void aRunThatDiesInTheMiddleOfACancellationIsFinished() {
        String dossier = fees.invoiced();
        fees.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> fees.tell(dossier)).hasMessageContaining(dossier);
        archive.before = () -> {};
        fees.sweep();
        assertThat(fees.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0003"));
    }

    private static void valid(Path file) throws Exception {
        if (file.toString().endsWith(".pdf")) {
            Standards.hold(Files.readAllBytes(file));
        }
        var validator = new ZUGFeRDValidator();
        String report = validator.validate(file.toString());
        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }
}
