package land.starkeorte.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationMails;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.store.Transaction;

/** Tells everybody who comes: what has changed, that it is cancelled, that it is soon. */
final class ParticipantNotifications {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    /** DynamoDB allows 100 items in a transaction; one of them is the mailing itself, and a delegation brings up to ten. */
    private static final int CHUNK = 90;

    private final Registrations registrations;
    private final Mailings mailings;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final Clock clock;

    ParticipantNotifications(
            Registrations registrations, Mailings mailings, Outbox outbox, RegistrationMails mails, Clock clock) {
        this.registrations = registrations;
        this.mailings = mailings;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
    }

    /** Belongs into the transaction of the change; nothing where only words have changed. */
    Transaction changed(Event before, Event after) {
        Event.Details old = before.details();
        Event.Details now = after.details();
        boolean matters = !old.start().equals(now.start())
                || !old.end().equals(now.end())
                || !old.place().equals(now.place())
                || !old.link().equals(now.link())
                || !old.title().equals(now.title());
        return after.state() == Event.State.PUBLISHED && after.hasSeats() && matters
                ? start(BulkMail.Kind.CHANGED, after)
                : Transaction.NONE;
    }

    /** Belongs into the transaction of the cancellation. */
    Transaction cancelled(Event after) {
        return after.hasSeats() ? start(BulkMail.Kind.CANCELLED, after) : Transaction.NONE;
    }

    private Transaction start(BulkMail.Kind kind, Event event) {
        return mailings.put(BulkMail.of(kind, event, clock.instant()));
    }

    /** Reminds a week and a day before; each once for each date, however often this is asked. */
    void remind(Event event, Instant now) {
        Instant start = event.details().start();
        if (event.state() != Event.State.PUBLISHED || !event.hasSeats() || !now.isBefore(start)) {
            return;
        }
        Optional<BulkMail.Kind> due = !now.isBefore(start.minus(DAY))
                ? Optional.of(BulkMail.Kind.DAY)
                : !now.isBefore(start.minus(WEEK)) ? Optional.of(BulkMail.Kind.WEEK) : Optional.empty();
        due.map(kind -> BulkMail.of(kind, event, now))
                .filter(bulkMail -> mailings.find(event.id(), bulkMail.id()).isEmpty())
                .ifPresent(bulkMail -> registrations.write(mailings.put(bulkMail)));
    }

    /** Writes the mails that are left of it, a part at a time together with how far it has come. */
    void go(BulkMail asked, Event event) {
        BulkMail bulkMail = asked;
        while (!bulkMail.done()) {
            List<Registration> next = registrations.after(event.id(), bulkMail.after(), CHUNK);
            var writes = Transaction.NONE;
            String last = bulkMail.after();
            int written = 0;
            for (Registration registration : next) {
                List<Mail> told = told(bulkMail, event, registration);
                if (written + told.size() > CHUNK) {
                    break;
                }
                Instant now = clock.instant();
                for (Mail mail : told) {
                    writes = writes.and(outbox.putOfMany(mail, now));
                }
                written += told.size();
                last = registration.id();
            }
            BulkMail after = next.isEmpty() ? bulkMail.ended() : bulkMail.told(last, written);
            if (!registrations.write(writes.and(mailings.put(after)))) {
                // Somebody else is at it and will end it, or the schedule will.
                return;
            }
            bulkMail = mailings.find(event.id(), after.id()).orElseThrow();
        }
    }

    private List<Mail> told(BulkMail bulkMail, Event event, Registration registration) {
        boolean isMeant = bulkMail.kind() == BulkMail.Kind.CANCELLED
                ? registration.isActive() && !registration.isUnconfirmed()
                : registration.state() == RegistrationState.REGISTERED;
        // A date that has passed since, or was cancelled, is no use to anybody.
        boolean late = bulkMail.kind() != BulkMail.Kind.CANCELLED
                && (event.state() == Event.State.CANCELLED || event.isOver(clock.instant()));
        return isMeant && !late ? bulkMail.mails(mails, event, registration) : List.of();
    }
}
