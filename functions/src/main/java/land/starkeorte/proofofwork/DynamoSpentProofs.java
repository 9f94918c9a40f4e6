package land.starkeorte.proofofwork;

import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.text;

import java.util.Map;
import land.starkeorte.platform.Secrets;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Remembers the proofs that were used, and the key that signs the challenges. */
public final class DynamoSpentProofs {
    private static final Map<String, AttributeValue> KEY = Map.of("id", text("signing-key"));

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Over the feature's own table. */
    public DynamoSpentProofs(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Belongs into the transaction of the effect that the proof pays for; its condition fails where it was used before. */
    public TransactWriteItem spend(Proof proof) {
        var item =
                Map.of("id", text(proof.id()), "expires", number(proof.expires().getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    /** Whether somebody has used it. */
    public boolean isSpent(Proof proof) {
        return dynamoDb.getItem(get ->
                        get.tableName(table).key(Map.of("id", text(proof.id()))).consistentRead(true))
                .hasItem();
    }

    /** Drawn by whoever asks first and kept, so that it stands in no code, no template and no parameter. */
    public String signingKey() {
        Map<String, AttributeValue> stored = read();
        if (stored.isEmpty()) {
            draw();
            stored = read();
        }
        return text(stored, "secret");
    }

    private Map<String, AttributeValue> read() {
        return dynamoDb.getItem(get -> get.tableName(table).key(KEY).consistentRead(true))
                .item();
    }

    private void draw() {
        var item = Map.of("id", KEY.get("id"), "secret", text(Secrets.secret()));
        try {
            dynamoDb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"));
        } catch (ConditionalCheckFailedException drawnMeanwhile) {
            // Whoever was first has drawn it; the next read tells.
        }
    }
}
