package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.LambdaFunction;

/**
 * The fast path: the outbox's stream tells of new mails (and may tell twice, or late). Those that are written for many are passed
 * over: they leave at a pace ({@link SweepMails}), and nobody's own mail waits for them.
 */
final class DeliverMail implements LambdaFunction {
    private final MailSender sender;

    DeliverMail(MailSender sender) {
        this.sender = sender;
    }

    @Override
    public byte[] apply(InputStream event) {
        sender.send(Batch.streamKeys(event, "pk", List::of).stream()
                .filter(id -> !id.startsWith(Mail.MANY))
                .toList());
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        sender.prime();
        var _ = registered.apply(new ByteArrayInputStream("{\"Records\":[]}".getBytes(UTF_8)));
    }
}
