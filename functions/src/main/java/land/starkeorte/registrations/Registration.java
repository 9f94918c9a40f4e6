package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.seats.RoomAllocation;
import land.starkeorte.seats.RoomAllocation.Bed;
import org.jspecify.annotations.Nullable;

/**
 * A delegation that wants to come to an event.
 *
 * @param who whose places it counts among: a municipality's AGS, or a guest's fingerprint
 * @param ags the municipality of a member; empty for guests
 * @param seats numbers of the seats it holds; as many as people, or none
 * @param beds those it holds, where there are rooms
 * @param since when it was registered
 * @param until when it loses its seats unless somebody acts; absent where nobody has to
 * @param reason why it ended, or why the office did what it did
 * @param named how often somebody else was named in it, see {@link land.starkeorte.mail.MailLimits}; absent where nobody was
 */
public record Registration(
        String id,
        String event,
        State state,
        String who,
        String ags,
        Delegation delegation,
        List<Integer> seats,
        List<Bed> beds,
        Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable Integer named,
        int version) {
    public enum State {
        /** A guest's address is not confirmed yet, or a member has not said yet that it pays; for a while seats are held. */
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

    /**
     * Somebody who comes.
     *
     * @param needs what they need to be able to come; empty where nothing, where nobody asked, or after the event
     * @param room number among the event's kinds of rooms; 0 where there are none
     */
    public record Person(String name, String office, String mail, String needs, int room) {
        Person in(int newRoom) {
            return new Person(name, office, mail, needs, newRoom);
        }
    }

    /**
     * Who comes.
     *
     * @param people the first is asked when something is unclear, and always has an address
     * @param answers to the event's questions, in their order
     * @param buyer whom it is invoiced to; absent where it costs nothing, and long after the event
     */
    public record Delegation(
            List<Person> people,
            List<String> answers,
            @Nullable Buyer buyer) {
        public Delegation {
            people = List.copyOf(people);
            answers = List.copyOf(answers);
        }

        public int size() {
            return people.size();
        }

        /** Others come, or fewer; who pays stays. */
        Delegation billedAs(Delegation before) {
            return new Delegation(people, answers, before.buyer);
        }

        String contact() {
            return people.getFirst().mail();
        }

        /** The kind of room that each of them has chosen. */
        List<Integer> rooms() {
            return people.stream().map(Person::room).toList();
        }

        /** The same people in these rooms. */
        Delegation in(List<Integer> rooms) {
            return new Delegation(
                    IntStream.range(0, people.size())
                            .mapToObj(number -> people.get(number).in(rooms.get(number)))
                            .toList(),
                    answers,
                    buyer);
        }

        /** Addresses of those who come along. */
        Set<String> others() {
            return people.stream()
                    .map(Person::mail)
                    .filter(mail -> !mail.isEmpty() && !mail.equals(contact()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public Registration {
        seats = List.copyOf(seats);
        beds = List.copyOf(beds);
    }

    static Registration waiting(String id, String event, String who, String ags, Delegation delegation, Instant now) {
        return new Registration(
                        id, event, State.WAITING, who, ags, delegation, List.of(), List.of(), now, null, "", null, 0)
                .naming(delegation.others().size());
    }

    Registration holding(State newState, List<Integer> newSeats, @Nullable Instant newUntil) {
        return new Registration(
                id, event, newState, who, ags, delegation, newSeats, beds, since, newUntil, reason, named, version);
    }

    Registration registered() {
        return holding(State.REGISTERED, seats, null);
    }

    Registration ended(State newState, String why) {
        return new Registration(
                id, event, newState, who, ags, delegation, List.of(), List.of(), since, null, why, named, version);
    }

    Registration with(Delegation newDelegation, List<Integer> newSeats) {
        return new Registration(
                id, event, state, who, ags, newDelegation, newSeats, beds, since, until, reason, named, version);
    }

    Registration because(String why) {
        return new Registration(id, event, state, who, ags, delegation, seats, beds, since, until, why, named, version);
    }

    /** So many times more somebody else was named in it. */
    Registration naming(int more) {
        int all = more + (named == null ? 0 : named);
        return new Registration(
                id, event, state, who, ags, delegation, seats, beds, since, until, reason, all, version);
    }

    /** In these beds; people may have been given another kind of room than they wished. */
    Registration sleeping(RoomAllocation.Allocation allocation) {
        return inBeds(delegation.in(allocation.rooms()), allocation.beds());
    }

    /** Its beds are somebody else's. */
    Registration withoutBeds() {
        return inBeds(delegation, List.of());
    }

    private Registration inBeds(Delegation inRooms, List<Bed> newBeds) {
        return new Registration(
                id, event, state, who, ags, inRooms, seats, newBeds, since, until, reason, named, version);
    }

    /** After the event: what somebody needed, to eat or to get in, is nobody's business any more. */
    public Registration withoutNeeds() {
        return forgetting(new Delegation(
                delegation.people().stream()
                        .map(person -> new Person(person.name(), person.office(), person.mail(), "", person.room()))
                        .toList(),
                delegation.answers(),
                delegation.buyer()));
    }

    /** Long after the event: only the numbers stay. */
    public Registration withoutNames() {
        return forgetting(new Delegation(
                delegation.people().stream()
                        .map(person -> new Person("", "", "", "", person.room()))
                        .toList(),
                List.of(),
                null));
    }

    private Registration forgetting(Delegation less) {
        State newState = isHeld() || state == State.WAITING ? State.LAPSED : state;
        return new Registration(id, event, newState, who, ags, less, seats, beds, since, null, reason, named, version);
    }

    public boolean isActive() {
        return state != State.CANCELLED && state != State.LAPSED;
    }

    /** Whether nobody knows yet that the guest exists. */
    public boolean isUnconfirmed() {
        return state == State.PENDING && ags.isEmpty();
    }

    /** Whether somebody must act before {@link #until}. */
    public boolean isHeld() {
        return state == State.PENDING || state == State.OFFERED;
    }

    public int size() {
        return delegation.size();
    }
}
