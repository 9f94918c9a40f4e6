package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.seats.RoomAllocation;
import land.starkeorte.seats.Seats;
import land.starkeorte.seats.WaitlistEntry;
import land.starkeorte.store.Transaction;

/** What a registration's move writes: itself, its seats and beds, its turn, what is owed, and the mails that tell of it. */
final class RegistrationWriter {
    private final Seats seats;
    private final RoomAllocation beds;
    private final Registrations registrations;
    private final Outbox outbox;
    private final BookingCharges charges;

    RegistrationWriter(Seats seats, Registrations registrations, Outbox outbox, BookingCharges charges) {
        this.seats = seats;
        this.beds = new RoomAllocation(seats);
        this.registrations = registrations;
        this.outbox = outbox;
        this.charges = charges;
    }

    /** It stands like this from now on, and this is told. */
    Transaction put(Registration after, List<Mail> mails, Instant now) {
        return Transaction.of(registrations.put(after)).and(outbox.put(mails, now));
    }

    /** Nothing but what is told. */
    Transaction tell(List<Mail> mails, Instant now) {
        return outbox.put(mails, now);
    }

    /** The same, for the first time. */
    Transaction add(Registration registration, Registrations.Quota share, List<Mail> mails, Instant now) {
        return put(registration, mails, now)
                .and(registrations.put(registration.event(), registration.who(), share.with(registration)));
    }

    /** They hold it: whoever is bound to pay owes it from this moment on. */
    Transaction confirm(Event event, Registration after, List<Mail> mails, Instant now) {
        return put(after, mails, now).and(charge(event, after));
    }

    Transaction charge(Event event, Registration registration) {
        PaidBooking booked = PaidBooking.of(event, registration);
        return booked.isFree() ? Transaction.NONE : charges.booked(booked);
    }

    /** It ends: seats and beds are given back, whoever waits leaves the line. */
    Transaction end(Event event, Registration before, Registration after, List<Mail> mails, Instant now) {
        return put(after, mails, now)
                .and(release(event, before))
                .and(registrations.put(
                        event.id(),
                        before.who(),
                        registrations.share(event.id(), before.who()).without(before)))
                .and(leaveLine(before));
    }

    /** What was left for smaller delegations is kept: from now on everybody is served in turn. */
    Transaction enterLine(Registration registration, Instant now) {
        var entry = new WaitlistEntry(registration.event(), registration.id(), registration.size(), now, 0, 0);
        return seats.reserveRestForWaitlist(registration.event(), registration.size())
                .and(registrations.put(entry));
    }

    Transaction leaveLine(Registration registration) {
        return registrations
                .turn(registration)
                .map(entry -> Transaction.of(registrations.take(entry)))
                .orElse(Transaction.NONE);
    }

    /** @param otherwise whether another kind of room will do */
    Optional<RoomAllocation.Allocation> beds(Event event, Registration registration, boolean otherwise) {
        return beds.allocate(
                event.id(),
                event.details().terms().rooms().size(),
                registration.delegation().rooms(),
                otherwise);
    }

    /** All that it holds. */
    Transaction release(Event event, Registration registration) {
        List<Integer> places = event.details().terms().rooms().stream()
                .map(Event.Terms.Room::places)
                .toList();
        return release(event, registration.seats()).and(beds.release(event.id(), places, registration.beds()));
    }

    /** Some of the seats; they go to whoever waits, or to everybody. */
    Transaction release(Event event, List<Integer> freed) {
        return seats.release(
                event.id(), freed, event.details().terms().capacity(), registrations.somebodyWaits(event.id()));
    }
}
