package land.starkeorte.mail;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Batch;

/**
 * Sends at a pace that SES allows: what was written for many as soon as the stream tells of it, and by a schedule whatever is
 * left. However many of these run, they share the pace, a second at a time.
 */
final class SweepMails implements TriggeredFunction {
    /** Mails a second: below the 14 that SES allows at first, with room for those that the stream delivers. */
    private static final int PACE = 10;

    /** One run ends before the next begins; that one takes the rest. */
    private static final Duration LONGEST = Duration.ofMinutes(13);

    private final MailSender sender;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /** @param pause waits so long */
    SweepMails(MailSender sender, Clock clock, Consumer<Duration> pause) {
        this.sender = sender;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void accept(Trigger trigger) {
        Instant begun = clock.instant();
        var batch = new Batch("mails not swept");
        List<String> told = trigger.keys("pk");
        boolean swept = told.isEmpty();
        boolean more = true;
        for (int from = 0; more && Duration.between(begun, clock.instant()).compareTo(LONGEST) < 0; ) {
            Instant second = clock.instant();
            if (sender.isTurn()) {
                List<String> next = swept ? sender.due(PACE) : told.subList(from, Math.min(from + PACE, told.size()));
                sender.send(next, batch::attempt);
                from += next.size();
                more = swept ? next.size() == PACE : from < told.size();
            }
            if (more) {
                pause.accept(Duration.ofSeconds(1).minus(Duration.between(second, clock.instant())));
            }
        }
        batch.end("Mails not sent");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        sender.prime();
    }
}
