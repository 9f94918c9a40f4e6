package land.starkeorte.applications;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something for the office to do about a dossier.
 *
 * @param kind why it was opened: {@code bounce}, {@code document}, {@code question}, {@code correction} by themselves,
 *     {@code manual} by a person
 * @param text what to do, German, no personal data where it opened by itself
 * @param owner id of the person who does it
 * @param due in the office's time zone
 */
public record Task(
        String id,
        String dossier,
        String municipality,
        String kind,
        String text,
        @Nullable String owner,
        LocalDate due,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {
    Task taken(@Nullable String newOwner, LocalDate newDue, boolean done, String who, Instant now) {
        Instant end = done ? (doneAt == null ? now : doneAt) : null;
        return new Task(
                id,
                dossier,
                municipality,
                kind,
                text,
                newOwner,
                newDue,
                openedAt,
                end,
                done ? (doneBy == null ? who : doneBy) : null);
    }
}
