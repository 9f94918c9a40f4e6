package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.lambda.Json;
import land.starkeorte.lambda.LambdaFunction;
import tools.jackson.databind.JsonNode;

/** The fast path: the outbox's stream tells of new mails (and may tell twice, or late). */
final class DeliverMail implements LambdaFunction {
    private final Sender sender;

    DeliverMail(Sender sender) {
        this.sender = sender;
    }

    @Override
    public byte[] apply(InputStream event) {
        List<String> ids = Json.MAPPER
                .readTree(event)
                .path("Records")
                .valueStream()
                .map(DeliverMail::id)
                .toList();
        sender.send(ids);
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        sender.prime();
        var _ = registered.apply(new ByteArrayInputStream("{\"Records\":[]}".getBytes(UTF_8)));
    }

    private static String id(JsonNode change) {
        return change.path("dynamodb").path("Keys").path("id").path("S").asString();
    }
}
