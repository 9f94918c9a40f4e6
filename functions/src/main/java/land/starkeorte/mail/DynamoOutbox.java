package land.starkeorte.mail;

import static java.time.temporal.ChronoUnit.SECONDS;
import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.DynamoItems;
import land.starkeorte.store.Transaction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The outbox table. Rows still to be sent stand in a sparse index, in the order in which they are due. */
public final class DynamoOutbox implements Outbox {
    /** The sparse index; its hash key says what waits, and goes when the mail has left. */
    private static final String WAITING = "waiting";

    /** How long the ledger tells what was sent: a year and a reminder's length. */
    static final Duration KEPT = Duration.ofDays(400);

    /** Whose turn it is to send what is for many; one row, which is no mail. */
    private static final String PACE = "pace";

    /** DynamoDB's limit for one reading. */
    private static final int MOST_READ = 100;

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Over the feature's own table. */
    public DynamoOutbox(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** All of them; belongs into the transaction of whatever the mails tell about. */
    public Transaction put(Collection<Mail> mails, Instant now) {
        var writes = new Transaction();
        mails.forEach(mail -> writes.and(put(mail, now)));
        return writes;
    }

    /** Of its own accord; one of the same id that is there already stays as it is. */
    public void add(Mail mail, Instant now) {
        var _ = DynamoItems.write(dynamoDb, List.of(put(mail, now)));
    }

    /** One of very many: it leaves at once, too, but at SES's pace. */
    public TransactWriteItem putOfMany(Mail mail, Instant now) {
        return put(mail.ofMany(), now);
    }

    /** Belongs into the transaction of whatever the mail tells about. */
    public TransactWriteItem put(Mail mail, Instant now) {
        var item = new HashMap<>(DynamoItems.item(
                new OutboxEntry(mail, OutboxEntry.State.QUEUED, now, 0, now.truncatedTo(SECONDS), null, null, null)));
        item.put("queuedAt", time(now));
        item.put("id", text(mail.id()));
        item.put(WAITING, text("mail"));
        if (mail.about() != null) {
            item.put("about", text(mail.about()));
        }
        item.put("expires", number(now.plus(KEPT).getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    @Override
    public Optional<OutboxEntry> claim(String id, Instant now, Instant lease) {
        try {
            var claimed = dynamoDb.updateItem(update -> update.tableName(table)
                            .key(key(id))
                            .updateExpression("SET due = :lease ADD attempts :one")
                            .conditionExpression("attribute_exists(waiting) AND due <= :now")
                            .expressionAttributeValues(
                                    Map.of(":lease", time(lease), ":now", time(now), ":one", number(1)))
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes();
            return Optional.of(DynamoItems.record(claimed, OutboxEntry.class));
        } catch (ConditionalCheckFailedException somebodyElses) {
            return Optional.empty();
        }
    }

    @Override
    public void sent(String id, String messageId, SentText written) {
        var told = Map.of("messageId", text(messageId), "written", DynamoItems.value(written));
        end(id, OutboxEntry.State.SENT, told, "attribute_exists(waiting)");
    }

    @Override
    public void closed(String id, OutboxEntry.State state, String reason) {
        end(id, state, Map.of("failure", text(reason)), "attribute_exists(id)");
    }

    @Override
    public void retry(String id, Instant due) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(key(id))
                .updateExpression("SET due = :due")
                .conditionExpression("attribute_exists(waiting)")
                .expressionAttributeValues(Map.of(":due", time(due))));
    }

    @Override
    public void postpone(String id, Instant due) {
        dynamoDb.updateItem(update -> update.tableName(table)
                .key(key(id))
                .updateExpression("SET due = :due ADD attempts :less")
                .conditionExpression("attribute_exists(waiting)")
                .expressionAttributeValues(Map.of(":due", time(due), ":less", number(-1))));
    }

    @Override
    public List<String> due(Instant now, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName(WAITING)
                        .keyConditionExpression("waiting = :mail AND due <= :now")
                        .expressionAttributeValues(Map.of(":mail", text("mail"), ":now", time(now)))
                        .limit(most))
                .items()
                .stream()
                .map(item -> text(item, "id"))
                .toList();
    }

    @Override
    public Optional<OutboxEntry> find(String id) {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true))
                .item();
        return item.containsKey("mail") ? Optional.of(DynamoItems.record(item, OutboxEntry.class)) : Optional.empty();
    }

    /** Every mail about this dossier, newest first; the ledger forgets after {@link #KEPT}. */
    public List<OutboxEntry> about(String dossier, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("about")
                        .keyConditionExpression("about = :dossier")
                        .expressionAttributeValues(Map.of(":dossier", text(dossier)))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, OutboxEntry.class))
                .toList();
    }

    /** How many of these, which were written for many, stand how; those that were never written are left out. */
    public Map<OutboxEntry.State, Integer> standing(List<Mail> mails) {
        var standing = new EnumMap<OutboxEntry.State, Integer>(OutboxEntry.State.class);
        List<String> ids =
                mails.stream().map(mail -> mail.ofMany().id()).distinct().toList();
        for (int from = 0; from < ids.size(); from += MOST_READ) {
            Map<String, KeysAndAttributes> asked = Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .keys(ids.subList(from, Math.min(from + MOST_READ, ids.size())).stream()
                                    .map(DynamoOutbox::key)
                                    .toList())
                            .projectionExpression("#state")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .build());
            while (!asked.isEmpty()) {
                var keys = asked;
                var answer = dynamoDb.batchGetItem(get -> get.requestItems(keys));
                answer.responses()
                        .getOrDefault(table, List.of())
                        .forEach(item ->
                                standing.merge(OutboxEntry.State.valueOf(text(item, "state")), 1, Integer::sum));
                asked = answer.unprocessedKeys();
            }
        }
        return standing;
    }

    @Override
    public boolean isTurn(Instant now) {
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(key(PACE))
                    .updateExpression("SET taken = :now")
                    .conditionExpression("attribute_not_exists(taken) OR taken < :now")
                    .expressionAttributeValues(Map.of(":now", time(now))));
            return true;
        } catch (ConditionalCheckFailedException somebodyElses) {
            return false;
        }
    }

    @Override
    public boolean count(String id, List<MailLimits.Count> counts, Instant now) {
        return new DynamoMailCounters(dynamoDb, table).count(id, counts, now);
    }

    @Override
    public boolean isSuppressed(String address) {
        return dynamoDb.getItem(
                        get -> get.tableName(table).key(suppressed(address)).consistentRead(true))
                .hasItem();
    }

    @Override
    public void suppress(String address, String reason, Instant now) {
        var item = new HashMap<>(suppressed(address));
        item.put("reason", text(reason));
        item.put("since", time(now));
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    /** Mail may go to this address again. */
    public void release(String address) {
        dynamoDb.deleteItem(delete -> delete.tableName(table).key(suppressed(address)));
    }

    private static Map<String, AttributeValue> suppressed(String address) {
        return key("suppressed#" + Secrets.hash("suppressed\n" + MailAddresses.normal(address)));
    }

    private void end(String id, OutboxEntry.State state, Map<String, AttributeValue> told, String condition) {
        var names = new HashMap<>(Map.of("#state", "state"));
        var values = new HashMap<>(Map.of(":state", text(state.name())));
        var set = new StringBuilder("SET #state = :state");
        told.forEach((name, value) -> {
            set.append(", #").append(name).append(" = :").append(name);
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(key(id))
                    .updateExpression(set + " REMOVE waiting")
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException overtaken) {
            // A bounce was quicker than the note that the mail had left, or the ledger's line has expired.
        }
    }

    /** Whole seconds: written with and without a fraction, times would not sort as text. */
    private static AttributeValue time(Instant time) {
        return text(time.truncatedTo(SECONDS).toString());
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }
}
