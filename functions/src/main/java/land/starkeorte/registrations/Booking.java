package land.starkeorte.registrations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.Problem;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registrations.Registration.Delegation;
import land.starkeorte.registrations.Registration.State;
import land.starkeorte.seats.RoomAllocation;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.seats.Seats;
import land.starkeorte.seats.WaitlistEntry;
import land.starkeorte.store.Transaction;

/**
 * What registering, accepting, changing and cancelling write: seats, registration, waiting list, what the municipality has,
 * and the mails that tell of it, all or nothing.
 */
public final class Booking {
    /** How long a guest can confirm an address. */
    private static final Duration TO_CONFIRM = Duration.ofDays(1);

    /** How long seats wait for that: nobody knows yet whether there is anybody. */
    private static final Duration LENT = Duration.ofMinutes(30);

    /** How long they wait where somebody is bound to pay: a municipality asks its treasurer. */
    private static final Duration TO_BIND = Duration.ofDays(2);

    /** How long seats wait for those in the waiting list whom they were offered to. */
    private static final Duration TO_ACCEPT = Duration.ofDays(2);

    /** Nobody who is offered a place later could still come. */
    static final Duration LAST_OFFER = Duration.ofHours(1);

    private final SeatSource places;
    private final Seats hall;
    private final RoomAllocation beds;
    private final DynamoRegistrations registrations;
    private final DynamoOutbox outbox;
    private final RegistrationMails registrationMails;
    private final BookingCharges charges;

    /** @param places where seats are taken from, normally {@code hall} */
    Booking(
            SeatSource places,
            Seats hall,
            DynamoRegistrations registrations,
            DynamoOutbox outbox,
            RegistrationMails registrationMails,
            BookingCharges charges) {
        this.places = places;
        this.hall = hall;
        this.beds = new RoomAllocation(hall);
        this.registrations = registrations;
        this.outbox = outbox;
        this.registrationMails = registrationMails;
        this.charges = charges;
    }

    /** What was planned, and how the delegation stands then. */
    record PlannedRegistration(Registration registration, Transaction writes) {}

    /** A member's delegation comes, or waits. */
    PlannedRegistration member(Event event, String ags, Delegation delegation, Instant now) {
        requireOpen(event, now);
        boolean binding = event.details().terms().isBinding();
        return book(event, fresh(event, ags, ags, delegation, now), binding ? State.PENDING : State.REGISTERED, now);
    }

    /**
     * A guest's delegation. It has no seats and does not wait before the address is confirmed; for a short while some are held,
     * out of a part of the hall. To whoever asks, an address that is registered already looks like any other: the same is
     * checked, read and answered, and only the mailbox's owner learns of it.
     *
     * @param percent of the hall that may be held like this
     */
    PlannedRegistration guest(Event event, Delegation delegation, int percent, Instant now) {
        requireOpen(event, now);
        String who = Secrets.derivedId("guest\n" + delegation.contact());
        PlannedRegistration planned = lend(event, fresh(event, who, "", delegation, now), percent, now);
        DynamoRegistrations.Quota share = registrations.share(event.id(), who);
        if (!share.registrations().isEmpty()) {
            Registration before = registrations
                    .find(event.id(), share.registrations().getFirst())
                    .orElseThrow();
            return new PlannedRegistration(before, outbox.put(List.of(registrationMails.already(event, before)), now));
        }
        Registration registration = planned.registration();
        return new PlannedRegistration(
                registration,
                planned.writes()
                        .and(registrations.put(registration))
                        .and(registrations.put(event.id(), who, share.with(registration)))
                        .and(outbox.put(
                                registrationMails.confirm(event, registration, confirmBy(event, registration)), now)));
    }

    private PlannedRegistration lend(Event event, Registration fresh, int percent, Instant now) {
        requireFits(event, fresh, 0);
        Optional<SeatSource.SeatHold> taking = hall.lend(event.id(), fresh.size(), percent);
        if (taking.isEmpty()) {
            return new PlannedRegistration(
                    fresh.holding(State.PENDING, List.of(), confirmBy(event, fresh)), new Transaction());
        }
        RoomAllocation.Allocation slept = bedsFor(event, fresh);
        return new PlannedRegistration(
                fresh.holding(State.PENDING, taking.get().seats(), until(LENT, 2, event, now))
                        .sleeping(slept),
                taking.get().writes().and(slept.writes()));
    }

    private static Instant confirmBy(Event event, Registration registration) {
        Duration longest = event.details().terms().isBinding() ? TO_BIND : TO_CONFIRM;
        return until(longest, 2, event, registration.since());
    }

    /** The office registers somebody: neither the dates nor the limit hold, the seats do. */
    PlannedRegistration office(Event event, Delegation delegation, String reason, Instant now) {
        requireStanding(event, now);
        String who = Secrets.derivedId("guest\n" + delegation.contact());
        return book(event, fresh(event, who, "", delegation, now).because(reason), State.REGISTERED, now);
    }

    private static Registration fresh(Event event, String who, String ags, Delegation delegation, Instant now) {
        return Registration.waiting(Secrets.id(), event.id(), who, ags, delegation, now);
    }

    private PlannedRegistration book(Event event, Registration fresh, State state, Instant now) {
        DynamoRegistrations.Quota share = registrations.share(event.id(), fresh.who());
        requireFits(event, fresh, share.people());
        Optional<SeatSource.SeatHold> taking = places.hold(event.id(), fresh.size());
        Registration registration = fresh;
        Transaction writes;
        if (taking.isPresent()) {
            RoomAllocation.Allocation slept = bedsFor(event, fresh);
            Instant until = state == State.PENDING ? until(TO_BIND, 2, event, now) : null;
            registration = fresh.holding(state, taking.get().seats(), until).sleeping(slept);
            writes = taking.get().writes().and(slept.writes());
        } else {
            writes = wait(event, fresh, now);
        }
        return new PlannedRegistration(
                registration,
                writes.and(registrations.put(registration))
                        .and(registrations.put(event.id(), fresh.who(), share.with(registration)))
                        .and(registration.state() == State.REGISTERED ? charge(event, registration) : new Transaction())
                        .and(outbox.put(welcome(event, registration), now)));
    }

    /** Whoever is bound to pay owes it from the moment in which they come. */
    private Transaction charge(Event event, Registration registration) {
        PaidBooking booked = PaidBooking.of(event, registration);
        return booked.isFree() ? new Transaction() : charges.booked(booked);
    }

    /** @param has how many of those who register come already; the office may go beyond the limit, with a reason */
    private static void requireFits(Event event, Registration fresh, int has) {
        Event.Terms terms = event.details().terms();
        if (fresh.size() > terms.capacity()) {
            throw Problem.invalid("people", "Es gibt nur " + terms.capacity() + " Plätze.");
        }
        if (fresh.reason().isEmpty() && terms.limit() > 0 && has + fresh.size() > terms.limit()) {
            throw tooMany(terms.limit(), has);
        }
    }

    private RoomAllocation.Allocation bedsFor(Event event, Registration fresh) {
        return allocate(event, fresh, false)
                .orElseThrow(() -> Problem.refused(
                        "So viele Betten sind in diesen Zimmern nicht mehr frei. Wählen Sie andere Zimmer."));
    }

    /** What was left for smaller delegations is kept: from now on everybody is served in turn. */
    private Transaction wait(Event event, Registration registration, Instant now) {
        var turn = new WaitlistEntry(event.id(), registration.id(), registration.size(), now, 0, 0);
        return hall.reserveRestForWaitlist(event.id(), registration.size()).and(registrations.put(turn));
    }

    private List<Mail> welcome(Event event, Registration registration) {
        return switch (registration.state()) {
            case REGISTERED -> registrationMails.registered(event, registration);
            case PENDING -> List.of(registrationMails.bind(event, registration));
            default -> List.of(registrationMails.waiting(event, registration));
        };
    }

    /** A guest confirms the address, or somebody who waited takes what was offered; nothing to write when it was done before. */
    PlannedRegistration accept(Event event, Registration before, Instant now) {
        if (before.state() == State.REGISTERED || before.state() == State.WAITING) {
            return new PlannedRegistration(before, new Transaction());
        }
        Instant until = before.isUnconfirmed() ? confirmBy(event, before) : before.until();
        if (!before.isHeld() || until == null || !now.isBefore(until)) {
            throw Problem.refused("Die Frist ist abgelaufen. Melden Sie sich bitte neu an.");
        }
        requireStanding(event, now);
        return before.seats().isEmpty() ? confirmed(event, before, now) : registered(event, before.registered(), now);
    }

    /** For whom nothing was held: there are seats now, or they wait from now on. */
    private PlannedRegistration confirmed(Event event, Registration before, Instant now) {
        requireOpen(event, now);
        Optional<SeatSource.SeatHold> taking = places.hold(event.id(), before.size());
        Optional<RoomAllocation.Allocation> slept = taking.flatMap(seats -> allocate(event, before, false));
        if (taking.isPresent() && slept.isPresent()) {
            PlannedRegistration planned = registered(
                    event,
                    before.holding(State.REGISTERED, taking.get().seats(), null).sleeping(slept.get()),
                    now);
            planned.writes().and(taking.get().writes()).and(slept.get().writes());
            return planned;
        }
        Registration waiting = before.holding(State.WAITING, List.of(), null);
        return new PlannedRegistration(
                waiting,
                wait(event, waiting, now)
                        .and(registrations.put(waiting))
                        .and(outbox.put(registrationMails.waiting(event, waiting), now)));
    }

    private PlannedRegistration registered(Event event, Registration after, Instant now) {
        return new PlannedRegistration(
                after,
                Transaction.of(registrations.put(after))
                        .and(charge(event, after))
                        .and(outbox.put(registrationMails.registered(event, after), now)));
    }

    /** They do not come: their seats go to whoever waits, or to everybody. */
    PlannedRegistration cancel(Event event, Registration before, String reason, Instant now) {
        if (!before.isActive()) {
            return new PlannedRegistration(before, new Transaction());
        }
        if (event.state() == Event.State.CANCELLED) {
            throw Problem.refused("Diese Veranstaltung fällt aus. Niemand muss mehr absagen.");
        }
        Registration after = before.ended(State.CANCELLED, reason);
        PlannedRegistration planned = end(
                event,
                before,
                after,
                registrationMails.cancelled(event, before, after, BookingPrice.owed(event, before.delegation(), now)),
                now);
        if (before.state() == State.REGISTERED) {
            planned.writes().and(discharge(event, before, now));
        }
        return planned;
    }

    /** By the rule that the event names. */
    private Transaction discharge(Event event, Registration before, Instant now) {
        return PaidBooking.of(event, before).isFree()
                ? new Transaction()
                : charges.ended(
                        before.id(), BookingPrice.owed(event, before.delegation(), now), "Die Buchung ist abgesagt.");
    }

    /** Nobody pays for what does not take place; nothing where that was written before. */
    public Transaction forgive(Event event, String registration) {
        return registrations
                .find(event.id(), registration)
                .filter(found -> found.state() == State.REGISTERED)
                .map(found -> charges.ended(found.id(), 0, "Die Veranstaltung fällt aus."))
                .orElseGet(Transaction::new);
    }

    /**
     * Nobody acted in time. Whoever has not confirmed yet gets no mail: perhaps they never asked for anything; nor does anybody
     * where the event does not take place.
     */
    PlannedRegistration expire(Event event, Registration before, Instant now) {
        if (before.isUnconfirmed() && now.isBefore(confirmBy(event, before))) {
            Registration after = before.holding(State.PENDING, List.of(), confirmBy(event, before))
                    .withoutBeds();
            return new PlannedRegistration(
                    after,
                    Transaction.of(registrations.put(after))
                            .and(release(event, before.seats()))
                            .and(releaseBeds(event, before)));
        }
        Registration after = before.ended(State.LAPSED, "");
        return end(
                event,
                before,
                after,
                before.isUnconfirmed() || event.state() == Event.State.CANCELLED
                        ? List.of()
                        : List.of(registrationMails.lapsed(event, after)),
                now);
    }

    private PlannedRegistration end(
            Event event, Registration before, Registration after, List<Mail> mails, Instant now) {
        var writes = Transaction.of(registrations.put(after))
                .and(release(event, before.seats()))
                .and(releaseBeds(event, before))
                .and(registrations.put(
                        event.id(),
                        before.who(),
                        registrations.share(event.id(), before.who()).without(before)))
                .and(outbox.put(mails, now));
        registrations.turn(before).ifPresent(turn -> writes.and(registrations.take(turn)));
        return new PlannedRegistration(after, writes);
    }

    private Optional<RoomAllocation.Allocation> allocate(Event event, Registration registration, boolean otherwise) {
        return beds.allocate(
                event.id(),
                event.details().terms().rooms().size(),
                registration.delegation().rooms(),
                otherwise);
    }

    private Transaction releaseBeds(Event event, Registration registration) {
        return beds.release(
                event.id(),
                event.details().terms().rooms().stream()
                        .map(Event.Terms.Room::places)
                        .toList(),
                registration.beds());
    }

    private Transaction release(Event event, List<Integer> seats) {
        return hall.release(
                event.id(), seats, event.details().terms().capacity(), registrations.somebodyWaits(event.id()));
    }

    /** Others come, or fewer; more only where there are seats. */
    PlannedRegistration change(Event event, Registration before, Delegation delegation, Instant now) {
        return change(event, before, delegation, false, now);
    }

    /** The same by the office: neither the dates nor the limit hold, the seats do. */
    PlannedRegistration changeForThem(Event event, Registration before, Delegation delegation, Instant now) {
        return change(event, before, delegation, true, now);
    }

    private PlannedRegistration change(
            Event event, Registration before, Delegation others, boolean office, Instant now) {
        requireStanding(event, now);
        Delegation delegation = others.billedAs(before.delegation());
        if (!before.isActive()) {
            throw Problem.refused("Diese Anmeldung gilt nicht mehr. Melden Sie sich bitte neu an.");
        }
        if (before.isUnconfirmed()) {
            throw Problem.refused("Bestätigen Sie zuerst die Anmeldung. Danach können Sie sie ändern.");
        }
        if (!delegation.contact().equals(before.delegation().contact())) {
            throw Problem.invalid(
                    "people.0.mail", "An diese Adresse gehen Link und Bestätigung; ändern können Sie alles andere.");
        }
        if (before.delegation().equals(delegation)) {
            return new PlannedRegistration(before, new Transaction());
        }
        int more = delegation.size() - before.size();
        requireUnbound(event, before, delegation, office);
        var writes = new Transaction();
        var seats = new ArrayList<>(before.seats());
        DynamoRegistrations.Quota share = registrations.share(event.id(), before.who());
        int limit = event.details().terms().limit();
        if (!office && more > 0 && limit > 0 && share.people() + more > limit) {
            throw tooMany(limit, share.people());
        }
        if (before.state() == State.WAITING) {
            if (more > 0) {
                throw Problem.refused("Auf der Warteliste kann eine Anmeldung nicht größer werden."
                        + " Melden Sie die anderen gesondert an.");
            }
            registrations.turn(before).ifPresent(turn -> writes.and(registrations.put(turn.of(delegation.size()))));
        } else if (more > 0) {
            if (!office) {
                requireOpen(event, now);
            }
            SeatSource.SeatHold taking = places.hold(event.id(), more)
                    .orElseThrow(() -> Problem.refused("Dafür sind nicht genug Plätze frei."
                            + " Melden Sie die anderen gesondert an, dann stehen sie auf der Warteliste."));
            writes.and(taking.writes());
            seats.addAll(taking.seats());
        } else if (more < 0) {
            List<Integer> given = List.copyOf(seats.subList(delegation.size(), seats.size()));
            seats.removeAll(given);
            writes.and(release(event, given));
        }
        Registration after = named(event, before.with(delegation, seats), newcomers(before, delegation));
        writes.and(registrations.put(after)).and(outbox.put(registrationMails.changed(event, before, after), now));
        if (more != 0) {
            writes.and(registrations.put(
                    event.id(), before.who(), share.without(before).with(after)));
        }
        return new PlannedRegistration(after, writes);
    }

    private static int newcomers(Registration before, Delegation delegation) {
        return (int) delegation.others().stream()
                .filter(mail -> !before.delegation().others().contains(mail))
                .count();
    }

    /** Without a limit a registration could be used to write to strangers. */
    private static Registration named(Event event, Registration registration, int more) {
        Registration after = registration.naming(more);
        if (more > 0 && Objects.requireNonNull(after.named()) > MailLimits.NAMED_IN_REGISTRATION) {
            throw Problem.refused("Mit dieser Anmeldung wurden schon zu viele Personen angeschrieben."
                    + " Schreiben Sie der Geschäftsstelle: " + event.details().contact());
        }
        return after;
    }

    /** What was booked at a price stays as it was; names may change. */
    private static void requireUnbound(Event event, Registration before, Delegation delegation, boolean office) {
        if (event.details().terms().isBinding() && !before.delegation().rooms().equals(delegation.rooms())) {
            throw Problem.refused("Zahl und Zimmer stehen seit der Buchung fest. "
                    + (office
                            ? "Sagen Sie die Anmeldung ab und melden Sie neu an; so stimmt auch die Rechnung."
                            : "Schreiben Sie der Geschäftsstelle: "
                                    + event.details().contact()));
        }
    }

    /** To another date of the series, where there are seats; whoever waits there is not passed. */
    PlannedRegistration move(Event from, Registration before, Event to, Instant now) {
        if (before.state() != State.REGISTERED) {
            throw Problem.refused("Verschieben lässt sich nur eine gültige Anmeldung.");
        }
        requireStanding(from, now);
        requireOpen(to, now);
        if (from.details().terms().isBinding() || to.details().terms().isBinding()) {
            throw Problem.refused("Was gebucht ist, lässt sich nicht verschieben. Schreiben Sie der Geschäftsstelle: "
                    + from.details().contact());
        }
        if (from.series().isEmpty()
                || !from.series().equals(to.series())
                || from.id().equals(to.id())) {
            throw Problem.refused("Das ist kein anderer Termin derselben Reihe.");
        }
        // All of them are told of both dates: it counts as if they were named anew.
        Registration moved = named(
                to,
                fresh(to, before.who(), before.ags(), before.delegation(), now),
                before.named() == null ? 0 : before.named());
        PlannedRegistration there = book(to, moved, State.REGISTERED, now);
        if (there.registration().state() != State.REGISTERED) {
            throw Problem.refused("An diesem Termin sind nicht genug Plätze frei.");
        }
        Registration gone = before.ended(State.CANCELLED, "");
        PlannedRegistration here = end(from, before, gone, registrationMails.cancelled(from, before, gone, 0), now);
        return new PlannedRegistration(there.registration(), there.writes().and(here.writes()));
    }

    /** The office gives somebody of the waiting list seats out of turn, for a reason; whoever would have to pay is asked. */
    PlannedRegistration promote(Event event, Registration before, String reason, Instant now) {
        if (before.state() == State.REGISTERED) {
            return new PlannedRegistration(before, new Transaction());
        }
        requireStanding(event, now);
        if (before.state() != State.WAITING) {
            throw Problem.refused("Diese Anmeldung steht nicht auf der Warteliste.");
        }
        SeatSource.SeatHold taking = hall.takeForWaiting(event.id(), before.size())
                .orElseThrow(() ->
                        Problem.refused("Dafür sind nicht genug Plätze frei. Erhöhen Sie zuerst die Zahl der Plätze."));
        RoomAllocation.Allocation slept =
                allocate(event, before, true).orElseThrow(() -> Problem.refused("Dafür sind nicht genug Betten frei."));
        boolean binding = event.details().terms().isBinding();
        Registration after = before.because(reason)
                .holding(
                        binding ? State.OFFERED : State.REGISTERED,
                        taking.seats(),
                        binding ? until(TO_ACCEPT, 4, event, now) : null)
                .sleeping(slept);
        PlannedRegistration planned = binding
                ? new PlannedRegistration(
                        after,
                        Transaction.of(registrations.put(after))
                                .and(outbox.put(registrationMails.offer(event, after), now)))
                : registered(event, after, now);
        planned.writes().and(slept.writes());
        planned.writes().and(taking.writes());
        registrations.turn(before).ifPresent(turn -> planned.writes().and(registrations.take(turn)));
        return planned;
    }

    /** One step of serving those who wait; empty when nothing can be done now. */
    public Transaction serve(Event event, Instant now) {
        List<WaitlistEntry> line = registrations.line(event.id());
        if (line.isEmpty()) {
            return hall.releaseReserved(event.id());
        }
        if (event.state() != Event.State.PUBLISHED
                || now.isAfter(event.details().start().minus(LAST_OFFER))) {
            return new Transaction();
        }
        int places = hall.availableToWaitlist(
                event.id(), line.stream().mapToInt(WaitlistEntry::party).max().orElse(0));
        return WaitlistEntry.next(line, places)
                .flatMap(choice -> offer(event, choice, now))
                .orElseGet(Transaction::new);
    }

    private Optional<Transaction> offer(Event event, WaitlistEntry.Choice choice, Instant now) {
        WaitlistEntry turn = choice.next();
        Registration before =
                registrations.find(event.id(), turn.registration()).orElseThrow();
        Optional<RoomAllocation.Allocation> slept = allocate(event, before, true);
        if (slept.isEmpty()) {
            return Optional.empty();
        }
        return hall.takeForWaiting(event.id(), turn.party()).map(taking -> {
            Registration after = before.holding(State.OFFERED, taking.seats(), until(TO_ACCEPT, 4, event, now))
                    .sleeping(slept.get());
            var writes = taking.writes()
                    .and(slept.get().writes())
                    .and(registrations.put(after))
                    .and(registrations.take(turn))
                    .and(outbox.put(registrationMails.offer(event, after), now));
            choice.passed().forEach(passed -> writes.and(registrations.put(passed.skippedOnce())));
            return writes;
        });
    }

    /** @param part near the event it is this part of the time that is left */
    private static Instant until(Duration longest, int part, Event event, Instant now) {
        Duration left = Duration.between(now, event.details().start()).dividedBy(part);
        return now.plus(left.compareTo(longest) < 0 ? left : longest);
    }

    private static void requireStanding(Event event, Instant now) {
        if (event.state() == Event.State.CANCELLED) {
            throw Problem.refused("Diese Veranstaltung fällt aus.");
        }
        if (!now.isBefore(event.details().start())) {
            throw Problem.refused("Diese Veranstaltung hat schon begonnen.");
        }
        if (event.state() != Event.State.PUBLISHED || !event.hasSeats()) {
            throw Problem.refused("Für diese Veranstaltung meldet man sich nicht an.");
        }
    }

    private static void requireOpen(Event event, Instant now) {
        requireStanding(event, now);
        Instant opens = event.details().terms().opens();
        if (opens != null && now.isBefore(opens)) {
            throw Problem.refused("Die Anmeldung beginnt am " + GermanFormat.moment(opens) + ".");
        }
        if (!now.isBefore(event.closes())) {
            throw Problem.refused("Die Anmeldung ist geschlossen. Fragen Sie die Geschäftsstelle: "
                    + event.details().contact());
        }
    }

    private static Problem tooMany(int limit, int has) {
        return Problem.conflict(
                "zu-viele",
                "So viele Plätze gibt es nicht für eine Kommune",
                has == 0
                        ? "Je Kommune sind " + limit + " Plätze vorgesehen."
                        : "Je Kommune sind " + limit + " Plätze vorgesehen; Sie haben schon " + has + ".",
                Map.of());
    }
}
