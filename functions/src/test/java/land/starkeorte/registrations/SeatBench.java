package land.starkeorte.registrations;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.seats.SeatSource;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Index;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.testing.Conflicts;
import land.starkeorte.testing.Faults;

/**
 * 1000 seats, 2000 delegations of one to four people, 16 at the same moment, by the whole handler: an item for each seat
 * against one counter for all, in turns, with the conflicts that DynamoDB has and DynamoDB Local has not; then the same on
 * DynamoDB's worst day.
 */
public final class SeatBench {
    private static final int SCALE = Boolean.getBoolean("small") ? 50 : 1;
    private static final int SEATS = 1_000 / SCALE;
    private static final int DELEGATIONS = 2_000 / SCALE;
    private static final int THREADS = 16;
    private static final int RECEIVERS = 10_000 / SCALE;

    private SeatBench() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws InterruptedException {
        int rounds = Integer.getInteger("rounds", 5);
        double items = 0;
        double counter = 0;
        // Without rounds only the mailing is measured.
        for (int round = 0; rounds > 0 && round <= rounds; round++) {
            double one = rush("an item a seat", true, round);
            double other = rush("one counter   ", false, round);
            // The first round warms the virtual machine up.
            items += round == 0 ? 0 : one;
            counter += round == 0 ? 0 : other;
        }
        System.out.printf(
                "seats/s on average: items %,.0f, counter %,.0f, ratio %.2f%n",
                items / rounds, counter / rounds, items / counter);
        if (rounds > 0) {
            underFaults();
        }
        tellEverybody();
        System.exit(0);
    }

    private static double rush(String name, boolean seatItems, int round) throws InterruptedException {
        var conflicts = new Conflicts();
        var events = new EventFixture(EventFixture.event("Andrang").put("capacity", SEATS), conflicts::over);
        Store client = new DynamoStore(conflicts.over(events.dossiers.tables().client()));
        LambdaFunction api = seatItems ? events.api : oneCounter(events, client);
        List<ConcurrentRegistrations.Answered> answers =
                new ConcurrentRegistrations(events.event, DELEGATIONS, THREADS, round).go(api);
        List<ConcurrentRegistrations.Answered> coming =
                answers.stream().filter(ConcurrentRegistrations.Answered::comes).toList();
        if (seatItems) {
            // What was kept because the next delegation was too large is offered to those behind it.
            events.round();
        }
        int taken = events.taken().size();
        // Until the last seat is taken; after that there is only the waiting list.
        long start = answers.stream()
                .mapToLong(ConcurrentRegistrations.Answered::start)
                .min()
                .orElseThrow();
        long soldOut = coming.stream()
                .mapToLong(ConcurrentRegistrations.Answered::end)
                .max()
                .orElseThrow();
        double[] millis = coming.stream()
                .mapToDouble(answered -> (answered.end() - answered.start()) / 1e6)
                .sorted()
                .toArray();
        int seats = coming.stream()
                .mapToInt(answered -> answered.attempt().people())
                .sum();
        double rate = seats / ((soldOut - start) / 1e9);
        System.out.printf(
                "round %d, %s: %,d seats taken, at once %,d by %,d delegations, %,d wait; %,.0f seats/s, p50 %.0f ms, p99 %.0f ms, %,d conflicts%n",
                round,
                name,
                taken,
                seats,
                coming.size(),
                answers.size() - coming.size(),
                rate,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                conflicts.met.get());
        return rate;
    }

    private static void underFaults() throws InterruptedException {
        var faults = new Faults(1);
        var events = new EventFixture(EventFixture.event("Andrang").put("capacity", SEATS), faults::over);
        List<ConcurrentRegistrations.Answered> answers =
                new ConcurrentRegistrations(events.event, DELEGATIONS, THREADS, 1).go(events.api);
        long repeated = answers.stream()
                .filter(answered -> ConcurrentRegistrations.ask(events.api, answered.attempt())
                        .body()
                        .equals(answered.body()))
                .count();
        for (int i = 0; i < 300; i++) {
            try {
                events.round();
                break;
            } catch (RuntimeException | Faults.Killed again) {
                // The schedule comes again.
            }
        }
        long mails = events.mails("eventregistered").size()
                + events.mails("eventwaiting").size();
        System.out.printf(
                "under faults (%s): %,d seats held, %,d different, %,d left; %,d answers, %,d the same again, %,d mails%n",
                faults.report(),
                events.taken().size(),
                new HashSet<>(events.taken()).size(),
                events.empty().size(),
                answers.size(),
                repeated,
                mails);
    }

    /** A mailing that has not ended. */
    private record Underway(String event) {}

    /** The same endpoints over a hall that is one number. */
    private static LambdaFunction oneCounter(EventFixture events, Store client) {
        RegistrationParts parts = RegistrationFunctions.parts(
                events.registering().own(),
                new OneCounter(client.table(events.dossiers.tables().table("RegistrationsTable"))),
                BookingCharges.NONE,
                client,
                events.dossiers.clock());
        return new HttpFunction(
                RegisteringFunctions.routes(parts, events.registering(), client, events.dossiers.clock()), () -> {});
    }

    /** An event with 10,000 people is cancelled, by a process that is killed again and again. */
    private static void tellEverybody() {
        var faults = new Faults(2);
        var events = new EventFixture(EventFixture.event("Kongress").put("capacity", 10_000), faults::over);
        var table = events.dossiers.tables().reach("RegistrationsTable");
        var registrations = new Registrations(table);
        for (int from = 0; from < RECEIVERS; from += 100) {
            var some = Transaction.NONE;
            for (int i = from; i < from + 100; i++) {
                var person = new Delegation.Person("P" + i, "", "p" + i + "@gemeinde.example", "", 0);
                some = some.and(registrations.put(Registration.asked(
                                Secrets.derivedId("p" + i),
                                events.event,
                                "p" + i,
                                "",
                                new Delegation(List.of(person), List.of(), null),
                                events.dossiers.clock().instant())
                        .begun(RegistrationState.REGISTERED, Registration.Hold.of(List.of(i)))));
            }
            registrations.write(some);
        }
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Sturm\"}");
        long start = System.nanoTime();
        int runs = 1;
        for (boolean done = false; !done; runs++) {
            try {
                events.round();
                done = table.first(Index.WAITING, "mailing", " ", "~", 1, Underway.class)
                        .isEmpty();
            } catch (RuntimeException | Faults.Killed again) {
                // The schedule comes again.
            }
        }
        var told = events.mails("eventoff");
        System.out.printf(
                "mailing to %,d under faults (%s): %,d mails to %,d people, written in %.1f s by %d runs%n",
                RECEIVERS,
                faults.report(),
                told.size(),
                told.stream().map(mail -> mail.path("to").asString()).distinct().count(),
                (System.nanoTime() - start) / 1e9,
                runs);
    }

    /** How it is often done: one number that everybody raises. */
    private static final class OneCounter implements SeatSource {
        private final Table table;

        OneCounter(Table table) {
            this.table = table;
        }

        private record Counter(int taken, int version) {}

        @Override
        public Optional<SeatSource.SeatHold> hold(String event, int party) {
            Counter before = table.find(event, "counter", Counter.class).orElse(new Counter(0, 0));
            int taken = before.taken();
            if (taken + party > SEATS) {
                return Optional.empty();
            }
            var raise = table.save(event, "counter", new Counter(taken + party, before.version()));
            return Optional.of(new SeatSource.SeatHold(
                    IntStream.range(taken, taken + party).boxed().toList(), Transaction.of(raise)));
        }
    }
}
