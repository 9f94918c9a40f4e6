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
public record ScheduledJobs(List<ScheduledJob> jobs, Clock clock) implements TriggeredFunction {
    /** And this one. */
    public ScheduledJobs and(ScheduledJob another) {
        return new ScheduledJobs(
                Stream.concat(jobs.stream(), Stream.of(another)).toList(), clock);
    }

    @Override
    public void accept(Trigger trigger) {
        Instant now = clock.instant();
        var batch = new Batch("round not done");
        for (ScheduledJob job : jobs) {
            batch.attempt(job.getClass().getSimpleName(), () -> job.go(now, batch::attempt));
        }
        batch.end("Not done");
    }

    /** Looks without acting: at a time when nothing can be due. */
    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        for (ScheduledJob job : jobs) {
            job.go(Instant.EPOCH, (what, work) -> {});
        }
    }
}
