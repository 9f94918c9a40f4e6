package land.starkeorte.dossiers;

import static land.starkeorte.store.DynamoItems.key;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.store.DynamoItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the applications table (see {@link DynamoDossiers}). */
public class DynamoDossierReader implements DossierReader {
    public final DynamoDbClient dynamoDb;
    public final String table;

    public DynamoDossierReader(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Dossier> find(String id, Instant now) {
        return get(id, "dossier")
                .map(item -> DynamoItems.record(item, Dossier.class))
                .filter(dossier -> !dossier.isExpired(now));
    }

    @Override
    public List<String> openTo(String official) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :mail")
                        .expressionAttributeValues(Map.of(":mail", text("mail#" + official)))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> text(item, "sk"))
                .toList();
    }

    protected Optional<Map<String, AttributeValue>> get(String pk, String sk) {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(key(pk, sk)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }
}
