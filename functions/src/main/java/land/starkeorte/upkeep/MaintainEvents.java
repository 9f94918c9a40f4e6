package land.starkeorte.upkeep;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.LambdaFunction;

/** Told by the registrations' stream that somebody waits, that a seat came free or that all must be told; and by a schedule. */
final class MaintainEvents implements LambdaFunction {
    private final EventUpkeep upkeep;
    private final Clock clock;

    MaintainEvents(EventUpkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream event) {
        var batch = new Batch("event not tended");
        List<String> told = Batch.streamKeys(event, "pk", List::of);
        if (told.isEmpty()) {
            batch.attempt("due", () -> upkeep.go(clock.instant(), batch::attempt));
        } else {
            told.forEach(id -> batch.attempt(id, () -> upkeep.tend(id, batch::attempt)));
        }
        batch.end("Not tended");
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        upkeep.go(Instant.EPOCH, (what, work) -> {});
    }
}
