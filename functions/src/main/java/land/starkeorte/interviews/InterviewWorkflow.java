package land.starkeorte.interviews;

import java.time.Instant;
import java.util.List;
import land.starkeorte.applications.DossierState;
import land.starkeorte.applications.DossierSummary;
import land.starkeorte.applications.DossierTransitions;
import land.starkeorte.applications.TransitionEffects;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;
import org.jspecify.annotations.Nullable;

/** What becomes of an interview and its slot, of the dossier, and who is told: all of it together. */
final class InterviewWorkflow {
    private final DynamoInterviews interviews;
    private final DossierTransitions chronicle;
    private final DynamoOutbox outbox;

    InterviewWorkflow(DynamoInterviews interviews, DossierTransitions chronicle, DynamoOutbox outbox) {
        this.interviews = interviews;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** A municipality that has none books it. */
    Transaction booked(DossierSummary candidate, Interview interview, Slot slot, String who, Instant now) {
        return interviews
                .put(slot.takenBy(candidate.id()))
                .and(interviews.put(interview))
                .and(chronicle.move(
                        candidate.id(),
                        DossierState.PRESELECTED,
                        DossierState.INTERVIEW_BOOKED,
                        who,
                        "Kennenlerngespräch vereinbart",
                        GermanFormat.dayOf(interview.start())))
                .and(outbox.put(InterviewMails.booked(candidate, interview), now));
    }

    /** From one slot to another. */
    Transaction moved(DossierSummary candidate, Interview before, Interview after, Slot slot, String who, Instant now) {
        var writes = interviews
                .put(slot.takenBy(candidate.id()))
                .and(interviews.free(before.slot()))
                .and(interviews.put(after))
                .and(chronicle.note(
                        candidate.id(), who, "Kennenlerngespräch verschoben", GermanFormat.dayOf(after.start())))
                .and(outbox.put(InterviewMails.moved(candidate, after), now));
        // Another host: the first one's calendar must forget it.
        return before.hostMail().equals(after.hostMail())
                ? writes
                : writes.and(outbox.put(List.of(InterviewMails.gone(candidate, before, after.sequence())), now));
    }

    /** The municipality cannot come; it may book again. */
    Transaction cancelled(DossierSummary candidate, Interview interview, String who, Instant now) {
        return release(candidate, interview, null, now).and(back(candidate, who, "Kennenlerngespräch abgesagt"));
    }

    /** The network cannot, and says why; the municipality may book again. */
    Transaction calledOff(DossierSummary candidate, Interview interview, String who, String reason, Instant now) {
        return release(candidate, interview, reason, now)
                .and(back(candidate, who, "Kennenlerngespräch vom Netzwerk abgesagt"));
    }

    private Transaction back(DossierSummary candidate, String who, String why) {
        return chronicle.move(candidate.id(), DossierState.INTERVIEW_BOOKED, DossierState.PRESELECTED, who, why, null);
    }

    /** It took place, or nobody came. */
    Transaction ended(DossierSummary candidate, Interview interview, String who, Instant now) {
        boolean held = interview.state() == Interview.State.HELD;
        var writes = interviews
                .put(interview)
                .and(chronicle.taskDone(candidate.id(), "interview", interview.slot(), who))
                .and(chronicle.move(
                        candidate.id(),
                        DossierState.INTERVIEW_BOOKED,
                        held ? DossierState.INTERVIEWED : DossierState.PRESELECTED,
                        who,
                        held ? "Kennenlerngespräch geführt" : "Kennenlerngespräch kam nicht zustande",
                        null));
        return held ? writes : writes.and(outbox.put(InterviewMails.missed(candidate), now));
    }

    Transaction reminded(DossierSummary candidate, Interview interview, Instant now) {
        return interviews
                .put(interview.reminding())
                .and(outbox.put(InterviewMails.reminder(candidate, interview), now));
    }

    /** When the dossier ends otherwise, its slot is free for others. */
    TransitionEffects consequences() {
        return (before, after, now) -> before == DossierState.INTERVIEW_BOOKED
                        && (after.state() == DossierState.WITHDRAWN || after.state() == DossierState.DECLINED)
                ? interviews
                        .of(after.id())
                        .filter(Interview::isBooked)
                        .map(interview -> release(after, interview, null, now))
                        .orElseGet(Transaction::new)
                : new Transaction();
    }

    private Transaction release(DossierSummary candidate, Interview interview, @Nullable String reason, Instant now) {
        Interview gone = interview.cancelled();
        return interviews
                .put(gone)
                .and(interviews.free(interview.slot()))
                .and(outbox.put(
                        reason == null
                                ? InterviewMails.cancelled(candidate, gone)
                                : InterviewMails.calledOff(candidate, gone, reason),
                        now));
    }
}
