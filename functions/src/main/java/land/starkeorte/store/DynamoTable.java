package land.starkeorte.store;

import static land.starkeorte.store.DynamoItems.item;
import static land.starkeorte.store.DynamoItems.key;
import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A feature's table: records under {@code pk} and {@code sk}. A record that changes has a {@code version}, which counts its
 * saves, so that nobody writes over what they have not seen.
 */
public final class DynamoTable {
    /** As many as one call may ask for. */
    private static final int MOST_AT_ONCE = 100;

    private final DynamoDbClient dynamoDb;
    private final String name;

    /** Over a table of the template. */
    public DynamoTable(DynamoDbClient dynamoDb, String name) {
        this.dynamoDb = dynamoDb;
        this.name = name;
    }

    /** What is stored there now. */
    public <R extends Record> Optional<R> find(String pk, String sk, Class<R> type) {
        var item = dynamoDb.getItem(get -> get.tableName(name).key(key(pk, sk)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.record(item, type));
    }

    /** The same, however many they are. */
    public <R extends Record> Map<String, R> each(List<String> pks, String sk, Class<R> type) {
        var found = new HashMap<String, R>();
        for (int from = 0; from < pks.size(); from += MOST_AT_ONCE) {
            found.putAll(find(pks.subList(from, Math.min(from + MOST_AT_ONCE, pks.size())), sk, type));
        }
        return found;
    }

    /** What is stored now under each of these, 100 at most, by {@code pk}; those that are not there are left out. */
    public <R extends Record> Map<String, R> find(List<String> pks, String sk, Class<R> type) {
        var found = new HashMap<String, R>();
        Map<String, KeysAndAttributes> asked = pks.isEmpty()
                ? Map.of()
                : Map.of(
                        name,
                        KeysAndAttributes.builder()
                                .keys(pks.stream()
                                        .map(pk -> Map.copyOf(key(pk, sk)))
                                        .toList())
                                .consistentRead(true)
                                .build());
        while (!asked.isEmpty()) {
            var keys = asked;
            var answer = dynamoDb.batchGetItem(get -> get.requestItems(keys));
            answer.responses()
                    .getOrDefault(name, List.of())
                    .forEach(item -> found.put(text(item, "pk"), DynamoItems.record(item, type)));
            asked = answer.unprocessedKeys();
        }
        return found;
    }

    /** Everything under {@code pk}. */
    public <R extends Record> List<R> all(String pk, Class<R> type) {
        return between(pk, " ", "\uFFFF", type);
    }

    /** Everything under {@code pk} whose {@code sk} begins so, in its order. */
    public <R extends Record> List<R> all(String pk, String prefix, Class<R> type) {
        return between(pk, prefix, prefix + "\uFFFF", type);
    }

    /** Everything under {@code pk} from {@code from} to {@code to}, both included. */
    public <R extends Record> List<R> between(String pk, String from, String to, Class<R> type) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(name)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(":pk", text(pk), ":from", text(from), ":to", text(to)))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, type))
                .toList();
    }

    /** The first of those from {@code from} to {@code to}, both included, in their order. */
    public <R extends Record> List<R> first(String pk, String from, String to, int most, Class<R> type) {
        return dynamoDb
                .query(query -> query.tableName(name)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(":pk", text(pk), ":from", text(from), ":to", text(to)))
                        .consistentRead(true)
                        .limit(most))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, type))
                .toList();
    }

    /** How many of those there are, both included. */
    public int count(String pk, String from, String to) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(name)
                        .select(Select.COUNT)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(":pk", text(pk), ":from", text(from), ":to", text(to)))
                        .consistentRead(true))
                .stream()
                .mapToInt(QueryResponse::count)
                .sum();
    }

    /**
     * The index {@code waiting}: what stands under {@code what} from {@code from} to {@code to}, both included.
     *
     * @param ascending whether the earliest comes first
     */
    public <R extends Record> List<R> queryIndex(
            String what, String from, String to, boolean ascending, int most, Class<R> type) {
        return dynamoDb
                .query(query -> query.tableName(name)
                        .indexName("waiting")
                        .keyConditionExpression("waiting = :what AND waitingAt BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(":what", text(what), ":from", text(from), ":to", text(to)))
                        .scanIndexForward(ascending)
                        .limit(most))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, type))
                .toList();
    }

    /** The index {@code waiting}: everything under {@code what}, however much it is. */
    public <R extends Record> List<R> queryWholeIndex(String what, Class<R> type) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(name)
                        .indexName("waiting")
                        .keyConditionExpression("waiting = :what")
                        .expressionAttributeValues(Map.of(":what", text(what))))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, type))
                .toList();
    }

    /** Where in the index {@code waiting} a record stands. */
    public record IndexEntry(String what, String at) {}

    /** A record with a version, over exactly the version that was read; 0 says that it is not there yet. */
    public TransactWriteItem save(String pk, String sk, Record record) {
        return save(item(pk, sk, record));
    }

    /** The same, standing in the index. */
    public TransactWriteItem save(String pk, String sk, Record record, IndexEntry waiting) {
        var item = item(pk, sk, record);
        item.put("waiting", text(waiting.what()));
        item.put("waitingAt", text(waiting.at()));
        return save(item);
    }

    private TransactWriteItem save(Map<String, AttributeValue> item) {
        long read = number(item, "version");
        item.put("version", number(read + 1));
        return read == 0
                ? put(item, "attribute_not_exists(pk)", Map.of())
                : put(item, "version = :read", Map.of(":read", number(read)));
    }

    /** Something that never changes, where nothing is yet. */
    public TransactWriteItem add(String pk, String sk, Record record) {
        return put(item(pk, sk, record), "attribute_not_exists(pk)", Map.of());
    }

    /** Takes away what is there. */
    public TransactWriteItem delete(String pk, String sk) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name).key(key(pk, sk)).conditionExpression("attribute_exists(pk)"))
                .build();
    }

    /** Writes nothing, but only where this version is still the one; 0 says that it is not there yet. */
    public TransactWriteItem check(String pk, String sk, int version) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(name)
                        .key(key(pk, sk))
                        .conditionExpression(version == 0 ? "attribute_not_exists(pk)" : "version = :read")
                        .expressionAttributeValues(version == 0 ? null : Map.of(":read", number(version))))
                .build();
    }

    /** Takes exactly this version away. */
    public TransactWriteItem delete(String pk, String sk, int version) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name)
                        .key(key(pk, sk))
                        .conditionExpression("version = :before")
                        .expressionAttributeValues(Map.of(":before", number(version))))
                .build();
    }

    /** A write that needs no other; false when its condition does not hold. */
    public boolean write(TransactWriteItem... writes) {
        return Transaction.of(writes).write(dynamoDb);
    }

    /** The same, for many. */
    public boolean write(Transaction transaction) {
        return transaction.write(dynamoDb);
    }

    private TransactWriteItem put(
            Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }
}
