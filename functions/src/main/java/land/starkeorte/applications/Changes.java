package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.Once;
import land.starkeorte.http.Response;

/** Changes that do not depend on each other: when somebody else wrote in between, they are made again on what is stored now. */
final class Changes {
    /** So many people do not write into one dossier at the same moment. */
    private static final int TRIES = 6;

    private final Dossiers dossiers;
    private final Clock clock;

    Changes(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** What becomes of a dossier, and what is written with it. */
    record Change(Dossier before, Dossier after, Additions additions) {
        /** There is nothing to do: it is as it was asked to be. */
        static Change none(Dossier dossier) {
            return new Change(dossier, dossier, Additions.NONE);
        }
    }

    /** Writes what {@code change} makes of the dossier, which it reads anew each time. */
    void settle(Supplier<Change> change) {
        write(
                change,
                (made, now) -> made.before().equals(made.after())
                        ? new Outcome.Done()
                        : dossiers.change(made.before(), made.after(), made.additions(), now));
    }

    /** The same, once for this key: a repeat gets the answer of the first. */
    Response once(Once once, Supplier<Change> change, Function<Change, Response> answer) {
        var answered = dossiers.answered(once, clock.instant());
        if (answered.isPresent()) {
            return answered.get().repeat(once);
        }
        var given = new Response[1];
        Outcome outcome = write(change, (made, now) -> {
            given[0] = answer.apply(made);
            var additions = made.additions().answering(once.answer(given[0]));
            return dossiers.change(made.before(), made.after(), additions, now);
        });
        return outcome instanceof Outcome.Repeated(var first) ? first.repeat(once) : given[0];
    }

    /** An answer that says no more than that it is done. */
    static Response created(Change made) {
        return Response.created(Map.of());
    }

    private interface Writing {
        Outcome write(Change made, Instant now);
    }

    private Outcome write(Supplier<Change> change, Writing writing) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Outcome outcome = writing.write(change.get(), clock.instant());
            if (!(outcome instanceof Outcome.Stale)) {
                return outcome;
            }
        }
        throw DynamoActs.busy();
    }
}
