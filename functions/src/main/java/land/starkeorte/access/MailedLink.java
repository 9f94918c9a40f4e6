package land.starkeorte.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that was mailed: it opens one session, and nothing by itself.
 *
 * @param session id of the session that it was used for; absent until then
 * @param expires epoch seconds after which it is forgotten, and can no longer ask for another one in its place
 */
record MailedLink(Holder holder, Instant issued, @Nullable String session, long expires, int version) {
    /** How long an unused link works. */
    static final Duration WORKS = Duration.ofDays(7);

    /** How long a link that works no longer still helps to a new one: longer than a draft is kept. */
    private static final Duration REMEMBERED = Duration.ofDays(97);

    static MailedLink issued(Holder holder, Instant now) {
        return new MailedLink(holder, now, null, now.plus(REMEMBERED).getEpochSecond(), 0);
    }

    /** Whether it may open this session: unused and in time, or used for just this one, which then asked twice. */
    boolean opens(String sessionId, Instant now) {
        return session == null ? now.isBefore(issued.plus(WORKS)) : session.equals(sessionId);
    }

    MailedLink usedFor(String sessionId) {
        return new MailedLink(holder, issued, sessionId, expires, version);
    }
}
