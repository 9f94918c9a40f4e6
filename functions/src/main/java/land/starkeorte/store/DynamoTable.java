package land.starkeorte.store;

import static land.starkeorte.store.DynamoValues.key;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** A table in DynamoDB. */
final class DynamoTable implements Table {
    /** As many as one call may ask for. */
    private static final int MOST_AT_ONCE = 100;

    private final DynamoDbClient dynamoDb;
    private final DynamoStore store;
    private final String name;

    DynamoTable(DynamoDbClient dynamoDb, DynamoStore store, String name) {
        this.dynamoDb = dynamoDb;
        this.store = store;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public <R extends Record> Optional<R> find(String pk, String sk, Class<R> type) {
        var item = dynamoDb.getItem(get -> get.tableName(name).key(key(pk, sk)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(record(item, type));
    }

    @Override
    public <R extends Record> Map<String, R> each(Collection<String> pks, String sk, Class<R> type) {
        var found = new HashMap<String, R>();
        var all = new ArrayList<>(pks).stream().distinct().toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            var keys = all.subList(from, Math.min(from + MOST_AT_ONCE, all.size())).stream()
                    .map(pk -> key(pk, sk))
                    .toList();
            items(keys)
                    .map(DynamoValues::item)
                    .forEach(item -> found.put(item.path("pk").asString(), Items.record(item, type)));
        }
        return found;
    }

    private Stream<Map<String, AttributeValue>> items(List<Map<String, AttributeValue>> keys) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        Map<String, KeysAndAttributes> asked = Map.of(
                name,
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        while (!asked.isEmpty()) {
            var some = asked;
            var answer = dynamoDb.batchGetItem(get -> get.requestItems(some));
            items.addAll(answer.responses().getOrDefault(name, List.of()));
            asked = answer.unprocessedKeys();
        }
        return items.stream();
    }

    @Override
    public <R extends Record> List<R> between(String pk, String from, String to, Class<R> type) {
        return records(dynamoDb.queryPaginator(range(pk, from, to)).items().stream(), type);
    }

    @Override
    public <R extends Record> List<R> first(String pk, String from, String to, int most, Class<R> type) {
        return records(range(pk, from, to).andThen(query -> query.limit(most)), type);
    }

    @Override
    public <R extends Record> List<R> last(String pk, String from, String to, int most, Class<R> type) {
        return records(range(pk, from, to).andThen(query -> query.limit(most).scanIndexForward(false)), type);
    }

    @Override
    public int count(String pk, String from, String to) {
        return dynamoDb.queryPaginator(range(pk, from, to).andThen(query -> query.select(Select.COUNT))).stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    @Override
    public <R extends Record> List<R> first(Index index, String list, String from, String to, int most, Class<R> type) {
        return records(range(index, list, from, to).andThen(query -> query.limit(most)), type);
    }

    @Override
    public <R extends Record> List<R> last(Index index, String list, String from, String to, int most, Class<R> type) {
        return records(
                range(index, list, from, to).andThen(query -> query.limit(most).scanIndexForward(false)), type);
    }

    @Override
    public <R extends Record> List<R> all(Index index, String list, Class<R> type) {
        return records(
                dynamoDb
                        .queryPaginator(query -> query.tableName(name)
                                .indexName(index.name())
                                .keyConditionExpression("#hash = :list")
                                .expressionAttributeNames(Map.of("#hash", index.hash()))
                                .expressionAttributeValues(Map.of(":list", fromS(list))))
                        .items()
                        .stream(),
                type);
    }

    private Consumer<QueryRequest.Builder> range(String pk, String from, String to) {
        return query -> query.tableName(name)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(Map.of(":pk", fromS(pk), ":from", fromS(from), ":to", fromS(to)))
                .consistentRead(true);
    }

    private Consumer<QueryRequest.Builder> range(Index index, String list, String from, String to) {
        return query -> query.tableName(name)
                .indexName(index.name())
                .keyConditionExpression("#hash = :list AND #range BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#hash", index.hash(), "#range", index.range()))
                .expressionAttributeValues(Map.of(":list", fromS(list), ":from", fromS(from), ":to", fromS(to)));
    }

    private <R extends Record> List<R> records(Consumer<QueryRequest.Builder> query, Class<R> type) {
        return records(dynamoDb.query(query).items().stream(), type);
    }

    private static <R extends Record> List<R> records(Stream<Map<String, AttributeValue>> items, Class<R> type) {
        return items.map(item -> record(item, type)).toList();
    }

    private static <R extends Record> R record(Map<String, AttributeValue> item, Class<R> type) {
        return Items.record(DynamoValues.item(item), type);
    }
}
