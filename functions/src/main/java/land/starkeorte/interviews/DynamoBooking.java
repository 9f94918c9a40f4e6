package land.starkeorte.interviews;

import java.time.Instant;
import java.util.List;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.applications.State;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;
import org.jspecify.annotations.Nullable;

/** What becomes of an interview and its slot, of the dossier, and who is told: all of it together. */
final class DynamoBooking {
    private final DynamoInterviews interviews;
    private final DynamoChronicle chronicle;
    private final DynamoOutbox outbox;

    DynamoBooking(DynamoInterviews interviews, DynamoChronicle chronicle, DynamoOutbox outbox) {
        this.interviews = interviews;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** A municipality that has none books it. */
    Transaction booked(Candidate candidate, Interview interview, Slot slot, String who, Instant now) {
        return interviews
                .put(slot.takenBy(candidate.id()))
                .and(interviews.put(interview))
                .and(chronicle.move(
                        candidate.id(),
                        State.PRESELECTED,
                        State.INTERVIEW_BOOKED,
                        who,
                        "Kennenlerngespräch vereinbart",
                        German.dayOf(interview.start())))
                .and(outbox.put(Occasions.booked(candidate, interview), now));
    }

    /** From one slot to another. */
    Transaction moved(Candidate candidate, Interview before, Interview after, Slot slot, String who, Instant now) {
        var writes = interviews
                .put(slot.takenBy(candidate.id()))
                .and(interviews.free(before.slot()))
                .and(interviews.put(after))
                .and(chronicle.note(candidate.id(), who, "Kennenlerngespräch verschoben", German.dayOf(after.start())))
                .and(outbox.put(Occasions.moved(candidate, after), now));
        // Another host: the first one's calendar must forget it.
        return before.hostMail().equals(after.hostMail())
                ? writes
                : writes.and(outbox.put(List.of(Occasions.gone(candidate, before, after.sequence())), now));
    }

    /** The municipality cannot come; it may book again. */
    Transaction cancelled(Candidate candidate, Interview interview, String who, Instant now) {
        return release(candidate, interview, null, now).and(back(candidate, who, "Kennenlerngespräch abgesagt"));
    }

    /** The network cannot, and says why; the municipality may book again. */
    Transaction calledOff(Candidate candidate, Interview interview, String who, String reason, Instant now) {
        return release(candidate, interview, reason, now)
                .and(back(candidate, who, "Kennenlerngespräch vom Netzwerk abgesagt"));
    }

    private Transaction back(Candidate candidate, String who, String why) {
        return chronicle.move(candidate.id(), State.INTERVIEW_BOOKED, State.PRESELECTED, who, why, null);
    }

    /** It took place, or nobody came. */
    Transaction ended(Candidate candidate, Interview interview, String who, Instant now) {
        boolean held = interview.state() == Interview.State.HELD;
        var writes = interviews
                .put(interview)
                .and(chronicle.taskDone(candidate.id(), "interview", interview.slot(), who))
                .and(chronicle.move(
                        candidate.id(),
                        State.INTERVIEW_BOOKED,
                        held ? State.INTERVIEWED : State.PRESELECTED,
                        who,
                        held ? "Kennenlerngespräch geführt" : "Kennenlerngespräch kam nicht zustande",
                        null));
        return held ? writes : writes.and(outbox.put(Occasions.missed(candidate), now));
    }

    Transaction reminded(Candidate candidate, Interview interview, Instant now) {
        return interviews.put(interview.reminding()).and(outbox.put(Occasions.reminder(candidate, interview), now));
    }

    /** When the dossier ends otherwise, its slot is free for others. */
    DynamoConsequences consequences() {
        return (before, after, now) -> before == State.INTERVIEW_BOOKED
                        && (after.state() == State.WITHDRAWN || after.state() == State.DECLINED)
                ? interviews
                        .of(after.id())
                        .filter(Interview::isBooked)
                        .map(interview -> release(after, interview, null, now))
                        .orElseGet(Transaction::new)
                : new Transaction();
    }

    private Transaction release(Candidate candidate, Interview interview, @Nullable String reason, Instant now) {
        Interview gone = interview.cancelled();
        return interviews
                .put(gone)
                .and(interviews.free(interview.slot()))
                .and(outbox.put(
                        reason == null
                                ? Occasions.cancelled(candidate, gone)
                                : Occasions.calledOff(candidate, gone, reason),
                        now));
    }
}
