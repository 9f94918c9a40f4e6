package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import land.starkeorte.http.Caller;
import land.starkeorte.http.Request;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.sheets.Sheet;
import land.starkeorte.sheets.SheetFiles;
import land.starkeorte.testing.TestTables;
import org.junit.jupiter.api.Test;

/** How fees stand, in the office's table of applications. */
class FeeColumnsTest {
    private final TestTables tables = new TestTables();
    private final String table = tables.table("FeesTable");
    private final Fees fees = new Fees(tables.reach("FeesTable"));

    @Test
    void theTableSaysWhatIsOwedAndWhatHoldsOfInvoices() {
        Fee due = Fee.due("invoiced", "Göttingen", "ABCD-EFGH");
        var invoice = due.newInvoice(
                "SO-2026-0001",
                new Buyer("Stadt Göttingen", "Am Markt 1", "37073", "Göttingen", "", "", ""),
                LocalDate.of(2026, 11, 26));
        var part = new Payment("1", Payment.Kind.TRANSFER, 60_00, LocalDate.of(2026, 11, 30), "", "system", "");
        fees.write(
                fees.put(due.with(due.invoicing().numbered(invoice).issuing()).with(part)));
        fees.write(fees.put(Fee.due("due", "Loitz", "ABCD-EFGI")));
        var sheet = Sheet.of("Anträge", List.of("invoiced", "due", "none")).text("Antrag", id -> id);
        FeeFunctions.columns(tables.reach("FeesTable")).addTo(sheet, List.of("invoiced", "due", "none"));
        assertThat(csv(sheet).lines())
                .containsExactly(
                        "\uFEFFAntrag;Aufnahmezahlung;Davon offen;Rechnung;Rechnung vom;Zahlbar bis",
                        "invoiced;100,00;40,00;SO-2026-0001;26.11.2026;26.12.2026",
                        "due;100,00;100,00;;;",
                        "none;;;;;");
    }

    private static String csv(Sheet<String> sheet) {
        var asked = new Request("", Map.of(), Map.of("format", "csv"), Map.of(), new Caller("", "", Set.of(), ""), "");
        var file = SheetFiles.answer(asked, "antraege", sheet).file();
        assertThat(file).isNotNull();
        return new String(Base64.getDecoder().decode(file.base64()), UTF_8);
    }
}
