package land.starkeorte.invoicing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import land.starkeorte.fees.Fee;
import land.starkeorte.fees.FeeFixture;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.pdf.PdfPrinter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every paper of an invoice says the same days, wherever in the world the computer believes to be. */
class DatesTest {
    private static final Pattern IN_XML = Pattern.compile("DateTimeString format=\"102\">(\\d{8})<");
    private static final Pattern IN_TEXT = Pattern.compile("\\d{1,2}\\. \\p{L}+ \\d{4}");
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2027, 1, 1), LocalDate.of(2026, 11, 26), LocalDate.of(2027, 3, 28), LocalDate.of(2027, 9, 26));

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Pacific/Auckland", "Pacific/Pago_Pago", "America/Santiago"})
    void xmlAndPdfSayTheSameDaysInEveryZone(String zone, @TempDir Path folder) throws Exception {
        printed(zone, folder);
        for (LocalDate day : DAYS) {
            LocalDate due = day.plusDays(30);
            // Issued, delivered, due; the credit note: issued, delivered, due, the invoice's day.
            var invoice = List.of(day, day, due);
            var creditNote = List.of(day.plusDays(2), day, day.plusDays(2), day);
            for (var paper : List.of("invoice", "note")) {
                String name = paper + "-" + day;
                var expected = paper.equals("invoice") ? invoice : creditNote;
                assertThat(days(Files.readString(folder.resolve(name + ".xml"))))
                        .as("%s, XRechnung", name)
                        .containsExactlyInAnyOrderElementsOf(expected);
                byte[] pdf = Files.readAllBytes(folder.resolve(name + ".pdf"));
                assertThat(days(inside(pdf))).as("%s, ZUGFeRD", name).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(IN_TEXT.matcher(text(pdf)).results().map(found -> found.group()))
                        .as("%s, page", name)
                        .containsExactlyElementsOf(
                                (paper.equals("invoice") ? List.of(day, due) : List.of(day.plusDays(2), day))
                                        .stream().map(GermanFormat::day).toList());
            }
            assertThat(Files.readString(folder.resolve("invoice-" + day + ".xml")))
                    .contains(">SO-" + day.getYear() + "-0001<", "Zahlbar bis " + GermanFormat.day(due));
        }
    }

    private static void printed(String zone, Path folder) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Printing.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> said(folder)).isZero();
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a JVM of its own: a zone is the whole JVM's. */
    static final class Printing {
        private Printing() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            var electronic = new ElectronicInvoice(FeeFixture.SELLER);
            var page = new InvoicePage(new PdfPrinter(), FeeFixture.SELLER);
            for (LocalDate day : DAYS) {
                var buyer = new Buyer("Stadt", "Markt 1", "12345", "Ort", null, "Kasse", "k@stadt.example");
                var fee = Fee.due("0".repeat(32), "Ort", "ABCD-EFGH");
                var invoice = fee.newInvoice(Invoice.number(day.getYear(), 1), buyer, day);
                Files.write(folder.resolve("invoice-" + day + ".xml"), electronic.xml(invoice));
                Files.write(folder.resolve("invoice-" + day + ".pdf"), electronic.pdf(invoice, page.print(invoice)));
                var note = new CreditNote(
                        invoice, Invoice.number(day.getYear(), 2), day.plusDays(2), "falsch adressiert", "anna");
                Files.write(folder.resolve("note-" + day + ".xml"), electronic.xml(note));
                Files.write(folder.resolve("note-" + day + ".pdf"), electronic.pdf(note, page.print(note)));
            }
        }
    }

    private static List<LocalDate> days(String xml) {
        var days = new ArrayList<LocalDate>();
        for (Matcher found = IN_XML.matcher(xml); found.find(); ) {
            days.add(LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        }
        return days;
    }

    private static String inside(byte[] paper) throws IOException {
        try (var pdf = Loader.loadPDF(paper)) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            return new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), UTF_8);
        }
    }

    private static String text(byte[] paper) throws IOException {
        try (var pdf = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
