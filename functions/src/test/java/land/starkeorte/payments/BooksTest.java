package land.starkeorte.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.bank.Statements.debit;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import land.starkeorte.fees.FeeFixture;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Whoever keeps the books gets every invoice, credit note and payment, and sums that are right. */
class BooksTest {
    private static final String BUYER =
            "{\"name\":\"Stadt Neu\",\"street\":\"Markt 2\",\"postcode\":\"12345\",\"city\":\"Ort\",\"contact\":\"Kasse\",\"mail\":\"kasse@ort.example\"}";

    private final FeeFixture fees = new FeeFixture();

    /** One paid by what the office saw and the bank told, one issued anew and half paid, one paid too much and paid back. */
    private void happen() {
        String one = fees.invoiced("03159016");
        fees.staff("POST", one, "payments", "{\"proof\":\"Auszug 12\"}");
        fees.drop(credit("100", "Kasse", fees.reference(one)));
        String two = fees.invoiced("12073008");
        fees.staff("POST", two, "invoice", "{\"reason\":\"falsch\",\"buyer\":" + BUYER + "}");
        fees.tell(two);
        fees.drop(credit("50", "Amt", fees.reference(two)));
        String three = fees.invoiced("12062224");
        fees.drop(credit("130", "=Kasse", fees.reference(three)));
        fees.drop(debit("30", "=Kasse", fees.reference(three)));
    }

    @Test
    void everyNumberOfTheRowIsThereWithItsDayAndItsAmount() {
        happen();
        assertThat(csv("invoices").stream()
                        .map(line -> line.split(";", -1))
                        .map(cells -> String.join(" ", cells[0], cells[2], cells[8], cells[9]) + "|" + cells[10]))
                .containsExactly(
                        "\uFEFFNummer Art Betrag Offen|Wofür",
                        told("SO-2026-0001") + " Rechnung 100,00 0,00|Aufnahme in das Netzwerk Starke Orte",
                        told("SO-2026-0002") + " Rechnung 100,00 |Aufnahme in das Netzwerk Starke Orte",
                        told("SO-2026-0003") + " Storno -100,00 |Aufnahme in das Netzwerk Starke Orte",
                        told("SO-2026-0004") + " Rechnung 100,00 50,00|Aufnahme in das Netzwerk Starke Orte",
                        told("SO-2026-0005") + " Rechnung 100,00 0,00|Aufnahme in das Netzwerk Starke Orte");
    }

    @Test
    void theSumsOfAMonthCountWhatIsToldTwiceOnce() {
        happen();
        var rows = csv("months");
        assertThat(rows.getFirst())
                .isEqualTo("\uFEFFMonat;Rechnungen;Berechnet;Stornos;Storniert;Eingegangen;Zurückgegangen;Erlassen");
        // One month, or two where the tests play on another day than the bank's file.
        var sums = new ArrayList<BigDecimal>();
        for (int column = 1; column < 8; column++) {
            int at = column;
            sums.add(rows.stream()
                    .skip(1)
                    .map(row -> new BigDecimal(row.split(";")[at].replace(',', '.')))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertThat(sums)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(
                        new BigDecimal(4),
                        new BigDecimal(400),
                        new BigDecimal(1),
                        new BigDecimal(-100),
                        new BigDecimal(280),
                        new BigDecimal(-30),
                        BigDecimal.ZERO);
    }

    @Test
    void aWorkbookHasAllOfItWithRealDaysAndAmounts() throws Exception {
        happen();
        var file = get("xlsx", "invoices");
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(Base64.getDecoder().decode(file)))) {
            assertThat(List.of(book.getSheetName(0), book.getSheetName(1), book.getSheetName(2)))
                    .containsExactly("Rechnungen und Stornos", "Zahlungen", "Monate");
            var invoice = book.getSheetAt(0).getRow(1);
            assertThat(DateUtil.isCellDateFormatted(invoice.getCell(1))).isTrue();
            assertThat(invoice.getCell(8).getNumericCellValue()).isEqualTo(100);
            var payments = book.getSheet("Zahlungen");
            assertThat(payments.getLastRowNum()).isEqualTo(5);
            double counted = 0;
            for (int row = 1; row <= 5; row++) {
                assertThat(payments.getRow(row).getCell(7).getCellType()).isEqualTo(CellType.STRING);
                counted += payments.getRow(row).getCell(6).getNumericCellValue();
            }
            assertThat(counted).isEqualTo(250);
        }
    }

    @Test
    void onlyTheOfficeReadsThem() {
        assertThat(fees.dossiers
                        .as(
                                "x",
                                "founder",
                                "12073008",
                                fees.bank,
                                "GET",
                                "/api/staff/bank/books?format=csv&what=months",
                                null)
                        .status())
                .isEqualTo(403);
        assertThat(fees.desk("GET", "/api/staff/bank/books?format=pdf&what=months", null)
                        .status())
                .isEqualTo(400);
        assertThat(csv("months")).as("nothing yet").hasSize(1);
    }

    private List<String> csv(String what) {
        return new String(Base64.getDecoder().decode(get("csv", what)), UTF_8)
                .lines()
                .toList();
    }

    private String get(String format, String what) {
        return fees.desk("GET", "/api/staff/bank/books?format=" + format + "&what=" + what, null)
                .body()
                .path("file")
                .asString();
    }
}
