package land.starkeorte.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** What was decided, for the office's table of applications; nothing of what is only proposed. */
final class DecisionColumns implements ExportColumns {
    private final Decisions decisions;

    DecisionColumns(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void addTo(Sheet<String> table, List<String> dossiers) {
        Map<String, Decision> found = decisions.of(dossiers);
        found.values().removeIf(decision -> !decision.isConfirmed());
        table.text("Entscheidung", ExportColumns.of(found, DecisionColumns::words))
                .day("Entschieden am", ExportColumns.of(found, DecisionColumns::day))
                .text("Begründung der Entscheidung", ExportColumns.of(found, Decision::reason))
                .text("Interne Begründung", ExportColumns.of(found, Decision::internal));
    }

    private static String words(Decision decision) {
        return switch (decision.choice()) {
            case ADMIT -> "aufgenommen";
            case DECLINE -> "abgelehnt";
        };
    }

    private static @Nullable LocalDate day(Decision decision) {
        return decision.confirmedAt() == null ? null : GermanFormat.dayOf(decision.confirmedAt());
    }
}
