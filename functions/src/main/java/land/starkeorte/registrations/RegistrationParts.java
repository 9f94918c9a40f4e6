package land.starkeorte.registrations;

import land.starkeorte.events.Events;
import land.starkeorte.events.Occupancy;
import land.starkeorte.mail.Outbox;
import land.starkeorte.seats.Seats;

/** What belongs together over one set of tables. */
public record RegistrationParts(
        Events events,
        Seats seats,
        Registrations registrations,
        Outbox outbox,
        RegistrationMails mails,
        Register register,
        AcceptRegistration accept,
        ChangeRegistration change,
        EndRegistration end,
        ServeWaitlist waitlist,
        RegistrationExpiry expiry,
        MakeSeats makeSeats) {
    /** How full an event is. */
    public Occupancy.Count occupancy(String event) {
        return new Occupancy.Count(seats.taken(event), registrations.line(event).size());
    }
}
