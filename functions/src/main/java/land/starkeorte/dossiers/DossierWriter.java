package land.starkeorte.dossiers;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Response;
import land.starkeorte.store.IdempotentWriter;

/** Changes that do not depend on each other: when somebody else wrote in between, they are made again on what is stored now. */
public final class DossierWriter {
    /** So many people do not write into one dossier at the same moment. */
    private static final int TRIES = 6;

    private final Dossiers dossiers;
    private final Clock clock;

    public DossierWriter(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** What becomes of a dossier, and what is written with it. */
    public record Change(Dossier before, Dossier after, AlsoWritten additions) {
        /** There is nothing to do: it is as it was asked to be. */
        public static Change none(Dossier dossier) {
            return new Change(dossier, dossier, AlsoWritten.NONE);
        }
    }

    /** Writes what {@code change} makes of the dossier, which it reads anew each time. */
    public void retrying(Supplier<Change> change) {
        write(
                change,
                (made, now) -> made.before().equals(made.after())
                        ? new WriteResult.Done()
                        : dossiers.change(made.before(), made.after(), made.additions(), now));
    }

    /** The same, once for this key: a repeat gets the answer of the first. */
    public Response onlyOnce(IdempotencyKey key, Supplier<Change> change, Function<Change, Response> answer) {
        var answered = dossiers.answered(key, clock.instant());
        if (answered.isPresent()) {
            return answered.get().repeat(key);
        }
        var given = new Response[1];
        WriteResult outcome = write(change, (made, now) -> {
            given[0] = answer.apply(made);
            var additions = made.additions().answering(key.storing(given[0]));
            return dossiers.change(made.before(), made.after(), additions, now);
        });
        return outcome instanceof WriteResult.Repeated(var first) ? first.repeat(key) : given[0];
    }

    /** An answer that says no more than that it is done. */
    public static Response created(Change made) {
        return Response.created(Map.of());
    }

    private interface Write {
        WriteResult write(Change made, Instant now);
    }

    private WriteResult write(Supplier<Change> change, Write writing) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            WriteResult outcome = writing.write(change.get(), clock.instant());
            if (!(outcome instanceof WriteResult.Stale)) {
                return outcome;
            }
        }
        throw IdempotentWriter.busy();
    }
}
