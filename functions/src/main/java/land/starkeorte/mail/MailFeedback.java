package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * What SES tells by SNS about a mail that came back: the address is suppressed, somebody is told, the ledger notes it; each
 * of it repeatable, so that it may be told twice, in any order, and begun again after a crash.
 */
final class MailFeedback implements TriggeredFunction {
    private final Outbox outbox;
    private final BounceListener told;
    private final Clock clock;

    MailFeedback(Outbox outbox, BounceListener told, Clock clock) {
        this.outbox = outbox;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("feedback not noted");
        trigger.event().path("Records").forEach(record -> {
            JsonNode sns = record.path("Sns");
            batch.attempt(
                    sns.path("MessageId").asString(""),
                    () -> note(Json.MAPPER.readTree(sns.path("Message").asString())));
        });
        batch.end("Feedback not noted");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
        var _ = outbox.find("priming");
    }

    private void note(JsonNode news) {
        String id = news.path("mail").path("tags").path("mail").path(0).asString("");
        String kind = news.path("eventType").asString("");
        boolean complaint = kind.equals("Complaint");
        if (id.isEmpty() || !(complaint || kind.equals("Bounce"))) {
            return;
        }
        String reason =
                complaint ? "complaint" : news.path("bounce").path("bounceType").asString("unknown");
        outbox.find(id).ifPresent(entry -> {
            // A full mailbox empties again; what is gone for good, or complains, must not be written to.
            if (complaint || reason.equals("Permanent")) {
                outbox.suppress(entry.mail().to(), reason, clock.instant());
            }
            told.bounced(entry.mail(), complaint);
            outbox.closed(id, OutboxEntry.State.BOUNCED, reason);
        });
    }
}
