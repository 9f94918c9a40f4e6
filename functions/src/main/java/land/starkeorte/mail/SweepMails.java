package land.starkeorte.mail;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import land.starkeorte.lambda.Batch;
import land.starkeorte.lambda.LambdaFunction;

/** The guarantee: a schedule sends what the stream did not, and what was meant for many, at a pace that SES allows. */
final class SweepMails implements LambdaFunction {
    /** Mails a second: below the 14 that SES allows at first, with room for those that the stream delivers. */
    private static final int PACE = 10;

    /** One run ends before the next begins; that one takes the rest. */
    private static final Duration LONGEST = Duration.ofMinutes(13);

    private final Sender sender;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /** @param pause waits so long */
    SweepMails(Sender sender, Clock clock, Consumer<Duration> pause) {
        this.sender = sender;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public byte[] apply(InputStream event) {
        Instant begun = clock.instant();
        var batch = new Batch("mails not swept");
        int sent = PACE;
        for (Instant second = begun;
                sent == PACE && Duration.between(begun, second).compareTo(LONGEST) < 0;
                second = clock.instant()) {
            sent = sender.sendDue(PACE, batch::attempt);
            if (sent == PACE) {
                pause.accept(Duration.ofSeconds(1).minus(Duration.between(second, clock.instant())));
            }
        }
        batch.end("Mails not sent");
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        sender.prime();
    }
}
