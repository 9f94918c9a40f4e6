package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.testing.ShiftedDates.told;
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
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.billing.Buyer;
import land.starkeorte.lambda.ScheduledJobs;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Mail;
import land.starkeorte.paper.MemoryPaperArchive;
import land.starkeorte.paper.PdfPrinter;
import land.starkeorte.paper.Standards;
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
    private final FeeFixture paying = new FeeFixture();
    private final DossierFixture sending = paying.sending;
    private final MemoryPaperArchive archive = paying.archive;
    private final String secret = paying.secret;

    @Test
    void whoeverIsAdmittedGetsOneInvoiceHoweverOftenItIsTold() {
        String dossier = paying.admitted("03159016", secret);
        paying.tell(dossier);
        paying.tell(dossier);
        paying.sweep();
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(sending.history(dossier)).endsWith(told("Rechnung SO-2026-0001 gestellt"));
        assertThat(archive.papers)
                .containsOnlyKeys(told("invoices/SO-2026-0001.pdf"), told("invoices/SO-2026-0001.xml"));
        assertThat(sending.mails("invoice"))
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.path("attachments")).hasSize(2));
        assertThat(sending.mails("invoice"))
                .as("after the letter")
                .allSatisfy(mail -> assertThat(mail.path("after").asString())
                        .isEqualTo(
                                Mail.only("admitted", dossier, mail.path("to").asString())));
        var mine = paying.mine(dossier).body();
        assertThat(mine.path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(mine.path("dueOn").asString()).isEqualTo(told("2026-12-23"));
        assertThat(mine.path("iban").asString()).isEqualTo("DE02120300000000202051");
    }

    @Test
    void numbersHaveNoGapsWhoeverIsFasterAndWhateverFails() throws Exception {
        var dossiers = new ArrayList<String>();
        for (String ags : List.of(
                "03159016", "12073008", "12062224", "14521410", "09479129", "09479135", "09471154", "09564000")) {
            dossiers.add(paying.admitted(ags, Secrets.secret()));
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
                            paying.tell(dossiers.get(i % dossiers.size()));
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
        paying.sweep();
        assertThat(dossiers.stream()
                        .map(dossier -> paying.staff("GET", dossier, "fee", null)
                                .body()
                                .path("number")
                                .asString()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> told("SO-2026-%04d").formatted(i))
                        .toList());
        assertThat(sending.mails("invoice")).hasSize(8);
    }

    @Test
    void aRunThatDiedIsFinishedWithTheSameNumber() {
        String dossier = paying.admitted("03159016", secret);
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> paying.tell(dossier)).hasMessageContaining(dossier);
        assertThat(sending.state(dossier)).isEqualTo("ADMITTED");
        archive.before = () -> {};
        String other = paying.admitted("12073008", Secrets.secret());
        paying.tell(other);
        paying.sweep();
        assertThat(paying.mine(dossier).body().path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(paying.staff("GET", other, "fee", null).body().path("number").asString())
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
        var invoice = Invoice.of("SO-2026-0042", fee, buyer, java.time.LocalDate.of(2026, 11, 23));
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
        String dossier = paying.admitted("03159016", secret);
        paying.tell(dossier);
        String reference = paying.mine(dossier).body().path("reference").asString();
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
        assertThat(paying.mine(dossier).body().path("giroCode").asString()).startsWith("data:image/svg+xml;base64,");
    }

    @Test
    void confirmedOnceByProofAndNeverTwice() {
        String dossier = paying.invoiced();
        assertThat(paying.staff("POST", dossier, "payments", "{\"proof\":\"\"}").status())
                .isEqualTo(422);
        assertThat(paying.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug 12, Blatt 3\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sending.state(dossier)).isEqualTo("PAID");
        assertThat(sending.mails("paid")).hasSize(1);
        assertThat(paying.staff("POST", dossier, "payments", "{\"proof\":\"noch einmal\"}")
                        .status())
                .isEqualTo(409);
        assertThat(paying.staff("POST", dossier, "waiver", "{\"reason\":\"doch erlassen\"}")
                        .status())
                .isEqualTo(409);
        assertThat(paying.mine(dossier).body().has("iban"))
                .as("nothing more to pay")
                .isFalse();
        assertThat(paying.mine(dossier).body().toString()).doesNotContain("Blatt 3");
        assertThat(paying.staff("GET", dossier, "fee", null)
                        .body()
                        .at("/payments/0/note")
                        .asString())
                .isEqualTo("Kontoauszug 12, Blatt 3");
    }

    @Test
    void waivedWithAReason() {
        String dossier = paying.invoiced();
        assertThat(paying.staff("POST", dossier, "waiver", "{\"reason\":\"Haushaltssperre\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sending.state(dossier)).isEqualTo("PAID");
        assertThat(sending.history(dossier)).endsWith("100,00\u00a0€ erlassen");
    }

    @Test
    void twoWhoConfirmAtTheSameMomentBookOnce() throws Exception {
        String dossier = paying.invoiced();
        try (var people = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> paying.staff("POST", dossier, "payments", "{\"proof\":\"Beleg " + i + "\"}")
                                    .status())
                    .toList();
            int booked = 0;
            for (var one : people.invokeAll(tries)) {
                booked += one.get() == 201 ? 1 : 0;
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(paying.staff("GET", dossier, "fee", null).body().path("payments"))
                .hasSize(1);
    }

    @Test
    void nothingIsConfirmedBeforeThereIsAnInvoiceAndNobodyElseMay() {
        String dossier = paying.admitted("03159016", secret);
        assertThat(paying.staff("POST", dossier, "payments", "{\"proof\":\"x\"}")
                        .status())
                .isEqualTo(409);
        assertThat(sending.call(
                                paying.function,
                                "GET",
                                "/api/dossiers/" + dossier + "/fee",
                                null,
                                Secrets.secret(),
                                List.of())
                        .status())
                .isEqualTo(401);
        assertThat(sending.as("x", "founder", "12073008", paying.function, "GET", FeeFixture.path(dossier, "fee"), null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theUnpaidAreRemindedAfter14And30DaysAndBecomeATaskAfter60() {
        String dossier = paying.invoiced();
        for (int[] step : new int[][] {{13, 0}, {1, 1}, {15, 1}, {1, 2}, {29, 2}}) {
            sending.clock().pass(Duration.ofDays(step[0]));
            paying.go();
            paying.go();
            assertThat(sending.mails("feereminder")).hasSize(step[1]);
        }
        assertThat(sending.openTasks()).doesNotContain("fee");
        sending.clock().pass(Duration.ofDays(1));
        paying.go();
        paying.go();
        assertThat(sending.openTasks()).containsOnlyOnce("fee");
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        paying.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        assertThat(sending.openTasks()).doesNotContain("fee");
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneFeeKeepsNoOtherFromBeingReminded(Error error) {
        String dossier = paying.invoiced();
        paying.invoiced("12073008");
        sending.clock().pass(Duration.ofDays(14));
        var poisoned = new ScheduledJobs(
                List.of(FeeFunctions.round(
                        paying.settings.tables(),
                        ThrowingError.in(sending.dynamo().client(), dossier, error),
                        sending.clock())),
                sending.clock());
        assertThatThrownBy(() -> poisoned.apply(java.io.InputStream.nullInputStream()))
                .hasNoCause()
                .hasMessage("Not done: [" + dossier + "]");
        assertThat(sending.mails("feereminder")).hasSize(1);
        paying.go();
        assertThat(sending.mails("feereminder")).hasSize(2);
    }

    @Test
    void whoeverPaidIsNotReminded() {
        String dossier = paying.invoiced();
        paying.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        sending.clock().pass(Duration.ofDays(40));
        paying.go();
        assertThat(sending.mails("feereminder")).isEmpty();
    }

    private static final String BUYER = """
            {"name":"Stadt Neu","street":"Markt 2","postcode":"12345","city":"Ort","leitwegId":"04011000-1234512345-06","contact":"Kasse","mail":"kasse@ort.example"}""";

    @Test
    void aWrongInvoiceIsTakenBackByACreditNoteAndIssuedAnewWithoutAGap(@TempDir Path folder) throws Exception {
        String dossier = paying.invoiced();
        String reissue = "{\"reason\":\"falsch adressiert\",\"buyer\":" + BUYER + "}";
        assertThat(paying.staff("POST", dossier, "invoice", reissue.replace("12345\"", "123\""))
                        .status())
                .isEqualTo(422);
        assertThat(paying.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(201);
        assertThat(paying.mine(dossier).body().has("iban"))
                .as("nothing is to be paid now")
                .isFalse();
        assertThat(paying.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(409);
        paying.tell(dossier);
        paying.tell(dossier);
        var fee = paying.fee(dossier);
        assertThat(fee.path("number").asString()).isEqualTo(told("SO-2026-0003"));
        assertThat(fee.at("/cancelled/0/number").asString()).isEqualTo(told("SO-2026-0002"));
        assertThat(fee.at("/cancelled/0/invoice").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(fee.at("/buyer/name").asString()).isEqualTo("Stadt Neu");
        assertThat(sending.mails("invoicecancelled")).hasSize(1);
        assertThat(sending.mails("invoice")).hasSize(2);
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
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        paying.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        assertThat(sending.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void whatIsNotValidIsNeverSentAndItsTaskClosesWhenItIsMended() {
        String dossier = paying.admitted("03159016", secret);
        paying.tell(paying.issuer(FeeFixture.withoutIban()), dossier);
        assertThat(sending.mails("invoice")).isEmpty();
        assertThat(archive.papers).isEmpty();
        assertThat(sending.state(dossier)).isEqualTo("ADMITTED");
        assertThat(sending.openTasks()).containsOnlyOnce("fee");
        assertThat(paying.fee(dossier).path("fault").asString()).contains("IBAN");
        paying.sweep();
        assertThat(sending.mails("invoice")).as("nobody has mended it").isEmpty();
        assertThat(paying.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}")
                        .status())
                .isEqualTo(201);
        paying.tell(dossier);
        assertThat(paying.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0001"));
        assertThat(sending.mails("invoice")).hasSize(1);
        assertThat(sending.openTasks()).doesNotContain("fee");
    }

    @Test
    void theTaskOfAFaultClosesWhateverWasBookedInBetween() {
        String dossier = paying.invoiced();
        String reissue = "{\"reason\":\"x\",\"buyer\":" + BUYER + "}";
        paying.staff("POST", dossier, "invoice", reissue);
        paying.tell(paying.issuer(FeeFixture.withoutIban()), dossier);
        assertThat(sending.openTasks()).containsOnlyOnce("fee");
        paying.drop(credit("40", "Kasse", paying.reference(dossier)));
        assertThat(paying.staff("POST", dossier, "invoice", reissue).status()).isEqualTo(201);
        assertThat(sending.openTasks()).doesNotContain("fee");
        paying.tell(dossier);
        assertThat(paying.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0003"));
    }

    @Test
    void whatIsPaidIsNotAskedForAgainWhenTheInvoiceIsIssuedAnew(@TempDir Path folder) throws Exception {
        String dossier = paying.invoiced();
        paying.drop(credit("150", "Kasse", paying.reference(dossier)));
        paying.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        paying.tell(dossier);
        assertThat(sending.mails("invoicecancelled"))
                .allSatisfy(
                        mail -> assertThat(mail.at("/model/paid").asString()).isEqualTo("100,00\u00a0€"));
        assertThat(sending.mails("invoice"))
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
        assertThat(sending.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void onlyTheDifferenceIsAskedForWhenTheInvoiceIsIssuedAnew(@TempDir Path folder) throws Exception {
        String dossier = paying.invoiced();
        paying.drop(credit("60", "Kasse", paying.reference(dossier)));
        paying.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        paying.tell(dossier);
        byte[] pdf = archive.papers.get(told("invoices/SO-2026-0003.pdf"));
        assertThat(text(pdf)).contains("schon beglichen −60,00 €", "Zu zahlen 40,00 €", "So zahlen Sie");
        assertThat(codes(pdf)).singleElement().asString().contains("EUR40.00");
        byte[] xml = archive.papers.get(told("invoices/SO-2026-0003.xml"));
        assertThat(new String(xml, UTF_8)).contains("TotalPrepaidAmount>60.00<", "DuePayableAmount>40.00<");
        valid(Files.write(folder.resolve("rest.xml"), xml));
        valid(Files.write(folder.resolve("rest.pdf"), pdf));
        assertThat(paying.mine(dossier).body().has("card"))
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
                    found.add(new QRCodeReader()
                            .decode(new BinaryBitmap(
                                    new HybridBinarizer(new BufferedImageLuminanceSource(image.getImage()))))
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
        String dossier = paying.invoiced();
        paying.drop(credit("60", "Kasse", paying.reference(dossier)));
        assertThat(confirm(dossier, "50").status()).as("more than is open").isEqualTo(422);
        assertThat(confirm(dossier, "-1").status()).isEqualTo(422);
        assertThat(confirm(dossier, "1.5").status()).isEqualTo(422);
        assertThat(confirm(dossier, "15,50").status()).isEqualTo(201);
        assertThat(paying.fee(dossier).path("outstanding").asLong()).isEqualTo(24_50);
        assertThat(sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(paying.staff("POST", dossier, "payments", "{\"proof\":\"Auszug 13\"}")
                        .status())
                .isEqualTo(201);
        assertThat(sending.state(dossier)).isEqualTo("PAID");
        assertThat(sending.history(dossier))
                .containsSubsequence(
                        "Zahlungseingang 60,00\u00a0€ laut Kontoauszug",
                        "Zahlung von 15,50\u00a0€ bestätigt",
                        "Zahlung von 24,50\u00a0€ bestätigt");
        paying.drop(credit("40", "Kasse", "Rest " + paying.reference(dossier)));
        assertThat(paying.fee(dossier).path("surplus").asLong())
                .as("the bank tells of what the office saw")
                .isZero();
    }

    private DossierFixture.Answer confirm(String dossier, String amount) {
        return paying.staff("POST", dossier, "payments", "{\"proof\":\"Auszug 12\",\"amount\":\"" + amount + "\"}");
    }

    @Test
    void aRunThatDiesInTheMiddleOfACancellationIsFinished() {
        String dossier = paying.invoiced();
        paying.staff("POST", dossier, "invoice", "{\"reason\":\"x\",\"buyer\":" + BUYER + "}");
        archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> paying.tell(dossier)).hasMessageContaining(dossier);
        archive.before = () -> {};
        paying.sweep();
        assertThat(paying.fee(dossier).path("number").asString()).isEqualTo(told("SO-2026-0003"));
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
