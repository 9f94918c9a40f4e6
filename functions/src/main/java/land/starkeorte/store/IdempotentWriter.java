package land.starkeorte.store;

import static land.starkeorte.store.DynamoItems.number;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Response;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What endpoints do to a feature's table: all of it or nothing, and with a key only once. When somebody else wrote in
 * between, it is planned again on what is stored now.
 */
public final class IdempotentWriter {
    /** Longer than any browser or person retries. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(2);

    /** So many people do not write the same thing at the same moment. */
    private static final int TRIES = 12;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Clock clock;

    /** Answers are kept in {@code table}. */
    public IdempotentWriter(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = clock;
    }

    /** What is to be written, and what is said when it is. */
    public record Effect(Transaction writes, Response answer) {}

    /**
     * Does it once for this key: a repeat gets the answer of the first. Whether it is a repeat is asked only when something is
     * in the way, because it seldom is one; that the plan is refused may be what the first try has done.
     */
    public Response onlyOnce(IdempotencyKey once, Supplier<Effect> plan) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Effect act;
            try {
                act = plan.get();
            } catch (RuntimeException refused) {
                return storedResponse(once, clock.instant())
                        .orElseThrow(() -> refused)
                        .repeat(once);
            }
            var writes = act.writes().and(store(once.storing(act.answer()), clock.instant()));
            if (DynamoItems.write(dynamoDb, writes.writes()).isEmpty()) {
                return act.answer();
            }
            var answered = storedResponse(once, clock.instant());
            if (answered.isPresent()) {
                return answered.get().repeat(once);
            }
        }
        throw busy();
    }

    /** Does what can be repeated without harm: the plan sees by itself that it is done. */
    public Response retrying(Supplier<Effect> plan) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Effect act = plan.get();
            var writes = act.writes().writes();
            if (writes.isEmpty() || DynamoItems.write(dynamoDb, writes).isEmpty()) {
                return act.answer();
            }
        }
        throw busy();
    }

    /** Too many at the same moment; nothing was written. */
    public static Problem busy() {
        return Problem.conflict(
                "beschaeftigt",
                "Gerade schreiben mehrere Personen",
                "Bitte versuchen Sie es gleich noch einmal. Nichts ist verloren.",
                Map.of());
    }

    /** What this key was answered, as long as it is kept. */
    public Optional<IdempotencyKey.StoredResponse> storedResponse(IdempotencyKey once, Instant now) {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(key(once)).consistentRead(true))
                .item();
        return Optional.of(item)
                .filter(found -> !found.isEmpty() && number(found, "expires") > now.getEpochSecond())
                .map(found -> DynamoItems.record(found, IdempotencyKey.StoredResponse.class));
    }

    /** Keeps the answer; belongs into the transaction of the effect. */
    public TransactWriteItem store(IdempotencyKey.StoredResponse answer, Instant now) {
        var item = new HashMap<>(key(answer.once()));
        item.putAll(DynamoItems.item(answer));
        item.put("expires", number(now.plus(ANSWERS_KEPT).getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk) OR expires <= :now")
                        .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond()))))
                .build();
    }

    private static Map<String, AttributeValue> key(IdempotencyKey once) {
        return Map.of("pk", DynamoItems.text("once#" + once.key()), "sk", DynamoItems.text("answer"));
    }
}
