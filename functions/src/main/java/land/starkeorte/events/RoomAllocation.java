package land.starkeorte.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Registration.Bed;
import land.starkeorte.events.Registration.Delegation;
import land.starkeorte.events.Registration.Person;
import land.starkeorte.store.Transaction;

/** Beds in an event's rooms: each kind of room is a hall of its own, whose seats are its beds. */
final class RoomAllocation {
    private final Seats hall;

    RoomAllocation(Seats hall) {
        this.hall = hall;
    }

    /** What the hall of a kind of room is called. */
    static String of(Event event, int room) {
        return event.id() + "~" + room;
    }

    /** Who sleeps where, and what takes the beds. */
    record Allocation(Delegation delegation, List<Bed> beds, Transaction writes) {}

    /**
     * A bed for everybody, of the kind that they wish.
     *
     * @param otherwise whether another kind will do where that is full: who waited is told what it costs before they accept
     * @return nothing where there are too few
     */
    Optional<Allocation> allocate(Event event, Delegation delegation, boolean otherwise) {
        int kinds = event.details().terms().rooms().size();
        if (kinds == 0) {
            return Optional.of(new Allocation(delegation, List.of(), new Transaction()));
        }
        int[] wanted = new int[kinds];
        var people = new ArrayList<Person>();
        int[] left = new int[kinds];
        for (int room = 0; room < kinds; room++) {
            left[room] = hall.free(of(event, room), delegation.size());
        }
        for (Person person : delegation.people()) {
            int room = room(person.room(), left, otherwise);
            if (room < 0) {
                return Optional.empty();
            }
            left[room]--;
            wanted[room]++;
            people.add(new Person(person.name(), person.office(), person.mail(), person.needs(), room));
        }
        var beds = new ArrayList<Bed>();
        var writes = new Transaction();
        for (int room = 0; room < kinds; room++) {
            int kind = room;
            if (wanted[kind] == 0) {
                continue;
            }
            Optional<SeatSource.SeatHold> taking = hall.hold(of(event, kind), wanted[kind]);
            if (taking.isEmpty()) {
                return Optional.empty();
            }
            taking.get().seats().forEach(seat -> beds.add(new Bed(kind, seat)));
            writes.and(taking.get().writes());
        }
        return Optional.of(
                new Allocation(new Delegation(people, delegation.answers(), delegation.buyer()), beds, writes));
    }

    private static int room(int wished, int[] left, boolean otherwise) {
        if (left[wished] > 0) {
            return wished;
        }
        for (int room = 0; otherwise && room < left.length; room++) {
            if (left[room] > 0) {
                return room;
            }
        }
        return -1;
    }

    /** Somebody else may sleep there. */
    Transaction release(Event event, List<Bed> beds) {
        var writes = new Transaction();
        List<Event.Terms.Room> rooms = event.details().terms().rooms();
        for (int room = 0; room < rooms.size(); room++) {
            int kind = room;
            List<Integer> seats = beds.stream()
                    .filter(bed -> bed.room() == kind)
                    .map(Bed::seat)
                    .toList();
            writes.and(hall.release(of(event, kind), seats, rooms.get(kind).places(), false));
        }
        return writes;
    }
}
