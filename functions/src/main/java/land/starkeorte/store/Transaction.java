package land.starkeorte.store;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes that stand or fall together; adapters make them, whoever plans an effect puts them together. */
public final class Transaction {
    private final List<TransactWriteItem> writes = new ArrayList<>();

    /** These writes, for a start. */
    public static Transaction of(TransactWriteItem... writes) {
        var transaction = new Transaction();
        transaction.writes.addAll(List.of(writes));
        return transaction;
    }

    /** One more. */
    public Transaction and(TransactWriteItem write) {
        writes.add(write);
        return this;
    }

    /** All of the others, too. */
    public Transaction and(Transaction others) {
        writes.addAll(others.writes);
        return this;
    }

    /** What is to be written. */
    public List<TransactWriteItem> writes() {
        return List.copyOf(writes);
    }

    /** Writes all or nothing; false when a condition did not hold. */
    boolean write(DynamoDbClient dynamoDb) {
        return writes.isEmpty() || DynamoItems.write(dynamoDb, writes).isEmpty();
    }
}
