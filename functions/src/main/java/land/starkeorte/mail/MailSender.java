package land.starkeorte.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.Log;
import land.starkeorte.platform.ScheduledJob;

/**
 * Sends what is due: each mail once, however often it is asked to. Between the hand-over to SES and the ledger's note a
 * sender can die; then the mail is sent a second time, because a mail twice is a nuisance and a mail never is a failure.
 */
final class MailSender {
    /** Longer than a sender can live, so that a lease ends only when its holder is dead. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** About a day with the pauses doubling up to four hours. */
    static final int MOST_ATTEMPTS = 12;

    /** So long a mail waits until it is asked again whether the one before it has left. */
    private static final Duration NEXT_TURN = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final LinkIssuer links;
    private final MailRenderer renderer;
    private final MailTransport transport;
    private final Clock clock;

    MailSender(Outbox outbox, LinkIssuer links, MailRenderer renderer, MailTransport transport, Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.renderer = renderer;
        this.transport = transport;
        this.clock = clock;
    }

    /** Tries every one of them, then fails loudly, naming those that did not leave. */
    void send(List<String> ids) {
        var batch = new Batch("mail not sent");
        ids.forEach(id -> batch.attempt(id, () -> send(id)));
        batch.end("Mails not sent");
    }

    /** Asks and writes what sending does, for a mail that does not exist. */
    void prime() {
        Instant now = clock.instant();
        outbox.claim("priming", now, now.plus(LEASE));
        var _ = outbox.isSuppressed(MailRenderer.SAMPLE.to());
        var _ = outbox.count("priming", List.of(), now);
        renderer.write(MailRenderer.SAMPLE, List.of(), now);
    }

    /** What is due, the oldest first, {@code most} at most. */
    List<String> due(int most) {
        return outbox.due(clock.instant(), most);
    }

    /** Tries each of them. */
    void send(List<String> ids, ScheduledJob.Attempts each) {
        ids.forEach(id -> each.attempt(id, () -> send(id)));
    }

    /** Whether this second is ours to send what is for many. */
    boolean isTurn() {
        return outbox.isTurn(clock.instant());
    }

    private void send(String id) {
        Instant now = clock.instant();
        var claimed = outbox.claim(id, now, now.plus(LEASE));
        if (claimed.isEmpty()) {
            return;
        }
        OutboxEntry entry = claimed.get();
        Mail mail = entry.mail();
        if (isEarly(mail)) {
            outbox.postpone(id, now.plus(NEXT_TURN));
            return;
        }
        if (outbox.isSuppressed(mail.to())) {
            outbox.closed(id, OutboxEntry.State.FAILED, "address suppressed");
            return;
        }
        if (!outbox.count(id, mail.counts(), now)) {
            outbox.closed(id, OutboxEntry.State.FAILED, "limit reached");
            return;
        }
        List<LinkIssuer.Link> drawn = mail.links() == null ? List.of() : links.issue(mail.links(), mail.to());
        if (mail.links() != null && drawn.isEmpty()) {
            outbox.closed(id, OutboxEntry.State.DROPPED, "no dossier");
            return;
        }
        try {
            String messageId = transport.send(mail.to(), renderer.write(mail, drawn, now), id);
            outbox.sent(id, messageId, renderer.written(mail, drawn));
        } catch (MailTransport.Refused refused) {
            outbox.closed(id, OutboxEntry.State.FAILED, refused.getClass().getSimpleName());
            Log.error("mail refused", id, refused);
        } catch (MailTransport.Busy busy) {
            if (entry.attempts() >= MOST_ATTEMPTS) {
                outbox.closed(id, OutboxEntry.State.FAILED, "service busy for too long");
            } else {
                outbox.retry(id, now.plus(pause(entry.attempts())));
            }
            throw busy;
        }
    }

    /** Whether the mail that has to arrive before it is still here. */
    private boolean isEarly(Mail mail) {
        return mail.after() != null
                && outbox.find(mail.after())
                        .filter(earlier -> earlier.state() == OutboxEntry.State.QUEUED)
                        .isPresent();
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(30L << attempts, 14_400));
    }
}
