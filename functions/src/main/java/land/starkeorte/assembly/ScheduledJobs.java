package land.starkeorte.assembly;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.ScheduledJob;

/** What the schedule starts: each feature's round; everything is tried, then what failed is named loudly. */
public final class ScheduledJobs implements TriggeredFunction {
    private final List<ScheduledJob> rounds;
    private final Clock clock;

    /** These, one after the other. */
    public ScheduledJobs(List<ScheduledJob> rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** And this one. */
    public ScheduledJobs and(ScheduledJob another) {
        return new ScheduledJobs(
                Stream.concat(rounds.stream(), Stream.of(another)).toList(), clock);
    }

    @Override
    public void accept(Trigger trigger) {
        Instant now = clock.instant();
        var batch = new Batch("round not done");
        for (ScheduledJob round : rounds) {
            batch.attempt(round.getClass().getSimpleName(), () -> round.go(now, batch::attempt));
        }
        batch.end("Not done");
    }

    /** Looks without acting: at a time when nothing can be due. */
    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        for (ScheduledJob round : rounds) {
            round.go(Instant.EPOCH, (what, work) -> {});
        }
    }
}
