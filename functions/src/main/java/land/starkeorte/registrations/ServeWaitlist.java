package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Outcome.Refused;
import land.starkeorte.registrations.Refusal.Because;
import land.starkeorte.registrations.Registration.Hold;
import land.starkeorte.seats.RoomAllocation.Allocation;
import land.starkeorte.seats.SeatSource.SeatHold;
import land.starkeorte.seats.Seats;
import land.starkeorte.seats.WaitlistEntry;
import land.starkeorte.store.Transaction;

/** Those who wait are offered what comes free, in turn; or the office prefers somebody. */
public final class ServeWaitlist {
    private final Seats seats;
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final RegistrationMails mails;

    ServeWaitlist(Seats seats, Registrations registrations, RegistrationWriter writer, RegistrationMails mails) {
        this.seats = seats;
        this.registrations = registrations;
        this.writer = writer;
        this.mails = mails;
    }

    /** One step; empty when nothing can be done now. */
    public Transaction serve(Event event, Instant now) {
        List<WaitlistEntry> line = registrations.line(event.id());
        if (line.isEmpty()) {
            return seats.releaseReserved(event.id());
        }
        if (!Deadlines.isOffering(event, now)) {
            return Transaction.NONE;
        }
        int places = seats.availableToWaitlist(event.id(), WaitlistEntry.largest(line));
        return WaitlistEntry.next(line, places)
                .flatMap(choice -> offer(event, choice, now))
                .orElse(Transaction.NONE);
    }

    private Optional<Transaction> offer(Event event, WaitlistEntry.Choice choice, Instant now) {
        WaitlistEntry entry = choice.next();
        Registration before =
                registrations.find(event.id(), entry.registration()).orElseThrow();
        return writer.beds(event, before, true)
                .flatMap(beds -> seats.takeForWaiting(event.id(), entry.party())
                        .map(hold -> offered(event, before, hold, beds, now)
                                .and(registrations.take(entry))
                                .and(skipped(choice.passed()))));
    }

    private Transaction offered(Event event, Registration before, SeatHold hold, Allocation beds, Instant now) {
        Registration after = before.moved(
                        RegistrationState.OFFERED, Hold.of(hold.seats()).until(Deadlines.toAccept(event, now)))
                .sleeping(beds);
        return writer.put(after, List.of(mails.offer(event, after)), now)
                .and(hold.writes())
                .and(beds.writes());
    }

    private Transaction skipped(List<WaitlistEntry> passed) {
        var writes = Transaction.NONE;
        for (WaitlistEntry entry : passed) {
            writes = writes.and(registrations.put(entry.skippedOnce()));
        }
        return writes;
    }

    /** The office gives somebody seats out of turn, for a reason; whoever would have to pay is asked. */
    public Outcome prefer(Event event, Registration before, String reason, Instant now) {
        return before.comes()
                ? Granted.nothing(before)
                : Outcome.unless(
                        RegistrationRules.preference(event, before, now), () -> preferred(event, before, reason, now));
    }

    private Outcome preferred(Event event, Registration before, String reason, Instant now) {
        Optional<SeatHold> hold = seats.takeForWaiting(event.id(), before.size());
        if (hold.isEmpty()) {
            return new Refused(Because.NO_SEATS_TO_PREFER);
        }
        return writer.beds(event, before, true)
                .<Outcome>map(beds -> preferred(event, before.because(reason), hold.get(), beds, now))
                .orElseGet(() -> new Refused(Because.NO_BEDS_TO_PREFER));
    }

    private Granted preferred(Event event, Registration before, SeatHold hold, Allocation beds, Instant now) {
        boolean binding = event.details().terms().isBinding();
        Registration after = before.moved(
                        binding ? RegistrationState.OFFERED : RegistrationState.REGISTERED,
                        Hold.of(hold.seats()).until(binding ? Deadlines.toAccept(event, now) : null))
                .sleeping(beds);
        Transaction written = binding
                ? writer.put(after, List.of(mails.offer(event, after)), now)
                : writer.confirm(event, after, mails.registered(event, after), now);
        return new Granted(after, written.and(hold.writes()).and(beds.writes()).and(writer.leaveLine(before)));
    }
}
