package land.starkeorte.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What DynamoDB does and DynamoDB Local does not: a transaction that meets another one in flight at the same item is cancelled
 * with TransactionConflict (Developer Guide, "Transaction conflict handling"). Without it every hot item looks cool.
 */
public final class Conflicts {
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    public final AtomicInteger met = new AtomicInteger();

    /** The same tables, with conflicts. */
    @SuppressWarnings("unchecked")
    public DynamoDbClient over(DynamoDbClient real) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                Conflicts.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (self, method, arguments) -> {
                    try {
                        if (!method.getName().equals("transactWriteItems")) {
                            return method.invoke(real, arguments);
                        }
                        var request = arguments[0] instanceof TransactWriteItemsRequest whole
                                ? whole
                                : built((Consumer<TransactWriteItemsRequest.Builder>) arguments[0]);
                        return alone(request.transactItems(), () -> real.transactWriteItems(request));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static TransactWriteItemsRequest built(Consumer<TransactWriteItemsRequest.Builder> consumer) {
        var builder = TransactWriteItemsRequest.builder();
        consumer.accept(builder);
        return builder.build();
    }

    private Object alone(List<TransactWriteItem> items, java.util.function.Supplier<Object> write) {
        var ours = new HashSet<String>();
        try {
            for (TransactWriteItem item : items) {
                String key = key(item);
                if (!inFlight.add(key)) {
                    met.incrementAndGet();
                    throw TransactionCanceledException.builder()
                            .cancellationReasons(CancellationReason.builder()
                                    .code("TransactionConflict")
                                    .build())
                            .build();
                }
                ours.add(key);
            }
            return write.get();
        } finally {
            inFlight.removeAll(ours);
        }
    }

    private static String key(TransactWriteItem item) {
        if (item.put() != null) {
            return item.put().tableName() + named(item.put().item());
        }
        if (item.delete() != null) {
            return item.delete().tableName() + named(item.delete().key());
        }
        if (item.update() != null) {
            return item.update().tableName() + named(item.update().key());
        }
        return item.conditionCheck().tableName() + named(item.conditionCheck().key());
    }

    private static String named(Map<String, AttributeValue> item) {
        return item.containsKey("pk")
                ? " " + item.get("pk").s() + " " + item.get("sk").s()
                : " " + item.get("id").s();
    }
}
