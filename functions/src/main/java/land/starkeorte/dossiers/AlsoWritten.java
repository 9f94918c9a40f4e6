package land.starkeorte.dossiers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.mail.Mail;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.Note;
import land.starkeorte.tasks.Task;

/**
 * What is written together with a change of a dossier, all of it or nothing.
 *
 * @param rows {@link Message}, {@link Note}, {@link Task}, {@link Correction}, {@link AppliedCorrection} or {@link ApplicationCopy}
 */
public record AlsoWritten(List<Mail> mails, List<Record> rows) {
    /** Nothing else. */
    public static final AlsoWritten NONE = new AlsoWritten(List.of(), List.of());

    /** These mails. */
    public static AlsoWritten mails(List<Mail> mails) {
        return new AlsoWritten(mails, List.of());
    }

    /** The same, and these rows. */
    public AlsoWritten rows(Record... more) {
        return new AlsoWritten(
                mails, Stream.concat(rows.stream(), Arrays.stream(more)).toList());
    }
}
