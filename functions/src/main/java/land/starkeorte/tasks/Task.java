package land.starkeorte.tasks;

import java.time.Instant;
import java.time.LocalDate;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Something for the office to do about a dossier.
 *
 * @param text what to do, German, no personal data where it opened by itself
 * @param owner id of the person who does it
 * @param due in the office's time zone
 */
public record Task(
        String id,
        String dossier,
        String municipality,
        TaskKind kind,
        String text,
        @Nullable String owner,
        LocalDate due,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        int version) {
    public static Task open(
            String id,
            String dossier,
            String municipality,
            TaskKind kind,
            String text,
            @Nullable String owner,
            LocalDate due,
            Instant now) {
        return new Task(id, dossier, municipality, kind, text, owner, due, now, null, null, 0);
    }

    /**
     * A task that nobody opened by hand.
     *
     * @param cause the same cause makes the same task, which opens once
     * @param days until it is due
     */
    public static Task byItself(
            TaskKind kind, String cause, String dossier, String municipality, String text, int days, Instant now) {
        LocalDate due = GermanFormat.dayOf(now).plusDays(days);
        return open(id(kind, cause), dossier, municipality, kind, text, null, due, now);
    }

    public static String id(TaskKind kind, String cause) {
        return Secrets.derivedId(kind.word() + "\n" + cause);
    }

    /** Whether all that can be changed of it stands as somebody saw it. */
    public boolean isAs(String seenOwner, String seenDue, boolean seenDone) {
        return seenOwner.equals(owner == null ? "" : owner)
                && seenDue.equals(due.toString())
                && seenDone == (doneAt != null);
    }

    public Task taken(@Nullable String newOwner, LocalDate newDue, boolean done, String who, Instant now) {
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
                done ? (doneBy == null ? who : doneBy) : null,
                version);
    }

    /** This one, instead of what became of it before. */
    Task insteadOf(Task before) {
        return new Task(id, dossier, municipality, kind, text, owner, due, openedAt, doneAt, doneBy, before.version);
    }
}
