package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import land.starkeorte.forms.Text;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;

/**
 * The office's list as files. What a municipality typed must not become a formula when a spreadsheet opens it: a cell that
 * begins like one gets an apostrophe before it (OWASP, CSV Injection); in XLSX every cell is a string anyway, and gets it
 * too, because the file may be saved as CSV later.
 */
final class Export {
    private static final List<String> COLUMNS = List.of(
            "Zeichen",
            "Kommune",
            "AGS",
            "Land",
            "Einwohner*innen",
            "Stand",
            "Ansprechperson",
            "E-Mail",
            "Eingegangen",
            "Zuletzt geändert");

    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{C}]*[=+\\-\u2212@|%]|[\\t\\r\\n]");

    private Export() {}

    /** With a byte order mark and semicolons, as a German spreadsheet expects. */
    static byte[] csv(List<Line> lines) {
        var bytes = new ByteArrayOutputStream();
        var format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        try (var writer = new OutputStreamWriter(bytes, UTF_8);
                var csv = new CSVPrinter(writer, format)) {
            writer.write('\uFEFF');
            csv.printRecord(COLUMNS);
            for (Line line : lines) {
                csv.printRecord(cells(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx(List<Line> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Starke Orte", "1.0")) {
            var sheet = book.newWorksheet("Vorgänge");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 22);
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < lines.size(); row++) {
                List<String> cells = cells(lines.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row + 1, column, cells.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(Line line) {
        return List.of(
                line.reference(),
                harmless(line.municipality()),
                line.ags(),
                line.land(),
                line.population() == 0 ? "" : Long.toString(line.population()),
                words(line.state()),
                harmless(line.contact()),
                harmless(line.mail()),
                Standing.day(line.submittedAt()).toString(),
                Standing.day(line.changedAt()).toString());
    }

    private static String words(State state) {
        return switch (state) {
            case DRAFT -> "Entwurf";
            case SUBMITTED -> "Eingegangen";
            case NEEDS_CORRECTION -> "Rückfrage offen";
            case PRESELECTED -> "Eingeladen";
            case INTERVIEW_BOOKED -> "Gespräch vereinbart";
            case INTERVIEWED -> "Gespräch geführt";
            case ADMITTED -> "Aufgenommen";
            case INVOICED -> "Rechnung gestellt";
            case PAID -> "Bezahlt";
            case MEMBER -> "Mitglied";
            case DECLINED -> "Abgelehnt";
            case WITHDRAWN -> "Zurückgezogen";
        };
    }

    private static String harmless(String text) {
        // A spreadsheet passes over what nobody sees, and some take wide signs for the usual ones.
        String read = Normalizer.normalize(Text.withoutUnseen(text), Normalizer.Form.NFKC);
        return FORMULA.matcher(read).lookingAt() ? "'" + text : text;
    }
}
