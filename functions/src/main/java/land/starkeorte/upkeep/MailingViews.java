package land.starkeorte.upkeep;

import java.util.Comparator;
import java.util.List;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationMails;

/** What those who come were told, for the office. */
public final class MailingViews {
    /** Of more mails it is told how many were written, and not what became of each. */
    private static final int MOST_LOOKED_AT = 1000;

    private final Mailings mailings;
    private final Outbox outbox;
    private final RegistrationMails mails;

    MailingViews(Mailings mailings, Outbox outbox, RegistrationMails mails) {
        this.mailings = mailings;
        this.outbox = outbox;
        this.mails = mails;
    }

    /** All of an event, the first one first. */
    public List<MailingView> of(Event event, List<Registration> all) {
        return mailings.of(event.id()).stream()
                .sorted(Comparator.comparing(BulkMail::at))
                .map(bulkMail -> view(bulkMail, event, all))
                .toList();
    }

    /** How many mails were written, and how many of them have left; where there are very many, only the first. */
    private MailingView view(BulkMail bulkMail, Event event, List<Registration> all) {
        List<Mail> written = bulkMail.sent() > MOST_LOOKED_AT
                ? List.of()
                : all.stream()
                        .flatMap(registration -> bulkMail.mails(mails, event, registration).stream())
                        .toList();
        boolean counted = bulkMail.sent() <= MOST_LOOKED_AT && written.size() <= 2 * MOST_LOOKED_AT;
        return MailingView.of(bulkMail, counted ? outbox.standing(written) : null);
    }
}
