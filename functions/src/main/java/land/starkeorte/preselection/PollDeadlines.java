package land.starkeorte.preselection;

import java.time.Instant;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/** Time passes: votes whose time is over are counted. */
final class PollDeadlines implements ScheduledJob {
    private static final int MOST = 500;

    private final Polls polls;
    private final PollWorkflow preselection;
    private final DossierTransitions transitions;
    private final Table table;

    PollDeadlines(Polls polls, PollWorkflow preselection, DossierTransitions transitions, Table table) {
        this.polls = polls;
        this.preselection = preselection;
        this.transitions = transitions;
        this.table = table;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        for (Poll open : polls.open(MOST)) {
            // A write that lost against a voice given at this moment is made in the next round.
            each.attempt(open.dossier(), () -> table.write(next(open, now)));
        }
    }

    private Transaction next(Poll poll, Instant now) {
        if (now.isBefore(poll.deadline())) {
            return Transaction.NONE;
        }
        return transitions
                .find(poll.dossier())
                .map(found -> ended(poll, found, now))
                .orElseGet(() -> polls.put(poll.closed(null, now)));
    }

    private Transaction ended(Poll poll, DossierSummary summary, Instant now) {
        return switch (summary.state()) {
            case SUBMITTED -> preselection.settled(poll, summary, now);
            case NEEDS_CORRECTION -> polls.put(poll.extended(now));
            default -> polls.put(poll.closed(null, now));
        };
    }
}
