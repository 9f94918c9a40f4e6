package land.starkeorte.upkeep;

import java.time.Instant;
import java.util.Map;
import land.starkeorte.mail.OutboxEntry.State;
import org.jspecify.annotations.Nullable;

/**
 * A mailing to those who come, for the office.
 *
 * @param done whether all of its mails are written
 * @param written how many are
 * @param sent how many of these have left; absent, as {@code waiting} and {@code failed}, where they are too many to look at
 */
public record MailingView(
        BulkMail.Kind kind,
        Instant at,
        boolean done,
        int written,
        @Nullable Integer sent,
        @Nullable Integer waiting,
        @Nullable Integer failed) {
    static MailingView of(BulkMail mailing, @Nullable Map<State, Integer> standing) {
        return new MailingView(
                mailing.kind(),
                mailing.at(),
                mailing.done(),
                mailing.sent(),
                standing == null ? null : standing.getOrDefault(State.SENT, 0),
                standing == null ? null : standing.getOrDefault(State.QUEUED, 0),
                standing == null
                        ? null
                        : standing.getOrDefault(State.FAILED, 0) + standing.getOrDefault(State.BOUNCED, 0));
    }
}
