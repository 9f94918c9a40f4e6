package land.starkeorte.interviews;

import java.time.Instant;
import java.util.List;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;
import org.jspecify.annotations.Nullable;

/** What becomes of an interview and its slot, of the dossier, and who is told: all of it together. */
final class InterviewWorkflow {
    private final Interviews interviews;
    private final DossierTransitions transitions;
    private final Outbox outbox;

    InterviewWorkflow(Interviews interviews, DossierTransitions transitions, Outbox outbox) {
        this.interviews = interviews;
        this.transitions = transitions;
        this.outbox = outbox;
    }

    /** A municipality that has none books it. */
    Transaction booked(DossierSummary summary, Interview interview, Slot slot, String who, Instant now) {
        return interviews
                .put(slot.takenBy(summary.id()))
                .and(interviews.put(interview))
                .and(transitions.move(
                        summary.id(),
                        DossierState.PRESELECTED,
                        DossierState.INTERVIEW_BOOKED,
                        who,
                        "Kennenlerngespräch vereinbart",
                        GermanFormat.dayOf(interview.start())))
                .and(outbox.put(InterviewMails.booked(summary, interview), now));
    }

    /** From one slot to another. */
    Transaction moved(DossierSummary summary, Interview before, Interview after, Slot slot, String who, Instant now) {
        var writes = interviews
                .put(slot.takenBy(summary.id()))
                .and(interviews.free(before.slot()))
                .and(interviews.put(after))
                .and(transitions.note(
                        summary.id(), who, "Kennenlerngespräch verschoben", GermanFormat.dayOf(after.start())))
                .and(outbox.put(InterviewMails.moved(summary, after), now));
        // Another host: the first one's calendar must forget it.
        return before.hostMail().equals(after.hostMail())
                ? writes
                : writes.and(outbox.put(List.of(InterviewMails.gone(summary, before, after.sequence())), now));
    }

    /** The municipality cannot come; it may book again. */
    Transaction cancelled(DossierSummary summary, Interview interview, String who, Instant now) {
        return release(summary, interview, null, now).and(back(summary, who, "Kennenlerngespräch abgesagt"));
    }

    /** The network cannot, and says why; the municipality may book again. */
    Transaction calledOff(DossierSummary summary, Interview interview, String who, String reason, Instant now) {
        return release(summary, interview, reason, now)
                .and(back(summary, who, "Kennenlerngespräch vom Netzwerk abgesagt"));
    }

    private Transaction back(DossierSummary summary, String who, String why) {
        return transitions.move(summary.id(), DossierState.INTERVIEW_BOOKED, DossierState.PRESELECTED, who, why, null);
    }

    /** It took place, or nobody came. */
    Transaction ended(DossierSummary summary, Interview interview, String who, Instant now) {
        boolean held = interview.state() == Interview.State.HELD;
        var writes = interviews
                .put(interview)
                .and(transitions.taskDone(summary.id(), TaskKind.INTERVIEW, interview.slot(), who))
                .and(transitions.move(
                        summary.id(),
                        DossierState.INTERVIEW_BOOKED,
                        held ? DossierState.INTERVIEWED : DossierState.PRESELECTED,
                        who,
                        held ? "Kennenlerngespräch geführt" : "Kennenlerngespräch kam nicht zustande",
                        null));
        return held ? writes : writes.and(outbox.put(InterviewMails.missed(summary), now));
    }

    Transaction reminded(DossierSummary summary, Interview interview, Instant now) {
        return interviews.put(interview.reminding()).and(outbox.put(InterviewMails.reminder(summary, interview), now));
    }

    /** When the dossier ends otherwise, its slot is free for others. */
    TransitionEffects consequences() {
        return (before, after, now) -> before == DossierState.INTERVIEW_BOOKED
                        && (after.state() == DossierState.WITHDRAWN || after.state() == DossierState.DECLINED)
                ? interviews
                        .of(after.id())
                        .filter(Interview::isBooked)
                        .map(interview -> release(after, interview, null, now))
                        .orElse(Transaction.NONE)
                : Transaction.NONE;
    }

    private Transaction release(DossierSummary summary, Interview interview, @Nullable String reason, Instant now) {
        Interview gone = interview.cancelled();
        return interviews
                .put(gone)
                .and(interviews.free(interview.slot()))
                .and(outbox.put(
                        reason == null
                                ? InterviewMails.cancelled(summary, gone)
                                : InterviewMails.calledOff(summary, gone, reason),
                        now));
    }
}
