package land.starkeorte.preselection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** How the founders voted, for the office's table of applications: before the result nobody learns who voted what. */
final class VoteColumns implements ExportColumns {
    private final Polls polls;

    VoteColumns(Polls polls) {
        this.polls = polls;
    }

    @Override
    public void addTo(Sheet<String> table, List<String> dossiers) {
        Map<String, Poll> found = polls.find(dossiers);
        table.text("Vorauswahl", ExportColumns.of(found, VoteColumns::words))
                .day("Vorauswahl bis", ExportColumns.of(found, poll -> GermanFormat.dayOf(poll.deadline())))
                .day("Vorauswahl beendet am", ExportColumns.of(found, VoteColumns::closed));
        found.values().stream()
                .filter(poll -> !poll.isOpen())
                .flatMap(poll -> poll.votes().keySet().stream())
                .distinct()
                .sorted()
                .forEach(ags -> {
                    String founder = Municipalities.named(ags).name();
                    table.text(
                                    "Stimme " + founder,
                                    ExportColumns.of(
                                            found,
                                            poll -> vote(poll, ags)
                                                    .map(VoteColumns::words)
                                                    .orElse(null)))
                            .text(
                                    "Begründung " + founder,
                                    ExportColumns.of(
                                            found,
                                            poll -> vote(poll, ags)
                                                    .map(Vote::reason)
                                                    .orElse(null)));
                });
    }

    private static Optional<Vote> vote(Poll poll, String ags) {
        return poll.isOpen()
                ? Optional.empty()
                : Optional.ofNullable(poll.votes().get(ags));
    }

    private static @Nullable LocalDate closed(Poll poll) {
        Instant at = poll.closedAt();
        return at == null ? null : GermanFormat.dayOf(at);
    }

    private static String words(Poll poll) {
        PollResult result = poll.result();
        if (result == null) {
            return poll.isOpen() ? "läuft" : "beendet";
        }
        return switch (result) {
            case YES -> "eingeladen";
            case NO -> "nicht eingeladen";
            case TIE -> "unentschieden";
            case NO_QUORUM -> "zu wenige Stimmen";
        };
    }

    private static String words(Vote vote) {
        return switch (vote.choice()) {
            case YES -> "Ja";
            case NO -> "Nein";
            case ABSTAIN -> "Enthaltung";
            case ASIDE -> "nicht teilgenommen";
        };
    }
}
