package land.starkeorte.platform;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What the schedule starts: each feature's round; everything is tried, then what failed is named loudly. */
public final class ScheduledJobs implements LambdaFunction {
    private final List<ScheduledJob> rounds;
    private final Clock clock;

    /** These, one after the other. */
    public ScheduledJobs(List<ScheduledJob> rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream event) {
        Instant now = clock.instant();
        var batch = new Batch("round not done");
        for (ScheduledJob round : rounds) {
            batch.attempt(round.getClass().getSimpleName(), () -> round.go(now, batch::attempt));
        }
        batch.end("Not done");
        return new byte[0];
    }

    /** Looks without acting: at a time when nothing can be due. */
    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        for (ScheduledJob round : rounds) {
            round.go(Instant.EPOCH, (what, work) -> {});
        }
    }
}
