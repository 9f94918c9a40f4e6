package land.starkeorte.preselection;

import java.time.Duration;
import java.time.Instant;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.applications.State;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;

/** A vote is opened when an application is sent, and ends when the dossier ends otherwise. */
final class DynamoOpening implements DynamoConsequences {
    private final DynamoPolls polls;
    private final DynamoOutbox outbox;
    private final Duration length;
    private final int quorum;

    DynamoOpening(DynamoPolls polls, DynamoOutbox outbox, Duration length, int quorum) {
        this.polls = polls;
        this.outbox = outbox;
        this.length = length;
        this.quorum = quorum;
    }

    @Override
    public Transaction of(State before, Candidate after, Instant now) {
        return switch (after.state()) {
            case SUBMITTED -> before == State.DRAFT ? open(after, now) : new Transaction();
            case WITHDRAWN -> end(after, Poll.Ended.WITHDRAWN, now);
            case DECLINED -> end(after, Poll.Ended.DECLINED, now);
            case ADMITTED -> end(after, Poll.Ended.ADMITTED, now);
            default -> new Transaction();
        };
    }

    private Transaction end(Candidate candidate, Poll.Ended how, Instant now) {
        return polls.find(candidate.id())
                .map(poll -> polls.put(poll.ended(how, now)))
                .orElseGet(Transaction::new);
    }

    private Transaction open(Candidate candidate, Instant now) {
        var founders = polls.founders();
        Poll poll = Poll.open(
                candidate.id(),
                candidate.municipality().label(),
                candidate.reference(),
                founders.stream().map(Founder::ags).toList(),
                quorum,
                length,
                now);
        var writes = polls.put(poll);
        return writes.and(outbox.put(Occasions.opened(poll, founders), now));
    }
}
