package land.starkeorte.preselection;

import java.time.Instant;
import java.time.Period;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.store.Transaction;

/** A vote is opened when an application is sent, and ends when the dossier ends otherwise. Founders learn of it by {@link VoteDigests}. */
final class OpenPollOnSubmission implements TransitionEffects {
    private final Polls polls;
    private final Period length;
    private final int quorum;

    OpenPollOnSubmission(Polls polls, Period length, int quorum) {
        this.polls = polls;
        this.length = length;
        this.quorum = quorum;
    }

    @Override
    public Transaction of(DossierState before, DossierSummary after, Instant now) {
        return switch (after.state()) {
            case SUBMITTED -> before == DossierState.DRAFT ? open(after, now) : Transaction.NONE;
            case WITHDRAWN -> end(after, Poll.Ended.WITHDRAWN, now);
            case DECLINED -> end(after, Poll.Ended.DECLINED, now);
            case ADMITTED -> end(after, Poll.Ended.ADMITTED, now);
            default -> Transaction.NONE;
        };
    }

    private Transaction end(DossierSummary summary, Poll.Ended how, Instant now) {
        return polls.find(summary.id())
                .map(poll -> polls.put(poll.ended(how, now)))
                .orElse(Transaction.NONE);
    }

    private Transaction open(DossierSummary summary, Instant now) {
        return polls.put(Poll.open(
                summary.id(),
                summary.municipality().label(),
                summary.reference(),
                polls.founders().stream().map(Founder::ags).toList(),
                quorum,
                length,
                now));
    }
}
