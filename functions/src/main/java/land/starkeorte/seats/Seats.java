package land.starkeorte.seats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * Every seat of an event is an item of its own as long as nobody has it: who takes it deletes it, in the transaction of the
 * registration, which remembers its number. So nobody counts, nothing is hot, and a seat is never taken twice.
 *
 * <pre>
 * pk       sk            what
 * (event)  capacity      how many seats were made, and how many are wanted
 * (event)  free#(number) a seat that anybody may take
 * (event)  kept#(number) a seat that belongs to whoever is next in the waiting list
 * </pre>
 */
public final class Seats implements SeatSource {
    /** Far enough apart that those who come in the same moment seldom reach for the same seat. */
    private static final int WINDOW = 24;

    /** Seats made or taken away in one transaction; DynamoDB allows 100 items. */
    private static final int CHUNK = 90;

    private final Table table;

    /** In this table. */
    public Seats(Table table) {
        this.table = table;
    }

    /**
     * How many seats there are.
     *
     * @param made how many exist, taken or not; more than are wanted as long as those who have them keep them
     * @param next the number of the next seat; no number is used again
     */
    public record SeatCount(int made, int next, int version) {
        static final SeatCount NONE = new SeatCount(0, 0, 0);

        SeatCount changed(int by) {
            return new SeatCount(made + by, next + Math.max(by, 0), version);
        }
    }

    /** A seat that nobody has. */
    public record Seat(int number) {}

    @Override
    public Optional<SeatSource.SeatHold> hold(String event, int party) {
        var free = new ArrayList<>(anywhere(event, party + WINDOW));
        if (free.size() < party) {
            return Optional.empty();
        }
        Collections.shuffle(free, ThreadLocalRandom.current());
        List<Integer> seats = List.copyOf(free.subList(0, party));
        return Optional.of(new SeatSource.SeatHold(seats, all(seats, seat -> table.delete(event, free(seat)))));
    }

    /**
     * Takes seats for somebody who may never come back: of the hall so many in a hundred, and no others. Which seats these are
     * follows from their numbers, so nobody has to count.
     */
    public Optional<SeatSource.SeatHold> lend(String event, int party, int percent) {
        List<Integer> seats = anywhere(event, (party + WINDOW) * 5).stream()
                .filter(seat -> isLent(seat, percent))
                .limit(party)
                .toList();
        return seats.size() < party
                ? Optional.empty()
                : Optional.of(new SeatSource.SeatHold(seats, all(seats, seat -> table.delete(event, free(seat)))));
    }

    private static boolean isLent(int seat, int percent) {
        return (seat + 1) * percent / 100 > seat * percent / 100;
    }

    /** From anywhere in the hall onwards, then from its beginning. */
    private List<Integer> anywhere(String event, int most) {
        String start = "free#%08x".formatted(ThreadLocalRandom.current().nextInt());
        List<Integer> behind = numbers(event, start, "free#~", most);
        return behind.size() == most
                ? behind
                : Stream.concat(behind.stream(), numbers(event, "free#", start, most - behind.size()).stream())
                        .distinct()
                        .toList();
    }

    /** Up to {@code most} seats that anybody may take. */
    public int free(String event, int most) {
        return freeSeats(event, most).size();
    }

    /** How many seats somebody has, or is held for. */
    public int taken(String event) {
        // Free and kept ones stand beside each other, and nothing between them.
        return capacity(event).made() - table.count(event, "free#", "kept#~");
    }

    /** Up to {@code most} seats that whoever is next in the waiting list may have. */
    public int availableToWaitlist(String event, int most) {
        int kept = kept(event, most).size();
        return kept + free(event, most - kept);
    }

    /** Takes seats for somebody who waited: those that were kept, then others. */
    public Optional<SeatSource.SeatHold> takeForWaiting(String event, int party) {
        List<Integer> kept = kept(event, party);
        List<Integer> free = freeSeats(event, party - kept.size());
        return kept.size() + free.size() < party
                ? Optional.empty()
                : Optional.of(new SeatSource.SeatHold(
                        Stream.concat(kept.stream(), free.stream()).toList(),
                        all(kept, seat -> table.delete(event, kept(seat)))
                                .and(all(free, seat -> table.delete(event, free(seat))))));
    }

    /** Keeps what is free for those who wait; too little for somebody, so it is little. */
    public Transaction reserveRestForWaitlist(String event, int fewerThan) {
        return Transaction.all(freeSeats(event, fewerThan - 1).stream()
                .map(seat -> Transaction.of(table.delete(event, free(seat)), add(event, seat, true))));
    }

    /** Whoever registers may have what was kept, because nobody waits any more; a part of it at a time. */
    public Transaction releaseReserved(String event) {
        return Transaction.all(kept(event, CHUNK / 2).stream()
                .map(seat -> Transaction.of(table.delete(event, kept(seat)), add(event, seat, false))));
    }

    /**
     * Gives seats back: to those who wait, else to everybody. Where fewer are wanted than there are, they cease to be.
     *
     * @param wanted how many the event has
     */
    public Transaction release(String event, List<Integer> seats, int wanted, boolean somebodyWaits) {
        if (seats.isEmpty()) {
            return Transaction.NONE;
        }
        SeatCount capacity = capacity(event);
        int tooMany = Math.clamp(capacity.made() - wanted, 0, seats.size());
        Transaction back = all(seats.subList(tooMany, seats.size()), seat -> add(event, seat, somebodyWaits));
        // Nobody may lower the capacity unseen in between.
        return back.and(
                tooMany == 0
                        ? table.check(event, "capacity", capacity.version())
                        : table.save(event, "capacity", capacity.changed(-tooMany)));
    }

    /**
     * One step towards as many seats as are wanted; empty when it is done, or when all that are too many are taken.
     *
     * @param somebodyWaits for whom new seats are kept
     */
    public Transaction resizeTo(String event, int wanted, boolean somebodyWaits) {
        SeatCount capacity = capacity(event);
        int missing = wanted - capacity.made();
        if (missing > 0) {
            int some = Math.min(missing, CHUNK);
            return Transaction.of(table.save(event, "capacity", capacity.changed(some)))
                    .and(Transaction.of(IntStream.range(capacity.next(), capacity.next() + some)
                            .mapToObj(seat -> add(event, seat, somebodyWaits))));
        }
        List<Integer> spare = freeSeats(event, Math.min(-missing, CHUNK));
        return spare.isEmpty()
                ? Transaction.NONE
                : all(spare, seat -> table.delete(event, free(seat)))
                        .and(table.save(event, "capacity", capacity.changed(-spare.size())));
    }

    /** How many seats there are now. */
    public SeatCount capacity(String event) {
        return table.find(event, "capacity", SeatCount.class).orElse(SeatCount.NONE);
    }

    private List<Integer> freeSeats(String event, int most) {
        return numbers(event, "free#", "free#~", most);
    }

    private List<Integer> kept(String event, int most) {
        return numbers(event, "kept#", "kept#~", most);
    }

    private List<Integer> numbers(String event, String from, String to, int most) {
        return most < 1
                ? List.of()
                : table.first(event, from, to, most, Seat.class).stream()
                        .map(Seat::number)
                        .toList();
    }

    private Write add(String event, int seat, boolean kept) {
        return table.add(event, kept ? kept(seat) : free(seat), new Seat(seat));
    }

    private static Transaction all(List<Integer> seats, IntFunction<Write> write) {
        return Transaction.of(seats.stream().map(write::apply));
    }

    private static String free(int seat) {
        return "free#" + scattered(seat);
    }

    private static String kept(int seat) {
        return "kept#" + scattered(seat);
    }

    /** Different for different numbers, as 2654435769 is odd, and evenly spread (D. Knuth, TAOCP 3, section 6.4). */
    private static String scattered(int seat) {
        return "%08x".formatted(seat * 0x9E3779B9);
    }
}
