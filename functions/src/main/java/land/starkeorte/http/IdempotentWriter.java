package land.starkeorte.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.store.Condition;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * What endpoints do to a feature's table: all of it or nothing, and with a key only once. When somebody else wrote in
 * between, it is planned again on what is stored now.
 */
public final class IdempotentWriter {
    /** Longer than any browser or person retries. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(2);

    private final Table table;
    private final Clock clock;

    /** Answers are kept in {@code table}. */
    public IdempotentWriter(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Does it once for this key: a repeat gets the answer of the first. Whether it is a repeat is asked only when something is
     * in the way, because it seldom is one; that the plan is refused may be what the first try has done.
     */
    public Response onlyOnce(IdempotencyKey once, Supplier<Planned<Response>> plan) {
        return table.store()
                .retrying(
                        () -> {
                            Planned<Response> planned;
                            try {
                                planned = plan.get();
                            } catch (RuntimeException refused) {
                                return new Planned<>(
                                        Transaction.NONE, repeated(once).orElseThrow(() -> refused));
                            }
                            var kept = store(once.storing(planned.result()), clock.instant());
                            return new Planned<>(planned.writes().and(kept), planned.result());
                        },
                        () -> repeated(once));
    }

    /** Does what can be repeated without harm: the plan sees by itself that it is done. */
    public Response retrying(Supplier<Planned<Response>> plan) {
        return table.store().retrying(plan);
    }

    /** What this key was answered before; nothing where it is new. */
    public Optional<Response> repeated(IdempotencyKey once) {
        return storedResponse(once, clock.instant()).map(stored -> stored.repeat(once));
    }

    /** A kept answer, and until when it is kept in epoch seconds. */
    private record Kept(IdempotencyKey once, int status, String body, long expires) {}

    /** What this key was answered, as long as it is kept. */
    public Optional<IdempotencyKey.StoredResponse> storedResponse(IdempotencyKey once, Instant now) {
        return table.find(pk(once), "answer", Kept.class)
                .filter(kept -> kept.expires() > now.getEpochSecond())
                .map(kept -> new IdempotencyKey.StoredResponse(kept.once(), kept.status(), kept.body()));
    }

    /** Keeps the answer; belongs into the transaction of the effect. */
    public Write store(IdempotencyKey.StoredResponse answer, Instant now) {
        long expires = now.plus(ANSWERS_KEPT).getEpochSecond();
        return table.put(
                pk(answer.once()),
                "answer",
                new Kept(answer.once(), answer.status(), answer.body(), expires),
                new Condition.Expired(now));
    }

    private static String pk(IdempotencyKey once) {
        return "once#" + once.key();
    }
}
