package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Mail;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.store.Transaction;

/** They do not come: their seats go to whoever waits, or to everybody. */
public final class EndRegistration {
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final RegistrationMails mails;
    private final BookingCharges charges;

    EndRegistration(
            Registrations registrations, RegistrationWriter writer, RegistrationMails mails, BookingCharges charges) {
        this.registrations = registrations;
        this.writer = writer;
        this.mails = mails;
        this.charges = charges;
    }

    /** Because somebody says so; what is owed all the same follows from the rule that the event names. */
    public Outcome cancel(Event event, Registration before, String reason, By by, Instant now) {
        return before.isActive()
                ? Outcome.unless(
                        RegistrationRules.cancellation(event, by, now), () -> cancelled(event, before, reason, now))
                : Granted.nothing(before);
    }

    private Granted cancelled(Event event, Registration before, String reason, Instant now) {
        Registration after = before.ended(RegistrationState.CANCELLED, reason);
        long owed = BookingPrice.owed(event, before.delegation(), now);
        Transaction writes = writer.end(event, before, after, mails.cancelled(event, before, after, owed), now);
        return new Granted(
                after,
                before.comes() && !PaidBooking.of(event, before).isFree()
                        ? writes.and(charges.ended(before.id(), owed, "Die Buchung ist abgesagt."))
                        : writes);
    }

    /** Nobody pays for what does not take place; nothing where that was written before. */
    public Transaction forgive(Event event, String registration) {
        return registrations
                .find(event.id(), registration)
                .filter(Registration::comes)
                .map(found -> charges.ended(found.id(), 0, "Die Veranstaltung fällt aus."))
                .orElse(Transaction.NONE);
    }

    /**
     * Nobody acted in time. Whoever has not confirmed yet gets no mail: perhaps they never asked for anything; nor does anybody
     * where the event does not take place.
     */
    Transaction expire(Event event, Registration before, Instant now) {
        if (before.isUnconfirmed() && now.isBefore(Deadlines.toConfirm(event, before))) {
            Registration after = before.unheld(Deadlines.toConfirm(event, before));
            return writer.put(after, List.of(), now).and(writer.release(event, before));
        }
        Registration after = before.ended(RegistrationState.LAPSED, "");
        boolean silent = before.isUnconfirmed() || event.state() == Event.State.CANCELLED;
        List<Mail> told = silent ? List.of() : List.of(mails.lapsed(event, after));
        return writer.end(event, before, after, told, now);
    }
}
