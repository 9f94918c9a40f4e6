package land.starkeorte.interviews;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's interview, with the newest of its bookings.
 *
 * @param sequence how often it was changed, as calendars count it (RFC 5545, 3.8.7.4)
 * @param slot the booked slot's id, and what it said
 * @param reminded whether everybody was reminded of this booking, or needs no reminder
 * @param note how it went, for the office
 */
record Interview(
        String dossier,
        int sequence,
        State state,
        String slot,
        Instant start,
        Instant end,
        String link,
        String hostMail,
        boolean reminded,
        @Nullable String note,
        int version) {
    enum State {
        BOOKED,
        CANCELLED,
        HELD,
        /** The municipality did not come. */
        MISSED
    }

    /** Up to then it can be moved; later others have made their way for it. */
    private static final Duration MOVABLE_UNTIL = Duration.ofHours(24);

    static Interview first(String dossier, Slot slot, Instant now) {
        return new Interview(
                dossier,
                0,
                State.BOOKED,
                slot.id(),
                slot.start(),
                slot.end(),
                slot.link(),
                slot.hostMail(),
                isSoon(slot.start(), now),
                null,
                0);
    }

    /** Booked again, or moved. */
    Interview at(Slot other, Instant now) {
        return new Interview(
                dossier,
                sequence + 1,
                State.BOOKED,
                other.id(),
                other.start(),
                other.end(),
                other.link(),
                other.hostMail(),
                isSoon(other.start(), now),
                null,
                version);
    }

    Interview cancelled() {
        return changed(sequence + 1, State.CANCELLED, reminded, null);
    }

    Interview ended(State outcome, String newNote) {
        return changed(sequence, outcome, reminded, newNote);
    }

    Interview reminding() {
        return changed(sequence, state, true, note);
    }

    boolean isBooked() {
        return state == State.BOOKED;
    }

    boolean isMovable(Instant now) {
        return isBooked() && !isSoon(start, now);
    }

    /** Whether it is time for the reminder: a day before. */
    static boolean isSoon(Instant start, Instant now) {
        return !now.isBefore(start.minus(MOVABLE_UNTIL));
    }

    private Interview changed(int newSequence, State newState, boolean isReminded, @Nullable String newNote) {
        return new Interview(
                dossier, newSequence, newState, slot, start, end, link, hostMail, isReminded, newNote, version);
    }
}
