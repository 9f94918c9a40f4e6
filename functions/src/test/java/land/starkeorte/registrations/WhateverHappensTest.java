package land.starkeorte.registrations;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;
import static land.starkeorte.registrations.SampleRegistration.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventSettings;
import land.starkeorte.events.SampleEvent;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.seats.Seats.Seat;
import land.starkeorte.seats.WaitlistEntry;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import org.junit.jupiter.api.Test;

/** Whatever is asked for, in whatever order: no seat is lost or had twice, and everybody is counted as they stand. */
class WhateverHappensTest {
    private static final int SEATS = 12;
    private static final int LIMIT = 5;
    private static final int STEPS = 60;
    private static final List<String> MUNICIPALITIES = List.of("12073008", "03159016", "05515000");

    @Test
    void seatsQuotasAndTheLineFitTogetherAfterEveryStep() {
        var seen = new HashSet<RegistrationState>();
        for (int seed = 0; seed < 120; seed++) {
            seen.addAll(new Run(seed, new SampleEvent().seats(SEATS, LIMIT).event()).go());
        }
        assertThat(seen).as("every state was reached").containsExactlyInAnyOrder(RegistrationState.values());
    }

    @Test
    void whereItCostsSomethingExactlyThoseOweItWhoCome() {
        for (int seed = 0; seed < 60; seed++) {
            var run = new Run(
                    seed, new SampleEvent().seats(SEATS, LIMIT).costs(100_00).event());
            run.go();
            assertThat(run.owing).as("seed %d", seed).isEqualTo(run.coming());
        }
    }

    /** One event, from sixteen days before it to its beginning. */
    private static final class Run implements BookingCharges {
        final Set<String> owing = new HashSet<>();

        private final Event event;
        private final int seed;
        private final Random random;
        private final Table table;
        private final RegistrationParts parts;
        private Instant now = NOW;
        private int guests;

        Run(int seed, Event event) {
            this.seed = seed;
            this.event = event;
            random = new Random(seed);
            var store = new MemoryStore();
            table = store.table("registrations");
            Table events = store.table("events");
            assertThat(events.write(events.put("events", event.id(), event))).isTrue();
            parts = RegistrationFunctions.parts(
                    new EventSettings("events", "registrations", "outbox", "https://starke-orte.example"),
                    this,
                    store,
                    Clock.fixed(NOW, ZoneOffset.UTC));
            parts.makeSeats().finish(event);
        }

        @Override
        public Transaction booked(PaidBooking booked) {
            assertThat(owing.add(booked.id())).as("booked once").isTrue();
            return Transaction.NONE;
        }

        @Override
        public Transaction ended(String registration, long owed, String why) {
            assertThat(owing.remove(registration)).as("was booked").isTrue();
            return Transaction.NONE;
        }

        Set<RegistrationState> go() {
            var seen = new HashSet<RegistrationState>();
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.between(now, START).dividedBy(STEPS));
                step();
                if (random.nextBoolean()) {
                    expire();
                    serve();
                }
                holds(step);
                all().forEach(registration -> seen.add(registration.state()));
            }
            return seen;
        }

        private void step() {
            String ags = MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size()));
            int size = 1 + random.nextInt(4);
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> write(parts.register().member(event, ags, people(size), now));
                case 3 -> write(parts.register().guest(event, stranger(size), 50, now));
                case 4 -> write(parts.register().office(event, stranger(size), "gebeten", now));
                case 5 ->
                    any().ifPresent(one -> write(parts.change()
                            .change(
                                    event,
                                    one,
                                    like(one, size),
                                    random.nextBoolean() ? By.OFFICE : By.THEMSELVES,
                                    now)));
                case 6 -> any().ifPresent(one -> write(parts.end().cancel(event, one, "", By.OFFICE, now)));
                case 7 -> any().ifPresent(one -> write(parts.accept().accept(event, one, now)));
                default -> any().ifPresent(one -> write(parts.waitlist().prefer(event, one, "eilig", now)));
            }
        }

        private Delegation stranger(int size) {
            String mail = "gast" + guests++ + "@ort.example";
            return new Delegation(
                    Stream.concat(
                                    Stream.of(new Delegation.Person("G", "", mail, "", 0)),
                                    people(size).people().stream().skip(1))
                            .toList(),
                    List.of(),
                    null);
        }

        /** So many people with the same first one. */
        private static Delegation like(Registration before, int size) {
            return new Delegation(
                    Stream.concat(
                                    before.delegation().people().stream().limit(1),
                                    people(size).people().stream().skip(1))
                            .toList(),
                    List.of(),
                    null);
        }

        private Optional<Registration> any() {
            List<Registration> all = all();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }

        private void write(Outcome outcome) {
            if (outcome instanceof Granted granted) {
                assertThat(parts.registrations().write(granted.writes())).isTrue();
            }
        }

        private void expire() {
            parts.expiry().go(now, (what, work) -> work.run());
        }

        private void serve() {
            for (Transaction step = parts.waitlist().serve(event, now);
                    !step.writes().isEmpty();
                    step = parts.waitlist().serve(event, now)) {
                assertThat(parts.registrations().write(step)).isTrue();
            }
        }

        private List<Registration> all() {
            return parts.registrations().of(event.id());
        }

        Set<String> coming() {
            var coming = new HashSet<String>();
            all().stream().filter(Registration::comes).forEach(one -> coming.add(one.id()));
            return coming;
        }

        private void holds(int step) {
            String at = "seed %d, step %d".formatted(seed, step);
            List<Registration> all = all();
            var seats = new ArrayList<Integer>();
            all.forEach(one -> seats.addAll(one.seats()));
            Stream.of("free#", "kept#")
                    .flatMap(kind -> table.all(event.id(), kind, Seat.class).stream())
                    .forEach(seat -> seats.add(seat.number()));
            assertThat(seats).as(at).doesNotHaveDuplicates().hasSize(SEATS);
            for (Registration one : all) {
                int expected = switch (one.state()) {
                    case REGISTERED, OFFERED -> one.size();
                    case PENDING -> one.seats().isEmpty() ? 0 : one.size();
                    case WAITING, CANCELLED, LAPSED -> 0;
                };
                assertThat(one.seats()).as(at).hasSize(expected);
                assertThat(one.until() != null).as(at).isEqualTo(one.isHeld());
            }
            assertThat(parts.registrations().line(event.id()))
                    .as(at)
                    .allMatch(entry -> entry.passed() <= WaitlistEntry.MOST_PASSED)
                    .extracting(WaitlistEntry::registration, WaitlistEntry::party)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(one -> one.state() == RegistrationState.WAITING)
                            .map(one -> tuple(one.id(), one.size()))
                            .toList());
            for (String who : all.stream().map(Registration::who).distinct().toList()) {
                List<Registration> theirs = all.stream()
                        .filter(one -> one.who().equals(who) && one.isActive())
                        .toList();
                var share = parts.registrations().share(event.id(), who);
                assertThat(share.registrations())
                        .as(at)
                        .containsExactlyInAnyOrderElementsOf(
                                theirs.stream().map(Registration::id).toList());
                assertThat(share.people())
                        .as(at)
                        .isEqualTo(theirs.stream().mapToInt(Registration::size).sum());
            }
        }
    }
}
