package land.starkeorte.preselection;

import java.time.Instant;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.Round;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;

/** Time passes: founders who are silent are reminded, votes whose time is over are counted. */
final class Voting implements Round {
    private static final int MOST = 500;

    private final DynamoPolls polls;
    private final DynamoPreselection preselection;
    private final DynamoChronicle chronicle;
    private final DynamoOutbox outbox;
    private final DynamoTable table;

    Voting(
            DynamoPolls polls,
            DynamoPreselection preselection,
            DynamoChronicle chronicle,
            DynamoOutbox outbox,
            DynamoTable table) {
        this.polls = polls;
        this.preselection = preselection;
        this.chronicle = chronicle;
        this.outbox = outbox;
        this.table = table;
    }

    @Override
    public void go(Instant now, Each each) {
        for (Poll open : polls.open(MOST)) {
            // A write that lost against a voice given at this moment is made in the next round.
            each.attempt(open.dossier(), () -> table.write(next(open, now)));
        }
    }

    private Transaction next(Poll poll, Instant now) {
        var candidate = chronicle.find(poll.dossier());
        if (!now.isBefore(poll.deadline())) {
            return candidate.map(found -> ended(poll, found, now)).orElseGet(() -> polls.put(poll.closed(null, now)));
        }
        int due = poll.remindersDue(now);
        if (due <= poll.reminders()) {
            return new Transaction();
        }
        var writes = polls.put(poll.reminded(due));
        return writes.and(outbox.put(Occasions.reminder(poll, polls.founders()), now));
    }

    private Transaction ended(Poll poll, Candidate candidate, Instant now) {
        return switch (candidate.state()) {
            case SUBMITTED -> preselection.settled(poll.reminded(2), candidate, now);
            case NEEDS_CORRECTION -> polls.put(poll.extended(now));
            default -> polls.put(poll.closed(null, now));
        };
    }
}
