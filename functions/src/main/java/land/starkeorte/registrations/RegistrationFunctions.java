package land.starkeorte.registrations;

import java.time.Clock;
import land.starkeorte.access.Sessions;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.events.Events;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.Outbox;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;

/** Puts together what this feature offers to the others. */
public final class RegistrationFunctions {
    private RegistrationFunctions() {}

    /**
     * What belongs together over one set of tables.
     *
     * @param charges what whoever collects money does when somebody books
     */
    public static RegistrationParts parts(EventSettings settings, BookingCharges charges, Store store, Clock clock) {
        return parts(settings, null, charges, store, clock);
    }

    /** The same, with seats taken from somewhere else. */
    static RegistrationParts parts(
            EventSettings settings, @Nullable SeatSource places, BookingCharges charges, Store store, Clock clock) {
        var table = store.table(settings.registrationsTable());
        Events events = EventFunctions.events(store.table(settings.eventsTable()));
        var seats = new Seats(table);
        var registrations = new Registrations(table);
        var outbox = new Outbox(store.table(settings.outboxTable()));
        var mails = new RegistrationMails(settings.siteUrl());
        SeatSource source = places == null ? seats : places;
        var writer = new RegistrationWriter(seats, registrations, outbox, charges);
        var register = new Register(source, seats, registrations, writer, mails);
        var end = new EndRegistration(registrations, writer, mails, charges);
        return new RegistrationParts(
                events,
                seats,
                registrations,
                outbox,
                mails,
                register,
                new AcceptRegistration(source, writer, mails),
                new ChangeRegistration(source, registrations, writer, mails, register),
                end,
                new ServeWaitlist(seats, registrations, writer, mails),
                new RegistrationExpiry(events, registrations, end),
                new MakeSeats(events, seats, registrations, clock));
    }

    /** Links to registrations, for mails that ask for them. */
    public static LinkIssuer links(Table table, Sessions sessions, String siteUrl, Clock clock) {
        return new RegistrationLinks(registrations(table), sessions, siteUrl, clock);
    }

    /** Who has registered for what. */
    public static Registrations registrations(Table table) {
        return new Registrations(table);
    }
}
