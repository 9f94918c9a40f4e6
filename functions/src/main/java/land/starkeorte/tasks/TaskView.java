package land.starkeorte.tasks;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A task as the office's pages read it; see {@link Task}. */
public record TaskView(
        String id,
        String dossier,
        String municipality,
        TaskKind kind,
        String text,
        @Nullable String owner,
        LocalDate due,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {
    /** What is told of it. */
    public static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.dossier(),
                task.municipality(),
                task.kind(),
                task.text(),
                task.owner(),
                task.due(),
                task.openedAt(),
                task.doneAt(),
                task.doneBy());
    }
}
