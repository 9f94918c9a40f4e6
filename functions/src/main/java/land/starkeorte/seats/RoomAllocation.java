package land.starkeorte.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Transaction;

/** Beds in an event's rooms: each kind of room is a hall of its own, whose seats are its beds. */
public final class RoomAllocation {
    private final Seats seats;

    /** Takes beds from these. */
    public RoomAllocation(Seats seats) {
        this.seats = seats;
    }

    /** What the hall of a kind of room is called. */
    public static String of(String event, int room) {
        return event + "~" + room;
    }

    /** A bed: one of the seats of a kind of room. */
    public record Bed(int room, int seat) {}

    /**
     * Who sleeps where, and what takes the beds.
     *
     * @param rooms the kind of room of each person
     */
    public record Allocation(List<Integer> rooms, List<Bed> beds, Transaction writes) {}

    /**
     * A bed for everybody, of the kind that they wish.
     *
     * @param kinds how many kinds of rooms there are
     * @param otherwise whether another kind will do where that is full: who waited is told what it costs before they accept
     * @return nothing where there are too few
     */
    public Optional<Allocation> allocate(String event, int kinds, List<Integer> wished, boolean otherwise) {
        var left = new ArrayList<Integer>();
        for (int room = 0; room < kinds; room++) {
            left.add(seats.free(of(event, room), wished.size()));
        }
        return assigned(wished, left, otherwise).flatMap(rooms -> take(event, kinds, rooms));
    }

    /**
     * Which kind of room each of them sleeps in; nothing where somebody has none.
     *
     * @param left how many beds of each kind are left; empty where there are no rooms
     */
    static Optional<List<Integer>> assigned(List<Integer> wished, List<Integer> left, boolean otherwise) {
        if (left.isEmpty()) {
            return Optional.of(wished);
        }
        var still = new ArrayList<>(left);
        var rooms = new ArrayList<Integer>();
        for (int wish : wished) {
            int room = still.get(wish) > 0 || !otherwise ? wish : firstWithRoom(still);
            if (room < 0 || still.get(room) == 0) {
                return Optional.empty();
            }
            still.set(room, still.get(room) - 1);
            rooms.add(room);
        }
        return Optional.of(rooms);
    }

    private static int firstWithRoom(List<Integer> left) {
        for (int room = 0; room < left.size(); room++) {
            if (left.get(room) > 0) {
                return room;
            }
        }
        return -1;
    }

    private Optional<Allocation> take(String event, int kinds, List<Integer> rooms) {
        var beds = new ArrayList<Bed>();
        var writes = Transaction.NONE;
        for (int room = 0; room < kinds; room++) {
            int kind = room;
            int wanted = (int) rooms.stream().filter(its -> its == kind).count();
            if (wanted > 0) {
                Optional<SeatSource.SeatHold> hold = seats.hold(of(event, kind), wanted);
                if (hold.isEmpty()) {
                    return Optional.empty();
                }
                hold.get().seats().forEach(seat -> beds.add(new Bed(kind, seat)));
                writes = writes.and(hold.get().writes());
            }
        }
        return Optional.of(new Allocation(rooms, beds, writes));
    }

    /**
     * Somebody else may sleep there.
     *
     * @param places how many beds of each kind the event has
     */
    public Transaction release(String event, List<Integer> places, List<Bed> beds) {
        var writes = Transaction.NONE;
        for (int room = 0; room < places.size(); room++) {
            int kind = room;
            List<Integer> freed = beds.stream()
                    .filter(bed -> bed.room() == kind)
                    .map(Bed::seat)
                    .toList();
            writes = writes.and(seats.release(of(event, kind), freed, places.get(kind), false));
        }
        return writes;
    }
}
