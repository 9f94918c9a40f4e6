package land.starkeorte.store;

import static land.starkeorte.store.DynamoValues.key;
import static land.starkeorte.store.DynamoValues.value;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tables in DynamoDB. */
public final class DynamoStore implements Store {
    /** Reasons that say nothing about conditions, so that the same transaction may be tried again. */
    private static final List<String> PASSING =
            List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;

    /** By way of this client. */
    public DynamoStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public Table table(String name) {
        return new DynamoTable(dynamoDb, this, name);
    }

    @Override
    public Optional<Write> refused(Transaction transaction) {
        List<Write> writes = transaction.writes();
        if (writes.isEmpty()) {
            return Optional.empty();
        }
        var items = writes.stream().map(DynamoStore::item).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(items));
                return Optional.empty();
            } catch (TransactionCanceledException refused) {
                List<CancellationReason> reasons = refused.cancellationReasons();
                var failed = IntStream.range(0, reasons.size())
                        .filter(i ->
                                "ConditionalCheckFailed".equals(reasons.get(i).code()))
                        .findFirst();
                if (failed.isPresent()) {
                    return Optional.of(writes.get(failed.getAsInt()));
                }
                if (attempt == Retry.TRIES || reasons.stream().noneMatch(reason -> PASSING.contains(reason.code()))) {
                    throw refused;
                }
                Retry.pause(attempt);
            }
        }
    }

    private static TransactWriteItem item(Write write) {
        var condition = Expression.of(write.condition());
        var key = key(write.key().pk(), write.key().sk());
        var item = TransactWriteItem.builder();
        switch (write) {
            case Write.Put put ->
                item.put(to -> to.tableName(put.table())
                        .item(DynamoValues.attributes(put.item()))
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()));
            case Write.Delete delete ->
                item.delete(to -> to.tableName(delete.table())
                        .key(key)
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()));
            case Write.Check check ->
                item.conditionCheck(to -> to.tableName(check.table())
                        .key(key)
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(condition.values()));
            case Write.Count count -> {
                var add = Expression.adding(count.changes());
                item.update(to -> to.tableName(count.table())
                        .key(key)
                        .updateExpression(add.text())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(both(add.names(), condition.names()))
                        .expressionAttributeValues(both(add.values(), condition.values())));
            }
        }
        return item.build();
    }

    private static <V> Map<String, V> both(@Nullable Map<String, V> one, @Nullable Map<String, V> other) {
        var both = new HashMap<String, V>(one == null ? Map.of() : one);
        both.putAll(other == null ? Map.of() : other);
        return both;
    }

    /** What DynamoDB is told; every name is aliased, because DynamoDB reserves hundreds of words. */
    private record Expression(
            @Nullable String text,
            @Nullable Map<String, String> names,
            @Nullable Map<String, AttributeValue> values) {
        static Expression of(Condition condition) {
            return switch (condition) {
                case Condition.Any _ -> new Expression(null, null, null);
                case Condition.Absent _ -> new Expression("attribute_not_exists(pk)", null, null);
                case Condition.Present _ -> new Expression("attribute_exists(pk)", null, null);
                case Condition.Version(int version) ->
                    version == 0 ? of(new Condition.Absent()) : holds("version", fromN(Integer.toString(version)));
                case Condition.Holds(var attribute, var value) -> holds(attribute, fromS(value));
                case Condition.Below(var attribute, int limit) ->
                    new Expression(
                            "attribute_not_exists(#name) OR #name < :value",
                            Map.of("#name", attribute),
                            Map.of(":value", fromN(Integer.toString(limit))));
                case Condition.Expired(var now) ->
                    new Expression(
                            "attribute_not_exists(pk) OR expires <= :now",
                            null,
                            Map.of(":now", fromN(Long.toString(now.getEpochSecond()))));
            };
        }

        private static Expression holds(String attribute, AttributeValue value) {
            return new Expression("#name = :value", Map.of("#name", attribute), Map.of(":value", value));
        }

        static Expression adding(Map<String, Integer> changes) {
            var parts = new ArrayList<String>();
            var names = new HashMap<String, String>();
            var values = new HashMap<String, AttributeValue>();
            changes.forEach((name, change) -> {
                int i = parts.size();
                parts.add("#n%d :v%d".formatted(i, i));
                names.put("#n" + i, name);
                values.put(":v" + i, value(change));
            });
            return new Expression("ADD " + String.join(", ", parts), names, values);
        }
    }
}
