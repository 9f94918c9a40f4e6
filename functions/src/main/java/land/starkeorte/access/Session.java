package land.starkeorte.access;

import java.time.Duration;
import java.time.Instant;

/**
 * A browser that was let in.
 *
 * @param id names it in lists; follows from the secret, which it does not tell
 * @param seen when it last asked for something, to within {@link #NOTED_EVERY}
 * @param ends when it is over, whatever happens
 * @param expires epoch seconds after which it is forgotten
 */
public record Session(
        String id, Holder holder, Kind kind, Instant started, Instant seen, Instant ends, long expires, int version) {
    /** How a browser came in. */
    public enum Kind {
        /** The one in which something was begun, before any mail had arrived. */
        BEGUN(Duration.ofHours(12), Duration.ofHours(12)),
        /** By a mailed link. */
        VISIT(Duration.ofHours(12), Duration.ofMinutes(60)),
        /** By a mailed link, on a computer that is to be remembered. */
        REMEMBERED(Duration.ofDays(30), Duration.ofDays(30));

        private final Duration longest;
        private final Duration idle;

        Kind(Duration longest, Duration idle) {
            this.longest = longest;
            this.idle = idle;
        }
    }

    /** Writing down each request would cost more than the request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    /** How long one that is over still helps to a new link. */
    private static final Duration KEPT = Duration.ofDays(30);

    static Session starting(String id, Holder holder, Kind kind, Instant now) {
        Instant ends = now.plus(kind.longest);
        return new Session(id, holder, kind, now, now, ends, ends.plus(KEPT).getEpochSecond(), 0);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(until());
    }

    /** When it is over if nothing more is asked for. */
    public Instant until() {
        Instant idle = seen.plus(kind.idle);
        return idle.isBefore(ends) ? idle : ends;
    }

    boolean isToBeNoted(Instant now) {
        return !now.isBefore(seen.plus(NOTED_EVERY));
    }

    Session seenAt(Instant now) {
        return new Session(id, holder, kind, started, now, ends, expires, version);
    }
}
