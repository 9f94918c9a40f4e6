package land.starkeorte.applications;

import static land.starkeorte.store.DynamoItems.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.DynamoDossierItems;
import land.starkeorte.dossiers.DynamoDossierReader;
import land.starkeorte.store.DynamoItems;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.Transaction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The papers of what was sent, and those still to be printed. */
final class DynamoApplicationCopies extends DynamoDossierReader {
    private final DynamoDossierItems items;

    DynamoApplicationCopies(DynamoDbClient dynamoDb, String table) {
        super(dynamoDb, table);
        this.items = new DynamoDossierItems(table);
    }

    Optional<ApplicationCopy> find(String dossier, int number) {
        return get(dossier, DynamoDossierItems.copy(number))
                .map(item -> DynamoItems.record(item, ApplicationCopy.class));
    }

    /** Of this dossier, in the order in which they were sent. */
    List<ApplicationCopy> unprinted(String dossier) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :dossier AND begins_with(sk, :copy)")
                        .expressionAttributeValues(Map.of(":dossier", text(dossier), ":copy", text("copy#")))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, ApplicationCopy.class))
                .filter(copy -> copy.paper() == null)
                .toList();
    }

    /** Dossiers with something to print, whoever has waited longest first. */
    List<String> waiting(int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("duty")
                        .keyConditionExpression("duty = :copy")
                        .expressionAttributeValues(Map.of(":copy", text("copy")))
                        .limit(most))
                .items()
                .stream()
                .map(item -> text(item, "pk"))
                .distinct()
                .toList();
    }

    /** It is printed; nothing where another run was faster. */
    Transaction printed(ApplicationCopy copy) {
        return Transaction.of(items.printed(copy));
    }

    boolean write(Transaction transaction) {
        return new DynamoTable(dynamoDb, table).write(transaction);
    }
}
