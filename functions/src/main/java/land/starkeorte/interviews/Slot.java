package land.starkeorte.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A time at which somebody of the network can talk.
 *
 * @param id sorts by its start
 * @param link where the talk takes place; told only to whoever booked it
 * @param host id of the person who offered it, and {@code hostMail} their address
 * @param dossier who booked it
 */
record Slot(
        String id,
        Instant start,
        Instant end,
        String link,
        String host,
        String hostMail,
        @Nullable String dossier,
        int version) {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    /** Nobody is ready at once. */
    private static final Duration NOTICE = Duration.ofHours(1);

    /** One after the other from {@code first}, as many as end by {@code last}. */
    static List<Slot> series(
            Instant first,
            Instant last,
            Duration length,
            String link,
            String host,
            String hostMail,
            Supplier<String> distinction) {
        var slots = new ArrayList<Slot>();
        for (Instant start = first; !start.plus(length).isAfter(last); start = start.plus(length)) {
            String id = from(start) + "-" + distinction.get();
            slots.add(new Slot(id, start, start.plus(length), link, host, hostMail, null, 0));
        }
        return slots;
    }

    /** The beginning of the ids of slots that start then. */
    static String from(Instant start) {
        return BASIC.format(start);
    }

    boolean isFree(Instant now) {
        return dossier == null && start.isAfter(now.plus(NOTICE));
    }

    boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    Slot takenBy(@Nullable String newDossier) {
        return new Slot(id, start, end, link, host, hostMail, newDossier, version);
    }
}
