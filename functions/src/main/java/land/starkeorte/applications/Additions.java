package land.starkeorte.applications;

import java.util.List;
import land.starkeorte.http.Once;
import land.starkeorte.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * What is written together with a change of a dossier, all of it or nothing.
 *
 * @param answer what a repeated request is to be answered
 * @param rows {@link Message}, {@link Note}, {@link Task}, {@link Correction}, {@link Mended} or {@link Copy}
 */
record Additions(Once.@Nullable Answer answer, List<Mail> mails, List<Record> rows) {
    static final Additions NONE = new Additions(null, List.of(), List.of());

    static Additions mails(List<Mail> mails) {
        return new Additions(null, mails, List.of());
    }

    Additions rows(Record... more) {
        return new Additions(answer, mails, List.of(more));
    }

    Additions answering(Once.Answer given) {
        return new Additions(given, mails, rows);
    }
}
