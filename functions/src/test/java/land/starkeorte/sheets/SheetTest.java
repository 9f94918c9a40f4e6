package land.starkeorte.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private record Bill(
            String who,
            @Nullable Long people,
            @Nullable Long cents,
            @Nullable LocalDate due,
            @Nullable Instant paid,
            @Nullable Boolean member) {}

    private static final Bill FULL = new Bill(
            "Göttingen; „Nord“",
            116_845L,
            -1_234_05L,
            LocalDate.of(2026, 12, 24),
            Instant.parse("2026-12-31T23:30:00Z"),
            true);
    private static final Bill EMPTY = new Bill("Loitz", null, null, null, null, null);

    private static Sheet<Bill> sheet(Bill... bills) {
        return Sheet.of("Rechnungen", List.of(bills))
                .text("Kommune", Bill::who)
                .number("Einwohner*innen", Bill::people)
                .euros("Betrag", Bill::cents)
                .day("Fällig", Bill::due)
                .moment("Bezahlt", Bill::paid)
                .flag("Mitglied", Bill::member);
    }

    @Test
    void aWorkbookHoldsNumbersSumsAndDatesAsSuch() throws IOException {
        XSSFSheet read = opened(sheet(FULL, EMPTY));
        assertThat(read.getSheetName()).isEqualTo("Rechnungen");
        var row = read.getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Göttingen; „Nord“");
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(116_845);
        assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(-1234.05);
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).contains("0.00", "€");
        assertThat(day(row.getCell(3))).isEqualTo("2026-12-24T00:00");
        assertThat(day(row.getCell(4)))
                .as("in German time, where it is next year already")
                .isEqualTo("2027-01-01T00:30");
        assertThat(row.getCell(5).getStringCellValue()).isEqualTo("ja");
        for (int column = 1; column < 6; column++) {
            XSSFCell cell = read.getRow(2).getCell(column);
            assertThat(cell == null || cell.getCellType() == CellType.BLANK).isTrue();
        }
    }

    private static String day(XSSFCell cell) {
        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
        LocalDateTime time = cell.getLocalDateTimeCellValue();
        return time.toString();
    }

    @Test
    void headingsAreBoldStayInSightAndFilter() throws IOException {
        XSSFSheet read = opened(sheet(FULL, EMPTY));
        for (int column = 0; column < 6; column++) {
            assertThat(read.getRow(0).getCell(column).getCellStyle().getFont().getBold())
                    .isTrue();
        }
        assertThat(read.getPaneInformation().isFreezePane()).isTrue();
        assertThat(read.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(read.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F3");
    }

    @Test
    void columnsAreAsWideAsWhatTheySay() throws IOException {
        XSSFSheet read = opened(sheet(new Bill("lang ".repeat(200), 1L, 2L, null, null, null)));
        assertThat(read.getColumnWidth(0) / 256).isEqualTo(50);
        assertThat(read.getColumnWidth(5) / 256).isBetween(8, 14);
    }

    @Test
    void anEmptyTableStillHasItsHeadings() throws IOException {
        XSSFSheet read = opened(sheet());
        assertThat(read.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Kommune");
        assertThat(csv(sheet())).isEqualTo("\uFEFFKommune;Einwohner*innen;Betrag;Fällig;Bezahlt;Mitglied\r\n");
    }

    @Test
    void aTextFileIsAsAGermanSpreadsheetReadsIt() {
        assertThat(csv(sheet(FULL, EMPTY)).lines())
                .containsExactly(
                        "\uFEFFKommune;Einwohner*innen;Betrag;Fällig;Bezahlt;Mitglied",
                        "\"Göttingen; „Nord“\";116845;-1234,05;24.12.2026;01.01.2027 00:30;ja",
                        "Loitz;;;;;");
    }

    @Test
    void sumsBelowOneEuroKeepTheirSign() {
        var cent = Sheet.of("Summen", List.of(-5L, 5L, 0L)).euros("Betrag", sum -> sum);
        assertThat(csv(cent).lines()).containsExactly("\uFEFFBetrag", "-0,05", "0,05", "0,00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                " =1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF20SUM(A1)",
                "\uFE631",
                "\u22121",
                "\u200B=1+1",
                "\u202E=1",
                "\u00AD=1",
                "\u2060\u200D=1",
                "\uDB40\uDC41=1",
                "\u00A0=1",
                "\u3000\uFF1D1",
                "\u2800=1",
                "\t1",
                "\r1",
                "\n1",
                "|calc",
                "%1"
            })
    void noCellBeginsAFormulaHoweverItIsHidden(String typed) throws IOException {
        var sheet = Sheet.of("Namen", List.of(typed)).text("Name", name -> name);
        assertThat(csv(sheet)).contains("'" + typed);
        XSSFCell cell = opened(sheet).getRow(1).getCell(0);
        assertThat(cell.getCellType()).as("no formula, so it needs no mark").isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).doesNotStartWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001b", "a\uFFFFb", "a\uD800b", "<&>\"'", "\uD83D\uDE00", "zwei\nZeilen", " am Rand "})
    void whateverWasTypedCanBeOpened(String typed) throws IOException {
        var sheet = Sheet.of("Namen", List.of(typed)).text("Name", name -> name);
        assertThat(opened(sheet).getRow(1).getCell(0).getStringCellValue()).startsWith(typed.substring(0, 1));
    }

    @Test
    void whatIsLongerThanACellIsCut() throws IOException {
        var sheet = Sheet.of("Texte", List.of("x".repeat(40_000))).text("Text", text -> text);
        assertThat(opened(sheet).getRow(1).getCell(0).getStringCellValue())
                .hasSize(32_767)
                .endsWith("x…");
    }

    @Test
    void severalSheetsAreOneWorkbook() throws IOException {
        var sums = Sheet.of("Summen", List.of(1L)).number("Anzahl", sum -> sum);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Xlsx.write(List.of(sheet(FULL), sums))))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheet("Summen").getRow(1).getCell(0).getNumericCellValue())
                    .isEqualTo(1);
        }
    }

    private static String csv(Sheet<?> sheet) {
        return new String(Csv.write(sheet), UTF_8);
    }

    private static XSSFSheet opened(Sheet<?> sheet) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Xlsx.write(List.of(sheet))))) {
            return book.getSheetAt(0);
        }
    }
}
