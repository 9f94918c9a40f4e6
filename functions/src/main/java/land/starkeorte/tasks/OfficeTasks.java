package land.starkeorte.tasks;

import java.time.Instant;
import land.starkeorte.http.Caller;

/** Tasks for the office that are about something else than a dossier; they stand in the same list. */
public final class OfficeTasks {
    private final Tasks tasks;

    OfficeTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * What a task is about.
     *
     * @param id in whose place a dossier's stands in other tasks; the kind tells which it is
     * @param label for people
     */
    public record Subject(String id, String label) {}

    /**
     * What there is to do about something.
     *
     * @param cause the same cause makes the same task
     * @param days until it is due
     */
    public record NewTask(TaskKind kind, String cause, String text, int days) {}

    /** Opens it unless it was ever opened before; again, where it was only we who had closed it. */
    public void open(NewTask duty, Subject about, Instant now) {
        Task task = Task.byItself(duty.kind(), duty.cause(), about.id(), about.label(), duty.text(), duty.days(), now);
        if (!tasks.open(task)) {
            tasks.find(about.id(), task.id())
                    .filter(before -> Caller.SYSTEM.equals(before.doneBy()))
                    .ifPresent(before -> tasks.change(task.insteadOf(before)));
        }
    }

    /** What was to do is done, whoever did it; nothing where no such task is open. */
    public void close(NewTask duty, Subject about, Instant now) {
        tasks.find(about.id(), Task.id(duty.kind(), duty.cause()))
                .filter(task -> task.doneAt() == null)
                .ifPresent(task -> tasks.change(task.taken(task.owner(), task.due(), true, Caller.SYSTEM, now)));
    }
}
