package land.starkeorte.testing;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.store.Store;
import land.starkeorte.store.StoredItems;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * A test's own tables: in memory, as strict as DynamoDB (StoreContractTest), unless the system property
 * {@code dynamodb.endpoint} names one or {@code tables} is {@code dynamodb}.
 */
public final class TestTables {
    private final String suffix = "-" + UUID.randomUUID();
    private final @Nullable Dynamo dynamo;
    private final MemoryStore memory = new MemoryStore();

    public TestTables() {
        this(
                System.getProperty("tables", "").equals("dynamodb")
                                || !System.getProperty("dynamodb.endpoint", "").isEmpty()
                        ? new Dynamo()
                        : null);
    }

    private TestTables(@Nullable Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    /** For what only DynamoDB does, or is done to it: conflicts, lost answers, what it counts. */
    public static TestTables inDynamoDb(ExecutionInterceptor... watchers) {
        return new TestTables(new Dynamo(watchers));
    }

    /** The name of this test's own copy of a table of the template. */
    public String table(String logicalId) {
        return dynamo == null ? logicalId + suffix : dynamo.table(logicalId);
    }

    /** The tables, as the product reaches them. */
    public Store store() {
        return dynamo == null ? memory : dynamo.store();
    }

    /** One of them. */
    public Table reach(String logicalId) {
        return store().table(table(logicalId));
    }

    /** Everything that lies in a table. */
    public List<ObjectNode> items(String logicalId) {
        return dynamo == null
                ? StoredItems.in(memory, table(logicalId))
                : StoredItems.in(dynamo.client(), table(logicalId));
    }

    /** As if something else had changed an item, or made it of an empty one. */
    public void change(String logicalId, String pk, String sk, UnaryOperator<ObjectNode> change) {
        if (dynamo == null) {
            StoredItems.change(memory, table(logicalId), pk, sk, change);
        } else {
            StoredItems.change(dynamo.client(), table(logicalId), pk, sk, change);
        }
    }

    /** DynamoDB itself. */
    public DynamoDbClient client() {
        if (dynamo == null) {
            throw new IllegalStateException("These tables are in memory: TestTables.inDynamoDb()");
        }
        return dynamo.client();
    }
}
