package land.starkeorte.dossiers;

import java.util.List;
import land.starkeorte.http.IdempotencyKey.StoredResponse;
import land.starkeorte.mail.Mail;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.Note;
import land.starkeorte.tasks.Task;
import org.jspecify.annotations.Nullable;

/**
 * What is written together with a change of a dossier, all of it or nothing.
 *
 * @param answer what a repeated request is to be answered
 * @param rows {@link Message}, {@link Note}, {@link Task}, {@link Correction}, {@link AppliedCorrection} or {@link ApplicationCopy}
 */
public record AlsoWritten(@Nullable StoredResponse answer, List<Mail> mails, List<Record> rows) {
    public static final AlsoWritten NONE = new AlsoWritten(null, List.of(), List.of());

    public static AlsoWritten mails(List<Mail> mails) {
        return new AlsoWritten(null, mails, List.of());
    }

    public AlsoWritten rows(Record... more) {
        return new AlsoWritten(answer, mails, List.of(more));
    }

    public AlsoWritten answering(StoredResponse given) {
        return new AlsoWritten(given, mails, rows);
    }
}
