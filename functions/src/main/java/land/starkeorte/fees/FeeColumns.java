package land.starkeorte.fees;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** How fees stand, for the office's table of applications. */
final class FeeColumns implements ExportColumns {
    private final Fees fees;

    FeeColumns(Fees fees) {
        this.fees = fees;
    }

    @Override
    public void addTo(Sheet<String> table, List<String> dossiers) {
        Map<String, Fee> found = fees.of(dossiers);
        table.euros("Aufnahmezahlung", ExportColumns.of(found, Fee::cents))
                .euros("Davon offen", ExportColumns.of(found, Fee::outstanding))
                .text("Rechnung", invoice(found, Invoice::number))
                .day("Rechnung vom", invoice(found, Invoice::issuedOn))
                .day("Zahlbar bis", invoice(found, Invoice::dueOn));
    }

    private static <T> Function<String, @Nullable T> invoice(
            Map<String, Fee> fees, Function<Invoice, @Nullable T> cell) {
        return ExportColumns.of(fees, fee -> {
            Invoice standing = fee.invoicing().valid();
            return standing == null ? null : cell.apply(standing);
        });
    }
}
