package land.starkeorte.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delegation that wants to come to an event.
 *
 * @param who whose places it counts among: a municipality's AGS, or a guest's fingerprint
 * @param ags the municipality of a member; empty for guests
 * @param seats numbers of the seats it holds; as many as people, or none
 * @param since when it was registered
 * @param until when it loses its seats unless somebody acts; absent where nobody has to
 * @param reason why it ended, or why the office did what it did
 */
record Registration(
        String id,
        String event,
        State state,
        String who,
        String ags,
        Delegation delegation,
        List<Integer> seats,
        Instant since,
        @Nullable Instant until,
        String reason,
        int version) {
    enum State {
        /** A guest's address is not confirmed yet; the seats are held. */
        PENDING,
        /** They come. */
        REGISTERED,
        /** They stand in the waiting list. */
        WAITING,
        /** They waited, and seats are held for them. */
        OFFERED,
        /** They do not come. */
        CANCELLED,
        /** Nobody confirmed or accepted in time. */
        LAPSED
    }

    /** @param needs what they need to be able to come; empty where nothing, where nobody asked, or after the event */
    record Person(String name, String office, String mail, String needs) {}

    /**
     * Who comes.
     *
     * @param people the first is asked when something is unclear, and always has an address
     * @param answers to the event's questions, in their order
     */
    record Delegation(List<Person> people, List<String> answers) {
        Delegation {
            people = List.copyOf(people);
            answers = List.copyOf(answers);
        }

        int size() {
            return people.size();
        }

        String contact() {
            return people.getFirst().mail();
        }
    }

    Registration {
        seats = List.copyOf(seats);
    }

    static Registration waiting(String id, String event, String who, String ags, Delegation delegation, Instant now) {
        return new Registration(id, event, State.WAITING, who, ags, delegation, List.of(), now, null, "", 0);
    }

    Registration holding(State newState, List<Integer> newSeats, @Nullable Instant newUntil) {
        return new Registration(id, event, newState, who, ags, delegation, newSeats, since, newUntil, reason, version);
    }

    Registration registered() {
        return holding(State.REGISTERED, seats, null);
    }

    Registration ended(State newState, String why) {
        return new Registration(id, event, newState, who, ags, delegation, List.of(), since, null, why, version);
    }

    Registration with(Delegation newDelegation, List<Integer> newSeats) {
        return new Registration(id, event, state, who, ags, newDelegation, newSeats, since, until, reason, version);
    }

    Registration because(String why) {
        return new Registration(id, event, state, who, ags, delegation, seats, since, until, why, version);
    }

    boolean isActive() {
        return state != State.CANCELLED && state != State.LAPSED;
    }

    /** Whether somebody must act before {@link #until}. */
    boolean isHeld() {
        return state == State.PENDING || state == State.OFFERED;
    }

    int size() {
        return delegation.size();
    }
}
