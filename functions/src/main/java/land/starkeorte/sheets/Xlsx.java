package land.starkeorte.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.sheets.Sheet.Euros;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook: headings in bold that stay in sight and can be filtered, columns as wide as what they say. */
final class Xlsx {
    /** The most that a cell holds, by the format's own rule. */
    private static final int LONGEST = 32_767;

    private static final int NARROWEST = 8;
    private static final int WIDEST = 50;

    private Xlsx() {}

    static byte[] write(List<Sheet<?>> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Starke Orte", "1.0")) {
            sheets.forEach(sheet -> write(sheet, book.newWorksheet(sheet.name())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Sheet<?> sheet, Worksheet to) {
        List<String> headings = sheet.headings();
        List<List<@Nullable Object>> rows = sheet.cells();
        for (int column = 0; column < headings.size(); column++) {
            to.value(0, column, headings.get(column));
            to.style(0, column).bold().set();
            // The filter's arrow stands beside the heading.
            int width = headings.get(column).length() + 4;
            for (int row = 0; row < rows.size(); row++) {
                width = Math.max(width, put(to, row + 1, column, rows.get(row).get(column)) + 2);
            }
            to.width(column, Math.clamp(width, NARROWEST, WIDEST));
        }
        to.setAutoFilter(0, 0, rows.size(), headings.size() - 1);
        to.freezePane(1, 1);
    }

    /** Tells how many characters of it are seen. */
    private static int put(Worksheet to, int row, int column, @Nullable Object cell) {
        return switch (cell) {
            case null -> 0;
            case Long number -> {
                to.value(row, column, number);
                to.style(row, column).format("#,##0").set();
                yield 10;
            }
            case Euros(long cents) -> {
                to.value(row, column, BigDecimal.valueOf(cents, 2));
                to.style(row, column).format("#,##0.00\\ \"€\"").set();
                yield 12;
            }
            case LocalDate day -> {
                to.value(row, column, day);
                to.style(row, column).format("dd.mm.yyyy").set();
                yield 10;
            }
            case Instant moment -> {
                to.value(row, column, LocalDateTime.ofInstant(moment, GermanFormat.ZONE));
                to.style(row, column).format("dd.mm.yyyy hh:mm").set();
                yield 16;
            }
            case Boolean yes -> {
                to.value(row, column, yes ? "ja" : "nein");
                yield 4;
            }
            default -> {
                String text = cell.toString();
                to.value(row, column, text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
                yield text.lines().mapToInt(String::length).max().orElse(0);
            }
        };
    }
}
