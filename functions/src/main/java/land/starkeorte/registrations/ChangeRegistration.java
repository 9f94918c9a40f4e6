package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Outcome.Refused;
import land.starkeorte.registrations.Refusal.Because;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.Registrations.Quota;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.SeatSource.SeatHold;
import land.starkeorte.store.Transaction;

/** Others come, or more, or fewer; or they come on another date. */
public final class ChangeRegistration {
    private final SeatSource source;
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final RegistrationMails mails;
    private final Register register;

    ChangeRegistration(
            SeatSource source,
            Registrations registrations,
            RegistrationWriter writer,
            RegistrationMails mails,
            Register register) {
        this.source = source;
        this.registrations = registrations;
        this.writer = writer;
        this.mails = mails;
        this.register = register;
    }

    /** More only where there are seats; whoever is new or left out is told. */
    public Outcome change(Event event, Registration before, Delegation others, By by, Instant now) {
        Delegation delegation = others.billedAs(before.delegation());
        Quota share = registrations.share(event.id(), before.who());
        return Outcome.unless(
                RegistrationRules.change(event, before, delegation, share.people(), by, now),
                () -> before.delegation().equals(delegation)
                        ? Granted.nothing(before)
                        : reseated(event, before, delegation, share, now));
    }

    private Outcome reseated(Event event, Registration before, Delegation delegation, Quota share, Instant now) {
        int more = delegation.size() - before.size();
        if (before.state() == RegistrationState.WAITING) {
            return changed(event, before, delegation, List.of(), share, shorter(before, delegation), now);
        }
        if (more == 0) {
            return changed(event, before, delegation, before.seats(), share, Transaction.NONE, now);
        }
        if (more < 0) {
            List<Integer> kept = before.seats().subList(0, delegation.size());
            List<Integer> given =
                    before.seats().subList(delegation.size(), before.seats().size());
            return changed(event, before, delegation, kept, share, writer.release(event, given), now);
        }
        Optional<SeatHold> hold = source.hold(event.id(), more);
        return hold.isEmpty()
                ? new Refused(Because.NO_SEATS_FOR_MORE)
                : changed(
                        event,
                        before,
                        delegation,
                        Stream.concat(before.seats().stream(), hold.get().seats().stream())
                                .toList(),
                        share,
                        hold.get().writes(),
                        now);
    }

    /** Who waits keeps the turn. */
    private Transaction shorter(Registration before, Delegation delegation) {
        return registrations
                .turn(before)
                .map(entry -> Transaction.of(registrations.put(entry.of(delegation.size()))))
                .orElse(Transaction.NONE);
    }

    private Outcome changed(
            Event event,
            Registration before,
            Delegation delegation,
            List<Integer> seats,
            Quota share,
            Transaction seating,
            Instant now) {
        int newcomers = delegation.newcomers(before.delegation());
        Registration after = before.with(delegation, seats).naming(newcomers);
        return Outcome.unless(
                RegistrationRules.naming(after, newcomers),
                () -> new Granted(
                        after,
                        writer.put(after, mails.changed(event, before, after), now)
                                .and(seating)
                                .and(
                                        after.size() == before.size()
                                                ? Transaction.NONE
                                                : Transaction.of(registrations.put(
                                                        event.id(),
                                                        before.who(),
                                                        share.without(before).with(after))))));
    }

    /** To another date of the series, where there are seats; whoever waits there is not passed. */
    public Outcome move(Event from, Registration before, Event to, Instant now) {
        int named = before.timesNamed();
        // All of them are told of both dates: it counts as if they were named anew.
        Registration moved = Register.asked(to, before.who(), before.ags(), before.delegation(), now)
                .naming(named);
        Optional<Refusal> refusal =
                RegistrationRules.move(from, before, to, now).or(() -> RegistrationRules.naming(moved, named));
        return Outcome.unless(refusal, () -> switch (register.book(
                to, moved, RegistrationState.REGISTERED, By.THEMSELVES, now)) {
            case Refused refused -> refused;
            case Granted there ->
                there.registration().comes() ? left(from, before, there, now) : new Refused(Because.NO_SEATS_THAT_DAY);
        });
    }

    private Granted left(Event from, Registration before, Granted there, Instant now) {
        Registration gone = before.ended(RegistrationState.CANCELLED, "");
        return new Granted(
                there.registration(),
                there.writes().and(writer.end(from, before, gone, mails.cancelled(from, before, gone, 0), now)));
    }
}
