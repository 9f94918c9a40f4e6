package land.starkeorte.applications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the messages of a dossier have got.
 *
 * @param fromMunicipality when it wrote last
 * @param fromStaff when the office wrote last
 * @param seenByMunicipality up to when it has read
 * @param seenByStaff up to when the office has read
 * @param unansweredSince when the municipality asked what nobody has answered yet
 */
record Conversation(
        @Nullable Instant fromMunicipality,
        @Nullable Instant fromStaff,
        @Nullable Instant seenByMunicipality,
        @Nullable Instant seenByStaff,
        @Nullable Instant unansweredSince) {
    static final Conversation NONE = new Conversation(null, null, null, null, null);

    /** Writing is not reading: a message that crossed this one stays unread. */
    Conversation wrote(Side side, Instant at) {
        return switch (side) {
            case MUNICIPALITY ->
                new Conversation(
                        at, fromStaff, seenByMunicipality, seenByStaff, unansweredSince == null ? at : unansweredSince);
            case STAFF -> new Conversation(fromMunicipality, at, seenByMunicipality, seenByStaff, null);
        };
    }

    /** A later look stays: two windows may tell of their reading in any order. */
    Conversation read(Side side, Instant upTo) {
        return switch (side) {
            case MUNICIPALITY ->
                new Conversation(
                        fromMunicipality, fromStaff, later(seenByMunicipality, upTo), seenByStaff, unansweredSince);
            case STAFF ->
                new Conversation(
                        fromMunicipality, fromStaff, seenByMunicipality, later(seenByStaff, upTo), unansweredSince);
        };
    }

    /** Nothing waits for the office any more. */
    Conversation answered() {
        return new Conversation(fromMunicipality, fromStaff, seenByMunicipality, seenByStaff, null);
    }

    /** Whether this side has not read what the other wrote last. */
    boolean isUnread(Side by) {
        return switch (by) {
            case MUNICIPALITY -> isAfter(fromStaff, seenByMunicipality);
            case STAFF -> isAfter(fromMunicipality, seenByStaff);
        };
    }

    private static boolean isAfter(@Nullable Instant written, @Nullable Instant seen) {
        return written != null && (seen == null || written.isAfter(seen));
    }

    private static Instant later(@Nullable Instant before, Instant now) {
        return before != null && before.isAfter(now) ? before : now;
    }
}
