package land.starkeorte.backoffice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import land.starkeorte.applications.DossierView;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierContents;
import land.starkeorte.dossiers.HistoryEntry;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.MessagePage;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.messages.Note;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * A dossier for the office: everything, the history with its hashes.
 *
 * @param owner who is responsible; absent where nobody is
 * @param earlierNotes before which place those stand that are older; absent where there are none
 */
record StaffDossierView(
        @JsonUnwrapped DossierView dossier,
        boolean unread,
        boolean unanswered,
        Instant changedAt,
        @Nullable String owner,
        List<Person> officials,
        List<HistoryEntry> steps,
        @JsonUnwrapped MessagePage messages,
        List<Note> notes,
        @Nullable String earlierNotes,
        List<TaskView> tasks,
        List<MailLine> mails) {
    private static final int MOST_TASKS = 100;

    record Person(String key, String mail) {}

    /**
     * A mail about the dossier.
     *
     * @param failure why it will not be sent; absent as long as it may be
     */
    record MailLine(
            String id,
            String to,
            String occasion,
            OutboxEntry.State state,
            Instant at,
            @Nullable String failure) {
        static MailLine of(OutboxEntry entry) {
            return new MailLine(
                    entry.mail().id(),
                    entry.mail().to(),
                    entry.mail().template(),
                    entry.state(),
                    entry.queuedAt(),
                    entry.failure());
        }
    }

    static StaffDossierView of(
            Dossier dossier,
            DossierContents contents,
            NewestPage<Message> messages,
            NewestPage<Note> notes,
            List<OutboxEntry> mails) {
        return new StaffDossierView(
                DossierView.of(dossier, contents),
                dossier.conversation().isUnread(Author.STAFF),
                dossier.conversation().unansweredSince() != null,
                dossier.changedAt(),
                dossier.owner(),
                dossier.officials().entrySet().stream()
                        .map(entry ->
                                new Person(entry.getKey(), entry.getValue().mail()))
                        .toList(),
                contents.steps(),
                MessagePage.of(messages),
                notes.newest(),
                notes.earlier(),
                tasks(contents.tasks()),
                mails.stream().map(MailLine::of).toList());
    }

    /** What is still to do, the most urgent first; then what was done last. */
    private static List<TaskView> tasks(List<Task> tasks) {
        return tasks.stream()
                .sorted(Comparator.comparing(Task::doneAt, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
                        .thenComparing(Task::due))
                .limit(MOST_TASKS)
                .map(TaskView::of)
                .toList();
    }
}
