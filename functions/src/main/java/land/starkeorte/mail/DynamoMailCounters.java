package land.starkeorte.mail;

import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.mail.MailLimits.Count;
import land.starkeorte.store.DynamoItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Counts in the outbox's table, each until its time is over. */
final class DynamoMailCounters {
    private static final int TRIES = 12;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoMailCounters(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /**
     * What was counted.
     *
     * @param expires epoch seconds from which on it is counted anew
     */
    record Counted(List<String> mails, long expires, int version) {
        static final Counted NONE = new Counted(List.of(), 0, 0);

        Counted at(Count count, Instant now) {
            return expires > now.getEpochSecond()
                    ? this
                    : new Counted(List.of(), now.plus(count.within()).getEpochSecond(), version);
        }

        Counted with(String mail) {
            return new Counted(Stream.concat(mails.stream(), Stream.of(mail)).toList(), expires, version + 1);
        }
    }

    /** Counts it for all of them or, where one of them is full, for none. */
    boolean count(String mail, List<Count> counts, Instant now) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var writes = new ArrayList<TransactWriteItem>();
            for (Count count : counts) {
                Counted before = find(count).at(count, now);
                if (before.mails().contains(mail)) {
                    continue;
                }
                if (before.mails().size() >= count.most()) {
                    return false;
                }
                writes.add(put(count, before.with(mail)));
            }
            if (writes.isEmpty() || DynamoItems.write(dynamoDb, writes).isEmpty()) {
                return true;
            }
        }
        throw new IllegalStateException("Too many mails to one address at the same moment");
    }

    private Counted find(Count count) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(Map.of("id", text(count.key())))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Counted.NONE : DynamoItems.record(item, Counted.class);
    }

    private TransactWriteItem put(Count count, Counted counted) {
        var item = new HashMap<>(DynamoItems.item(counted));
        item.put("id", text(count.key()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id) OR version = :before")
                        .expressionAttributeValues(Map.of(":before", number(counted.version() - 1))))
                .build();
    }
}
