package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Outcome.Refused;
import land.starkeorte.registrations.Refusal.Because;
import land.starkeorte.registrations.Registration.Hold;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.Registrations.Quota;
import land.starkeorte.seats.RoomAllocation.Allocation;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.SeatSource.SeatHold;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.Transaction;

/** A delegation comes, or waits: a member's, a guest's, or somebody's whom the office registers. */
public final class Register {
    private final SeatSource source;
    private final Seats seats;
    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final RegistrationMails mails;

    /** @param source where seats are taken from, normally {@code seats} */
    Register(
            SeatSource source,
            Seats seats,
            Registrations registrations,
            RegistrationWriter writer,
            RegistrationMails mails) {
        this.source = source;
        this.seats = seats;
        this.registrations = registrations;
        this.writer = writer;
        this.mails = mails;
    }

    /** By a member; who is bound to pay says so once more, knowing the sum. */
    public Outcome member(Event event, String ags, Delegation delegation, Instant now) {
        RegistrationState first =
                event.details().terms().isBinding() ? RegistrationState.PENDING : RegistrationState.REGISTERED;
        return Outcome.unless(
                RegistrationRules.open(event, now),
                () -> book(event, asked(event, ags, ags, delegation, now), first, By.THEMSELVES, now));
    }

    /** By the office: neither the dates nor the limit hold, the seats do. */
    public Outcome office(Event event, Delegation delegation, String reason, Instant now) {
        return Outcome.unless(
                RegistrationRules.standing(event, now),
                () -> book(
                        event,
                        asked(event, guest(delegation), "", delegation, now).because(reason),
                        RegistrationState.REGISTERED,
                        By.OFFICE,
                        now));
    }

    /**
     * By a guest. It has no seats and does not wait before the address is confirmed; for a short while some are held, out of a
     * part of the hall. To whoever asks, an address that is registered already looks like any other: the same is checked, read
     * and answered, and only the mailbox's owner learns of it.
     *
     * @param percent of the hall that may be held like this
     */
    public Outcome guest(Event event, Delegation delegation, int percent, Instant now) {
        Registration asked = asked(event, guest(delegation), "", delegation, now);
        Optional<Refusal> refusal = RegistrationRules.open(event, now)
                .or(() -> RegistrationRules.fits(event, asked.size(), 0, By.THEMSELVES));
        return Outcome.unless(refusal, () -> {
            Optional<SeatHold> lent = seats.lend(event.id(), asked.size(), percent);
            Optional<Allocation> beds = lent.flatMap(_ -> writer.beds(event, asked, false));
            if (lent.isPresent() && beds.isEmpty()) {
                return new Refused(Because.NO_BEDS);
            }
            Instant by = Deadlines.toConfirm(event, asked);
            Registration pending = lent.map(hold -> asked.begun(
                            RegistrationState.PENDING, Hold.of(hold.seats()).until(Deadlines.lent(event, now))))
                    .orElseGet(() -> asked.begun(RegistrationState.PENDING, Hold.NOTHING.until(by)));
            Registration registration = beds.map(pending::sleeping).orElse(pending);
            Quota share = registrations.share(event.id(), asked.who());
            return share.registrations().isEmpty()
                    ? new Granted(
                            registration,
                            writer.add(registration, share, List.of(mails.confirm(event, registration, by)), now)
                                    .and(taking(lent, beds)))
                    : again(event, share, now);
        });
    }

    private Outcome again(Event event, Quota share, Instant now) {
        Registration before =
                registrations.find(event.id(), share.registrations().getFirst()).orElseThrow();
        return new Granted(before, writer.tell(List.of(mails.already(event, before)), now));
    }

    /** A guest is known by the address. */
    private static String guest(Delegation delegation) {
        return Secrets.derivedId("guest\n" + delegation.contact());
    }

    static Registration asked(Event event, String who, String ags, Delegation delegation, Instant now) {
        return Registration.asked(Secrets.id(), event.id(), who, ags, delegation, now);
    }

    /** With seats it stands as is wished, else it waits. */
    Outcome book(Event event, Registration asked, RegistrationState wished, By by, Instant now) {
        Quota share = registrations.share(event.id(), asked.who());
        return Outcome.unless(RegistrationRules.fits(event, asked.size(), share.people(), by), () -> {
            Optional<SeatHold> hold = source.hold(event.id(), asked.size());
            return hold.isEmpty()
                    ? new Granted(
                            asked,
                            writer.add(asked, share, welcome(event, asked), now).and(writer.enterLine(asked, now)))
                    : writer.beds(event, asked, false)
                            .<Outcome>map(beds -> seated(event, asked, share, wished, hold.get(), beds, now))
                            .orElseGet(() -> new Refused(Because.NO_BEDS));
        });
    }

    private Granted seated(
            Event event,
            Registration asked,
            Quota share,
            RegistrationState wished,
            SeatHold hold,
            Allocation beds,
            Instant now) {
        Instant until = wished == RegistrationState.PENDING ? Deadlines.toBind(event, now) : null;
        Registration registration =
                asked.begun(wished, Hold.of(hold.seats()).until(until)).sleeping(beds);
        return new Granted(
                registration,
                writer.add(registration, share, welcome(event, registration), now)
                        .and(registration.comes() ? writer.charge(event, registration) : Transaction.NONE)
                        .and(hold.writes())
                        .and(beds.writes()));
    }

    private static Transaction taking(Optional<SeatHold> hold, Optional<Allocation> beds) {
        return hold.map(SeatHold::writes)
                .orElse(Transaction.NONE)
                .and(beds.map(Allocation::writes).orElse(Transaction.NONE));
    }

    private List<Mail> welcome(Event event, Registration registration) {
        return switch (registration.state()) {
            case REGISTERED -> mails.registered(event, registration);
            case PENDING -> List.of(mails.bind(event, registration));
            case WAITING -> List.of(mails.waiting(event, registration));
            case OFFERED, CANCELLED, LAPSED -> throw new IllegalStateException("Nothing begins like this");
        };
    }
}
