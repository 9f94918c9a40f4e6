package land.starkeorte.interviews;

import java.time.Duration;
import java.time.Instant;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Table;
import land.starkeorte.tasks.TaskKind;

/** A day before, everybody is reminded; a day after, the office is asked how it went. */
final class InterviewReminders implements ScheduledJob {
    private static final Duration DAY = Duration.ofDays(1);

    /** An office that has not looked for so long knows already. */
    private static final Duration LOOKING_BACK = Duration.ofDays(14);

    private final Interviews interviews;
    private final InterviewWorkflow booking;
    private final DossierTransitions transitions;
    private final Table table;

    InterviewReminders(Interviews interviews, InterviewWorkflow booking, DossierTransitions transitions, Table table) {
        this.interviews = interviews;
        this.booking = booking;
        this.transitions = transitions;
        this.table = table;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        each.attempt(
                "coming interviews",
                () -> interviews
                        .slots(now, now.plus(DAY))
                        .forEach(slot -> each.attempt(slot.id(), () -> remind(slot, now))));
        each.attempt(
                "past interviews",
                () -> interviews
                        .slots(now.minus(LOOKING_BACK), now.minus(DAY))
                        .forEach(slot -> each.attempt(slot.id(), () -> ask(slot))));
    }

    private void remind(Slot slot, Instant now) {
        if (slot.dossier() == null || !slot.start().isAfter(now)) {
            return;
        }
        interviews
                .of(slot.dossier())
                .filter(interview -> interview.isBooked() && !interview.reminded())
                .ifPresent(interview -> transitions
                        .find(interview.dossier())
                        .ifPresent(summary -> table.write(booking.reminded(summary, interview, now))));
    }

    private void ask(Slot slot) {
        if (slot.dossier() == null) {
            return;
        }
        // Not written where the task was opened before.
        interviews
                .of(slot.dossier())
                .filter(interview -> interview.isBooked() && interview.slot().equals(slot.id()))
                .flatMap(interview -> transitions.find(interview.dossier()))
                .ifPresent(summary -> table.write(transitions.task(
                        summary,
                        TaskKind.INTERVIEW,
                        slot.id(),
                        "Tragen Sie ein, ob das Kennenlerngespräch stattgefunden hat und wie es war.",
                        1)));
    }
}
