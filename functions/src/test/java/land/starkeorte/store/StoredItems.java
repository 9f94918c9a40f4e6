package land.starkeorte.store;

import java.util.List;
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

    /** One of them, as a record. */
    public static <R extends Record> R record(JsonNode item, Class<R> type) {
        return Items.record((ObjectNode) item, type);
    }

    /** As if something else had written it. */
    public static void put(DynamoDbClient dynamoDb, String table, String pk, String sk, String attributes) {
        ObjectNode item = (ObjectNode) Json.MAPPER.readTree(attributes);
        item.put("pk", pk).put("sk", sk);
        dynamoDb.putItem(put -> put.tableName(table).item(DynamoValues.attributes(item)));
    }

    /** What is there, or nothing but what is missing. */
    public static JsonNode get(DynamoDbClient dynamoDb, String table, String pk, String sk) {
        return DynamoValues.item(dynamoDb.getItem(get -> get.tableName(table).key(DynamoValues.key(pk, sk)))
                .item());
    }
}
