package land.starkeorte.upkeep;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Batch;

/** Told by the registrations' stream that somebody waits, that a seat came free or that all must be told; and by a schedule. */
final class MaintainEvents implements TriggeredFunction {
    private final EventUpkeep upkeep;
    private final Clock clock;

    MaintainEvents(EventUpkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("event not tended");
        List<String> told = trigger.keys("pk");
        if (told.isEmpty()) {
            batch.attempt("due", () -> upkeep.go(clock.instant(), batch::attempt));
        } else {
            told.forEach(id -> batch.attempt(id, () -> upkeep.tend(id, batch::attempt)));
        }
        batch.end("Not tended");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        upkeep.go(Instant.EPOCH, (what, work) -> {});
    }
}
