package land.starkeorte.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.forms.TypedText;
import land.starkeorte.sheets.Sheet.Euros;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * As a German spreadsheet expects it: a byte order mark, semicolons, decimal commas. What somebody typed must not become a
 * formula when it is opened: a text that begins like one gets an apostrophe before it (OWASP, CSV Injection).
 */
final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}\\p{C}]*[=+\\-\u2212@|%]|[\\t\\r\\n]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withZone(GermanFormat.ZONE);

    private Csv() {}

    static byte[] write(Sheet<?> sheet) {
        var bytes = new ByteArrayOutputStream();
        var format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        try (var writer = new OutputStreamWriter(bytes, UTF_8);
                var csv = new CSVPrinter(writer, format)) {
            writer.write('\uFEFF');
            csv.printRecord(sheet.headings().stream().map(Csv::harmless).toList());
            for (List<@Nullable Object> row : sheet.cells()) {
                csv.printRecord(row.stream().map(Csv::words).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String words(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Long number -> number.toString();
            case Euros(long cents) -> euros(cents);
            case LocalDate day -> DAY.format(day);
            case Instant moment -> MOMENT.format(moment);
            case Boolean yes -> yes ? "ja" : "nein";
            default -> harmless(cell.toString());
        };
    }

    /** Without thousands and currency, which not every spreadsheet reads as a number. */
    private static String euros(long cents) {
        return "%s%d,%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    private static String harmless(String text) {
        // A spreadsheet passes over what nobody sees, and some take wide signs for the usual ones.
        String read = Normalizer.normalize(TypedText.withoutUnseen(text), Normalizer.Form.NFKC);
        return FORMULA.matcher(read).lookingAt() ? "'" + text : text;
    }
}
