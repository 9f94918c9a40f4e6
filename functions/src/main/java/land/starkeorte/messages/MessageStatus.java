package land.starkeorte.messages;

import java.time.Instant;
import java.time.LocalDate;
import land.starkeorte.forms.GermanFormat;
import org.jspecify.annotations.Nullable;

/**
 * How far the messages of a dossier have got.
 *
 * @param fromMunicipality when it wrote last
 * @param fromStaff when the office wrote last
 * @param seenByMunicipality up to when it has read
 * @param seenByStaff up to when the office has read
 * @param unansweredSince when the municipality asked what nobody has answered yet
 * @param today how many messages the newest day has
 */
public record MessageStatus(
        @Nullable Instant fromMunicipality,
        @Nullable Instant fromStaff,
        @Nullable Instant seenByMunicipality,
        @Nullable Instant seenByStaff,
        @Nullable Instant unansweredSince,
        @Nullable Tally today) {
    public static final MessageStatus NONE = new MessageStatus(null, null, null, null, null, null);

    /** Nobody writes more to anybody by hand; without a limit a dossier could be filled by a script. */
    public static final int MOST_A_DAY = 30;

    /** How much each side wrote on a day, in the office's time zone. */
    record Tally(LocalDate day, int municipality, int staff) {
        Tally and(Author side) {
            return switch (side) {
                case MUNICIPALITY -> new Tally(day, municipality + 1, staff);
                case STAFF -> new Tally(day, municipality, staff + 1);
            };
        }

        int of(Author side) {
            return switch (side) {
                case MUNICIPALITY -> municipality;
                case STAFF -> staff;
            };
        }
    }

    /** Whether this side has not yet written as much today as it may. */
    public boolean hasRoom(Author side, Instant at) {
        return tally(at).of(side) < MOST_A_DAY;
    }

    private Tally tally(Instant at) {
        LocalDate day = GermanFormat.dayOf(at);
        return today == null || !today.day().equals(day) ? new Tally(day, 0, 0) : today;
    }

    /** Writing is not reading: a message that crossed this one stays unread. */
    public MessageStatus wrote(Author side, Instant at) {
        return switch (side) {
            case MUNICIPALITY ->
                new MessageStatus(
                        at,
                        fromStaff,
                        seenByMunicipality,
                        seenByStaff,
                        unansweredSince == null ? at : unansweredSince,
                        tally(at).and(side));
            case STAFF ->
                new MessageStatus(
                        fromMunicipality,
                        at,
                        seenByMunicipality,
                        seenByStaff,
                        null,
                        tally(at).and(side));
        };
    }

    /** A later look stays: two windows may tell of their reading in any order. What is not written yet nobody has read. */
    public MessageStatus read(Author side, Instant upTo) {
        return switch (side) {
            case MUNICIPALITY ->
                new MessageStatus(
                        fromMunicipality,
                        fromStaff,
                        later(seenByMunicipality, earlier(fromStaff, upTo)),
                        seenByStaff,
                        unansweredSince,
                        today);
            case STAFF ->
                new MessageStatus(
                        fromMunicipality,
                        fromStaff,
                        seenByMunicipality,
                        later(seenByStaff, earlier(fromMunicipality, upTo)),
                        unansweredSince,
                        today);
        };
    }

    /** Nothing waits for the office any more. */
    public MessageStatus answered() {
        return new MessageStatus(fromMunicipality, fromStaff, seenByMunicipality, seenByStaff, null, today);
    }

    /** Whether this side has not read what the other wrote last. */
    public boolean isUnread(Author by) {
        return switch (by) {
            case MUNICIPALITY -> isAfter(fromStaff, seenByMunicipality);
            case STAFF -> isAfter(fromMunicipality, seenByStaff);
        };
    }

    private static boolean isAfter(@Nullable Instant written, @Nullable Instant seen) {
        return written != null && (seen == null || written.isAfter(seen));
    }

    private static @Nullable Instant later(@Nullable Instant before, @Nullable Instant now) {
        return now == null || (before != null && before.isAfter(now)) ? before : now;
    }

    private static @Nullable Instant earlier(@Nullable Instant written, Instant seen) {
        return written != null && written.isAfter(seen) ? seen : written;
    }
}
