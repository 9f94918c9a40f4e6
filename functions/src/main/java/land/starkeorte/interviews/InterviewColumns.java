package land.starkeorte.interviews;

import java.util.List;
import java.util.Map;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.sheets.Sheet;

/** What became of interviews, for the office's table of applications. */
final class InterviewColumns implements ExportColumns {
    private final Interviews interviews;

    InterviewColumns(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    public void addTo(Sheet<String> table, List<String> dossiers) {
        Map<String, Interview> found = interviews.of(dossiers);
        table.text("Gespräch", ExportColumns.of(found, InterviewColumns::words))
                .moment("Gespräch am", ExportColumns.of(found, Interview::start))
                .text("Gespräch mit", ExportColumns.of(found, Interview::hostMail))
                .text("Notiz zum Gespräch", ExportColumns.of(found, Interview::note));
    }

    private static String words(Interview interview) {
        return switch (interview.state()) {
            case BOOKED -> "vereinbart";
            case CANCELLED -> "abgesagt";
            case HELD -> "geführt";
            case MISSED -> "nicht zustande gekommen";
        };
    }
}
