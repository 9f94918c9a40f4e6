package land.starkeorte.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Caller;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;

/** What becomes of a decision, of the dossier and of the office's task, and who is told: all of it together. */
final class DecisionWorkflow {
    /** As many as one transaction has room for. */
    private static final int MOST_TOLD = 50;

    private final Decisions decisions;
    private final DossierTransitions transitions;
    private final Outbox outbox;
    private final String staffAddress;

    DecisionWorkflow(Decisions decisions, DossierTransitions transitions, Outbox outbox, String staffAddress) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.outbox = outbox;
        this.staffAddress = staffAddress;
    }

    Transaction proposed(DossierSummary summary, Decision proposal, Caller proposer, Instant now) {
        return decisions
                .put(proposal)
                .and(transitions.note(summary.id(), proposer.id(), "Entscheidung vorgeschlagen"))
                .and(transitions.task(
                        summary,
                        TaskKind.DECISION,
                        cause(summary.id(), proposal.version()),
                        "Eine Entscheidung wartet auf die Bestätigung durch eine zweite Person.",
                        2))
                .and(outbox.put(told(summary, proposer), now));
    }

    Transaction takenBack(Decision open, String who, Instant now) {
        return decisions
                .put(open.takenBack(now))
                .and(taskDone(open, who))
                .and(transitions.note(open.dossier(), who, "Vorschlag zur Entscheidung zurückgenommen"));
    }

    Transaction confirmed(DossierSummary summary, Decision open, String who, Instant now) {
        boolean admitted = open.choice() == Decision.Choice.ADMIT;
        return decisions
                .put(open.confirmed(who, now))
                .and(taskDone(open, who))
                .and(transitions.move(
                        summary.id(),
                        summary.state(),
                        admitted ? DossierState.ADMITTED : DossierState.DECLINED,
                        who,
                        admitted ? "Aufnahme beschlossen" : "Antrag abgelehnt",
                        null));
    }

    /** Everybody who can confirm; the office's own address where nobody else is known. */
    private List<Mail> told(DossierSummary summary, Caller proposer) {
        List<String> others = transitions.colleagues(proposer.id());
        var model = Map.of(
                "municipality", summary.municipality().label(),
                "reference", summary.reference(),
                "dossier", summary.id(),
                "proposer", proposer.mail());
        return (others.isEmpty() ? List.of(staffAddress) : others)
                .stream()
                        .limit(MOST_TOLD)
                        .map(to -> new Mail(Secrets.id(), to, "decisionproposed", model, null, summary.id()))
                        .toList();
    }

    /** The proposal was saved once since its task was named after it. */
    private Transaction taskDone(Decision open, String who) {
        String cause = cause(open.dossier(), open.version() - 1);
        return transitions.taskDone(open.dossier(), TaskKind.DECISION, cause, who);
    }

    private static String cause(String dossier, int version) {
        return dossier + "\n" + version;
    }
}
