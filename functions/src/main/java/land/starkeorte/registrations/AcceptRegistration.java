package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Registration.Hold;
import land.starkeorte.seats.RoomAllocation.Allocation;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.SeatSource.SeatHold;

/** A guest confirms the address, a member that it pays, or somebody who waited takes what was offered. */
public final class AcceptRegistration {
    private final SeatSource source;
    private final RegistrationWriter writer;
    private final RegistrationMails mails;

    /** @param source where seats are taken from for whom none were held */
    AcceptRegistration(SeatSource source, RegistrationWriter writer, RegistrationMails mails) {
        this.source = source;
        this.writer = writer;
        this.mails = mails;
    }

    /** Nothing is to be written where it was done before. */
    public Outcome accept(Event event, Registration before, Instant now) {
        if (before.comes() || before.state() == RegistrationState.WAITING) {
            return Granted.nothing(before);
        }
        return Outcome.unless(
                RegistrationRules.acceptance(event, before, now),
                () -> before.seats().isEmpty()
                        ? Outcome.unless(RegistrationRules.open(event, now), () -> unheld(event, before, now))
                        : confirmed(event, before.registered(), now));
    }

    /** For whom nothing was held: there are seats now, or they wait from now on. */
    private Granted unheld(Event event, Registration before, Instant now) {
        Optional<SeatHold> hold = source.hold(event.id(), before.size());
        Optional<Allocation> beds = hold.flatMap(_ -> writer.beds(event, before, false));
        if (hold.isPresent() && beds.isPresent()) {
            Granted planned = confirmed(
                    event,
                    before.moved(
                                    RegistrationState.REGISTERED,
                                    Hold.of(hold.get().seats()))
                            .sleeping(beds.get()),
                    now);
            return new Granted(
                    planned.registration(),
                    planned.writes().and(hold.get().writes()).and(beds.get().writes()));
        }
        Registration waiting = before.moved(RegistrationState.WAITING, Hold.NOTHING);
        return new Granted(
                waiting,
                writer.put(waiting, List.of(mails.waiting(event, waiting)), now).and(writer.enterLine(waiting, now)));
    }

    private Granted confirmed(Event event, Registration after, Instant now) {
        return new Granted(after, writer.confirm(event, after, mails.registered(event, after), now));
    }
}
