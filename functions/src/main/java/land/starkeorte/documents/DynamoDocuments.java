package land.starkeorte.documents;

import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.store.DynamoItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The documents table: by dossier, one line a document, and one line {@code count} that keeps their number in bounds.
 * What waits for something stands in a sparse index by time.
 */
final class DynamoDocuments implements Documents {
    /** As often as several people or events may write into one dossier at the same moment. */
    private static final int TRIES = 8;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final DossierTransitions transitions;

    DynamoDocuments(DynamoDbClient dynamoDb, String table, DossierTransitions transitions) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.transitions = transitions;
    }

    @Override
    public Optional<Document> find(String dossier, String id) {
        var item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(dossier, id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.record(item, Document.class));
    }

    @Override
    public List<Document> of(String dossier) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("dossier = :dossier")
                        .expressionAttributeValues(Map.of(":dossier", text(dossier)))
                        .consistentRead(true))
                .items()
                .stream()
                .filter(item -> item.containsKey("state"))
                .map(item -> DynamoItems.record(item, Document.class))
                .filter(document -> document.state() != Document.State.DELETING)
                .sorted(Comparator.comparing(Document::addedAt))
                .toList();
    }

    @Override
    public Added add(Document document) {
        var put = TransactWriteItem.builder()
                .put(builder ->
                        builder.tableName(table).item(item(document)).conditionExpression("attribute_not_exists(id)"))
                .build();
        OptionalInt refused = DynamoItems.write(dynamoDb, List.of(put, count(document.dossier(), 1)));
        if (refused.isEmpty()) {
            return Added.DONE;
        }
        return refused.getAsInt() == 0 ? Added.THERE_ALREADY : Added.FULL;
    }

    @Override
    public boolean keep(Document before, Document after) {
        return write(before, after, List::of);
    }

    @Override
    public boolean decide(Document before, Document after) {
        Refusal refusal = after.refusal();
        if (refusal == null) {
            return write(
                    before,
                    after,
                    () -> transitions
                            .note(after.dossier(), after.addedBy(), "Dokument aufgenommen")
                            .writes());
        }
        return write(before, after, () -> {
            var more = new ArrayList<>(transitions
                    .noteAndTask(
                            after.dossier(),
                            "system",
                            "Dokument abgelehnt",
                            "document",
                            after.key(),
                            "Ein Dokument wurde abgelehnt. Fragen Sie nach, ob Hilfe gebraucht wird.")
                    .writes());
            more.add(count(after.dossier(), -1));
            return more;
        });
    }

    @Override
    public boolean startDeleting(Document before, Document after, String who) {
        return write(before, after, () -> {
            var more = new ArrayList<>(
                    transitions.note(after.dossier(), who, "Dokument gelöscht").writes());
            if (before.state() != Document.State.REFUSED) {
                more.add(count(after.dossier(), -1));
            }
            return more;
        });
    }

    @Override
    public boolean forgetAwaited(Document document) {
        var delete = TransactWriteItem.builder()
                .delete(builder -> builder.tableName(table)
                        .key(key(document.dossier(), document.id()))
                        .conditionExpression("revision = :before")
                        .expressionAttributeValues(Map.of(":before", number(document.revision()))))
                .build();
        return DynamoItems.write(dynamoDb, List.of(delete, count(document.dossier(), -1)))
                .isEmpty();
    }

    @Override
    public void deleted(Document document) {
        try {
            dynamoDb.deleteItem(delete -> delete.tableName(table)
                    .key(key(document.dossier(), document.id()))
                    .conditionExpression("#state = :deleting")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":deleting", text(Document.State.DELETING.name()))));
        } catch (ConditionalCheckFailedException goneAlready) {
            // Another run was quicker.
        }
    }

    @Override
    public List<Key> pendingSince(Instant before, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("pending")
                        .keyConditionExpression("pending = :yes AND pendingSince <= :before")
                        .expressionAttributeValues(Map.of(":yes", text("yes"), ":before", time(before)))
                        .limit(most))
                .items()
                .stream()
                .map(item -> new Key(text(item, "dossier"), text(item, "id")))
                .toList();
    }

    /** @param more made anew for each try, because it depends on the dossier as it is stored */
    private boolean write(Document before, Document after, Supplier<List<TransactWriteItem>> more) {
        var put = TransactWriteItem.builder()
                .put(builder -> builder.tableName(table)
                        .item(item(after))
                        .conditionExpression("revision = :before")
                        .expressionAttributeValues(Map.of(":before", number(before.revision()))))
                .build();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var all = new ArrayList<>(List.of(put));
            all.addAll(more.get());
            OptionalInt refused = DynamoItems.write(dynamoDb, all);
            if (refused.isEmpty()) {
                return true;
            }
            if (refused.getAsInt() == 0) {
                return false;
            }
        }
        throw new IllegalStateException("The dossier of document " + after.key() + " changes all the time");
    }

    private TransactWriteItem count(String dossier, int change) {
        return TransactWriteItem.builder()
                .update(update -> {
                    update.tableName(table).key(key(dossier, "count")).updateExpression("ADD documents :change");
                    if (change > 0) {
                        update.conditionExpression("attribute_not_exists(documents) OR documents < :most")
                                .expressionAttributeValues(Map.of(":change", number(change), ":most", number(MOST)));
                    } else {
                        update.expressionAttributeValues(Map.of(":change", number(change)));
                    }
                })
                .build();
    }

    private static Map<String, AttributeValue> item(Document document) {
        var item = new HashMap<>(DynamoItems.item(document));
        if (document.state() == Document.State.AWAITED || document.state() == Document.State.DELETING) {
            item.put("pending", text("yes"));
            item.put("pendingSince", time(document.addedAt()));
        }
        return item;
    }

    /** Whole seconds, which sort as text. */
    private static AttributeValue time(Instant time) {
        return text(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Map<String, AttributeValue> key(String dossier, String id) {
        return Map.of("dossier", text(dossier), "id", text(id));
    }
}
