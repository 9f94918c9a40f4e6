package land.starkeorte.registrations;

import java.time.Instant;
import java.util.List;
import land.starkeorte.seats.RoomAllocation;
import land.starkeorte.seats.RoomAllocation.Bed;
import org.jspecify.annotations.Nullable;

/**
 * A delegation that wants to come to an event.
 *
 * @param who whose places it counts among: a municipality's AGS, or a guest's fingerprint
 * @param ags the municipality of a member; empty for guests
 * @param hold the seats that it has, or that wait for it
 * @param since when it was registered
 * @param reason why it ended, or why the office did what it did
 * @param named how often somebody else was named in it, see {@link land.starkeorte.mail.MailLimits}; absent where nobody was
 */
public record Registration(
        String id,
        String event,
        RegistrationState state,
        String who,
        String ags,
        Delegation delegation,
        Hold hold,
        Instant since,
        String reason,
        @Nullable Integer named,
        int version) {
    /**
     * What a delegation holds of the hall and of the rooms.
     *
     * @param seats their numbers; as many as people, or none
     * @param beds where there are rooms
     * @param until when it loses them unless somebody acts; absent where nobody has to
     */
    record Hold(
            List<Integer> seats, List<Bed> beds, @Nullable Instant until) {
        static final Hold NOTHING = new Hold(List.of(), List.of(), null);

        /** What it is made of can be read by many at once. */
        public Hold {
            seats = List.copyOf(seats);
            beds = List.copyOf(beds);
        }

        static Hold of(List<Integer> seats) {
            return new Hold(seats, List.of(), null);
        }

        Hold until(@Nullable Instant end) {
            return new Hold(seats, beds, end);
        }
    }

    /** Somebody asks; where it stands at first shows when the seats are known, see {@link #begun}. */
    static Registration asked(String id, String event, String who, String ags, Delegation delegation, Instant now) {
        return new Registration(
                        id, event, RegistrationState.WAITING, who, ags, delegation, Hold.NOTHING, now, "", null, 0)
                .naming(delegation.others().size());
    }

    /** Where it stands at first. */
    Registration begun(RegistrationState first, Hold newHold) {
        if (version != 0 || !first.canBegin()) {
            throw new IllegalStateException("No registration begins as " + first);
        }
        return copy(first, delegation, newHold, reason, named);
    }

    /** Where it stands next. */
    Registration moved(RegistrationState next, Hold newHold) {
        return moved(next, newHold, reason);
    }

    private Registration moved(RegistrationState next, Hold newHold, String why) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("No registration becomes " + next + " from " + state);
        }
        return copy(next, delegation, newHold, why, named);
    }

    Registration registered() {
        return moved(RegistrationState.REGISTERED, hold.until(null));
    }

    Registration ended(RegistrationState end, String why) {
        return moved(end, Hold.NOTHING, why);
    }

    /** It stands as it did, but nothing is held for it; it can still be answered until then. */
    Registration unheld(Instant until) {
        return copy(state, delegation, Hold.NOTHING.until(until), reason, named);
    }

    /** Others come, in these seats. */
    Registration with(Delegation newDelegation, List<Integer> newSeats) {
        return copy(state, newDelegation, new Hold(newSeats, beds(), until()), reason, named);
    }

    Registration because(String why) {
        return copy(state, delegation, hold, why, named);
    }

    /** So many times more somebody else was named in it. */
    Registration naming(int more) {
        return copy(state, delegation, hold, reason, more + timesNamed());
    }

    int timesNamed() {
        return named == null ? 0 : named;
    }

    /** In these beds; people may have been given another kind of room than they wished. */
    Registration sleeping(RoomAllocation.Allocation allocation) {
        return copy(
                state, delegation.in(allocation.rooms()), new Hold(seats(), allocation.beds(), until()), reason, named);
    }

    /** After the event: what somebody needed, to eat or to get in, is nobody's business any more. */
    public Registration withoutNeeds() {
        return forgetting(delegation.withoutNeeds());
    }

    /** Long after the event: only the numbers stay. */
    public Registration withoutNames() {
        return forgetting(delegation.withoutNames());
    }

    /** Nobody answers or waits any more; which seats it had stays known. */
    private Registration forgetting(Delegation less) {
        boolean open = state.canBecome(RegistrationState.LAPSED);
        return copy(open ? RegistrationState.LAPSED : state, less, hold.until(null), reason, named);
    }

    private Registration copy(
            RegistrationState newState,
            Delegation newDelegation,
            Hold newHold,
            String newReason,
            @Nullable Integer newNamed) {
        return new Registration(
                id, event, newState, who, ags, newDelegation, newHold, since, newReason, newNamed, version);
    }

    /** Numbers of the seats that it holds. */
    public List<Integer> seats() {
        return hold.seats();
    }

    /** The beds that it holds. */
    List<Bed> beds() {
        return hold.beds();
    }

    /** How many beds it holds in this kind of room. */
    public int bedsIn(int room) {
        return (int) beds().stream().filter(bed -> bed.room() == room).count();
    }

    /** When it loses its seats unless somebody acts; absent where nobody has to. */
    public @Nullable Instant until() {
        return hold.until();
    }

    /** Whether they come or may still come. */
    public boolean isActive() {
        return !state.isFinal();
    }

    /** Whether nobody knows yet that the guest exists. */
    public boolean isUnconfirmed() {
        return state == RegistrationState.PENDING && ags.isEmpty();
    }

    /** Whether somebody must act before {@link #until}. */
    boolean isHeld() {
        return state.isToBeAnswered();
    }

    /** Whether they come. */
    boolean comes() {
        return state == RegistrationState.REGISTERED;
    }

    /** How many they are. */
    public int size() {
        return delegation.size();
    }
}
