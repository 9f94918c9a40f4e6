package land.starkeorte.preselection;

import java.time.Instant;
import java.util.Optional;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Caller;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;

/** What becomes of a vote, and of the dossier with it. */
final class PollWorkflow {
    private static final String DONE = "Vorauswahl abgeschlossen";

    private final Polls polls;
    private final DossierTransitions transitions;
    private final Outbox outbox;

    PollWorkflow(Polls polls, DossierTransitions transitions, Outbox outbox) {
        this.polls = polls;
        this.transitions = transitions;
        this.outbox = outbox;
    }

    /** Writes the poll as it has become; the result, as soon as there is one, moves the dossier or gives the office a task. */
    Transaction settled(Poll poll, DossierSummary summary, Instant now) {
        return poll.result(now)
                .map(result -> polls.put(poll.closed(result, now)).and(follows(result, summary, now)))
                .orElseGet(() -> polls.put(poll));
    }

    /** The same, and the dossier remembers that one of the founders does not take part; not which. */
    Transaction steppedAside(Poll poll, DossierSummary summary, Instant now) {
        Optional<PollResult> result = poll.result(now);
        return result.isPresent()
                ? settled(poll, summary, now)
                : polls.put(poll)
                        .and(transitions.note(
                                summary.id(),
                                Caller.SYSTEM,
                                "Eine Gründungskommune nimmt an der Vorauswahl nicht teil"));
    }

    /** The municipality is invited to its interview. */
    Transaction preselected(DossierSummary summary, String who, String why, Instant now) {
        var writes = transitions.move(summary.id(), DossierState.SUBMITTED, DossierState.PRESELECTED, who, why, null);
        return writes.and(outbox.put(PollMails.preselected(summary), now));
    }

    private Transaction follows(PollResult result, DossierSummary summary, Instant now) {
        return switch (result) {
            case YES -> preselected(summary, Caller.SYSTEM, DONE, now);
            case NO ->
                task(
                        summary,
                        "Die Gründungskommunen haben sich gegen eine Einladung ausgesprochen. Bereiten Sie die Entscheidung vor.");
            case TIE -> task(summary, "Die Vorauswahl endete unentschieden. Entscheiden Sie, wie es weitergeht.");
            case NO_QUORUM ->
                task(
                        summary,
                        "An der Vorauswahl haben sich zu wenige Gründungskommunen beteiligt. Entscheiden Sie, wie es weitergeht.");
        };
    }

    private Transaction task(DossierSummary summary, String text) {
        return transitions.noteAndTask(summary.id(), Caller.SYSTEM, DONE, TaskKind.PRESELECTION, summary.id(), text);
    }
}
