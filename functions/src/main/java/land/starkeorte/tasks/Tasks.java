package land.starkeorte.tasks;

import static land.starkeorte.store.Items.sortable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Write;
import org.jspecify.annotations.Nullable;

/** What the office has to do, and who belongs to it; in the applications table. */
public final class Tasks {
    private final Table table;

    /** Over the applications table. */
    public Tasks(Table table) {
        this.table = table;
    }

    /** A task about a dossier, or about what stands in its place. */
    public Optional<Task> find(String dossier, String id) {
        return table.find(dossier, "task#" + id, Task.class);
    }

    /** Opens it unless it was ever opened before. */
    public boolean open(Task task) {
        return table.write(save(task));
    }

    /** Writes over exactly the version that it was made of. */
    public boolean change(Task task) {
        return table.write(save(task));
    }

    /** Belongs into the transaction of what happened; open tasks stand in the index of what waits. */
    public Write save(Task task) {
        var put = table.save(task.dossier(), "task#" + task.id(), task);
        return task.doneAt() == null ? put.in(Index.waiting("task", place(task))) : put;
    }

    private static String place(Task task) {
        return task.due() + "#" + task.id();
    }

    /**
     * What is shown at once.
     *
     * @param next where the next page begins; absent on the last
     */
    public record Page(List<Task> tasks, @Nullable String next) {}

    /** Tasks still open, by due date; {@code after} is where the page before ended. */
    public Page open(@Nullable String after, int most) {
        var found =
                table.first(Index.WAITING, "task", after == null ? "0" : after + '\u0000', "9", most + 1, Task.class);
        var tasks = found.stream().limit(most).toList();
        return new Page(tasks, found.size() > most ? place(tasks.getLast()) : null);
    }

    /** Who waits, and since when. */
    public record WaitingDossier(String dossier, String municipality, Instant since) {}

    /** A dossier as it stands in the index. */
    private record Waiting(String pk, Line line, Instant waitingAt) {
        record Line(String municipality) {}
    }

    /** Dossiers in which somebody has been waiting since before then: a question for the office, a correction for the municipality. */
    public List<WaitingDossier> waitingSince(TaskKind what, Instant before, int most) {
        return table.first(Index.WAITING, what.word(), "0", sortable(before), most, Waiting.class).stream()
                .map(one -> new WaitingDossier(one.pk(), one.line().municipality(), one.waitingAt()))
                .toList();
    }

    /** Somebody of the office has come. */
    public void signedIn(StaffMember colleague) {
        var _ = table.write(table.put("staff", colleague.id(), colleague));
    }

    /** Everybody of the office who ever came. */
    public List<StaffMember> colleagues() {
        return table.all("staff", StaffMember.class);
    }
}
