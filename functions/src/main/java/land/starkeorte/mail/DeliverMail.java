package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;

/**
 * The fast path: the outbox's stream tells of new mails (and may tell twice, or late). Those that are written for many are passed
 * over: they leave at a pace ({@link SweepMails}), and nobody's own mail waits for them.
 */
final class DeliverMail implements TriggeredFunction {
    private final MailSender sender;

    DeliverMail(MailSender sender) {
        this.sender = sender;
    }

    @Override
    public void accept(Trigger trigger) {
        sender.send(trigger.keys("pk").stream()
                .filter(id -> !id.startsWith(Mail.MANY))
                .toList());
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        sender.prime();
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }
}
