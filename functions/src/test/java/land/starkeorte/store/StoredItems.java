package land.starkeorte.store;

import java.util.List;
import java.util.function.UnaryOperator;
import land.starkeorte.platform.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that lies in a table, whatever wrote it, for tests of what is stored. */
public final class StoredItems {
    private StoredItems() {}

    public static List<ObjectNode> in(DynamoDbClient dynamoDb, String table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(DynamoValues::item)
                .toList();
    }

    public static List<ObjectNode> in(MemoryStore memory, String table) {
        return memory.items(table);
    }

    public static void change(
            DynamoDbClient dynamoDb, String table, String pk, String sk, UnaryOperator<ObjectNode> change) {
        var item = dynamoDb.getItem(get ->
                        get.tableName(table).key(DynamoValues.key(pk, sk)).consistentRead(true))
                .item();
        ObjectNode changed = change.apply(DynamoValues.item(item)).put("pk", pk).put("sk", sk);
        dynamoDb.putItem(put -> put.tableName(table).item(DynamoValues.attributes(changed)));
    }

    public static void change(
            MemoryStore memory, String table, String pk, String sk, UnaryOperator<ObjectNode> change) {
        ObjectNode item = memory.items(table).stream()
                .filter(one -> one.path("pk").asString().equals(pk)
                        && one.path("sk").asString().equals(sk))
                .findFirst()
                .orElseGet(Json.MAPPER::createObjectNode);
        ObjectNode changed = change.apply(item).put("pk", pk).put("sk", sk);
        var _ = memory.write(Transaction.of(new Write.Put(table, new Write.Key(pk, sk), changed, new Condition.Any())));
    }

    /** One of them, as a record. */
    public static <R extends Record> R record(JsonNode item, Class<R> type) {
        return Items.record((ObjectNode) item, type);
    }
}
