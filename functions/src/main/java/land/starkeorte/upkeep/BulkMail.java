package land.starkeorte.upkeep;

import java.time.Instant;
import java.util.List;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Invitation;
import land.starkeorte.mail.Mail;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationMails;

/**
 * Something that everybody is told who comes to an event. It is written down with its cause and goes on from where it
 * stopped, so nobody is told twice and nobody is left out.
 *
 * @param id what it is about; the same cause makes it once
 * @param after the last registration whose people were told
 * @param sent how many mails were written
 */
record BulkMail(String id, String event, Kind kind, Instant at, String after, int sent, boolean done, int version) {
    enum Kind {
        /** When or where it takes place, or how one gets in, has changed. */
        CHANGED("eventchanged"),
        CANCELLED("eventoff"),
        WEEK("eventreminder"),
        DAY("eventreminder");

        private final String template;

        Kind(String template) {
            this.template = template;
        }
    }

    static BulkMail of(Kind kind, Event event, Instant now) {
        String id = switch (kind) {
            case CHANGED -> kind + "-" + event.sequence();
            case CANCELLED -> kind.name();
            // An event that was moved is reminded of again.
            case WEEK, DAY -> kind + "-" + event.details().start();
        };
        return new BulkMail(id, event.id(), kind, now, "", 0, false, 0);
    }

    /** What everybody of a delegation is told; the same mailing makes the same mails. */
    List<Mail> mails(RegistrationMails mails, Event about, Registration registration) {
        var method = kind == Kind.CANCELLED ? Invitation.Method.CANCEL : Invitation.Method.REQUEST;
        return mails.toEverybody(kind.template, about, registration, method, event + "\n" + id);
    }

    BulkMail told(String last, int mails) {
        return new BulkMail(id, event, kind, at, last, sent + mails, false, version);
    }

    BulkMail ended() {
        return new BulkMail(id, event, kind, at, after, sent, true, version);
    }
}
