package land.starkeorte.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail's line in the ledger, which is the outbox as long as it has not left.
 *
 * @param attempts how often sending was begun
 * @param due not before this time is it tried (again); a sender under way pushes it ahead, so that no second one begins
 * @param messageId what SES calls it, once sent
 * @param failure why it never will be sent
 * @param written what it said, once sent
 */
public record OutboxEntry(
        Mail mail,
        State state,
        Instant queuedAt,
        int attempts,
        Instant due,
        @Nullable String messageId,
        @Nullable String failure,
        @Nullable SentText written,
        int version) {
    /** How far it has got. */
    public enum State {
        /** It waits for its turn, or to be tried again. */
        QUEUED,
        /** The service took it. */
        SENT,
        /** It will not be sent. */
        FAILED,
        /** It came back, or its receiver complained. */
        BOUNCED,
        /** There was nothing to say: links were asked for an address that may open nothing. */
        DROPPED
    }

    static OutboxEntry queued(Mail mail, Instant now) {
        return new OutboxEntry(mail, State.QUEUED, now, 0, now, null, null, null, 0);
    }

    boolean isQueued() {
        return state == State.QUEUED;
    }

    boolean isDue(Instant now) {
        return isQueued() && !due.isAfter(now);
    }

    OutboxEntry claimed(Instant lease) {
        return due(lease, attempts + 1);
    }

    OutboxEntry due(Instant next, int tried) {
        return new OutboxEntry(mail, state, queuedAt, tried, next, messageId, failure, written, version);
    }

    OutboxEntry sent(String message, SentText text) {
        return new OutboxEntry(mail, State.SENT, queuedAt, attempts, due, message, failure, text, version);
    }

    OutboxEntry closed(State end, String reason) {
        return new OutboxEntry(mail, end, queuedAt, attempts, due, messageId, reason, written, version);
    }
}
