package land.starkeorte.backoffice;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Batch;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.Tasks;

/** Daily: whoever has waited for an answer too long becomes a task of the office; a second run opens nothing twice. */
final class OverdueTasks implements TriggeredFunction {
    /** What one run takes on; the next takes the rest. */
    private static final int BATCH = 500;

    private final Tasks tasks;
    private final Duration patience;
    private final Clock clock;

    OverdueTasks(Tasks tasks, Duration patience, Clock clock) {
        this.tasks = tasks;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        Instant now = clock.instant();
        var batch = new Batch("task not opened");
        open(
                TaskKind.QUESTION,
                "Seit Tagen wartet eine Nachricht der Kommune auf Antwort.",
                now.minus(patience),
                now,
                batch);
        Instant asked =
                now.atZone(GermanFormat.ZONE).minus(DossierStatus.CORRECTION).toInstant();
        open(TaskKind.CORRECTION, "Die erbetene Berichtigung ist überfällig. Fragen Sie nach.", asked, now, batch);
        batch.end("Tasks not opened");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var _ = tasks.waitingSince(TaskKind.QUESTION, Instant.EPOCH, 1);
    }

    private void open(TaskKind what, String text, Instant before, Instant now, Batch batch) {
        batch.attempt(what.word(), () -> {
            for (Tasks.WaitingDossier waiting : tasks.waitingSince(what, before, BATCH)) {
                String cause = waiting.dossier() + "\n" + waiting.since();
                batch.attempt(
                        waiting.dossier(),
                        () -> tasks.open(
                                Task.byItself(what, cause, waiting.dossier(), waiting.municipality(), text, 1, now)));
            }
        });
    }
}
