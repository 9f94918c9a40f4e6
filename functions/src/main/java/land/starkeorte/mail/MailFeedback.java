package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import land.starkeorte.lambda.Json;
import land.starkeorte.lambda.LambdaFunction;
import tools.jackson.databind.JsonNode;

/** What SES tells by SNS about a mail that came back: it goes into the ledger, however often and in whatever order it is told. */
final class MailFeedback implements LambdaFunction {
    private final Outbox outbox;

    MailFeedback(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public byte[] apply(InputStream event) {
        Json.MAPPER
                .readTree(event)
                .path("Records")
                .forEach(record -> note(
                        Json.MAPPER.readTree(record.path("Sns").path("Message").asString())));
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        var _ = registered.apply(new ByteArrayInputStream("{\"Records\":[]}".getBytes(UTF_8)));
    }

    private void note(JsonNode told) {
        String id = told.path("mail").path("tags").path("mail").path(0).asString("");
        String kind =
                told.path("eventType").asString(told.path("notificationType").asString(""));
        if (id.isEmpty()) {
            return;
        }
        if (kind.equals("Bounce")) {
            outbox.closed(
                    id,
                    Entry.State.BOUNCED,
                    told.path("bounce").path("bounceType").asString("unknown"));
        } else if (kind.equals("Complaint")) {
            outbox.closed(id, Entry.State.BOUNCED, "complaint");
        }
    }
}
