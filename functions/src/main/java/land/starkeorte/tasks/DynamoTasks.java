package land.starkeorte.tasks;

import static land.starkeorte.store.DynamoItems.key;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import land.starkeorte.store.DynamoItems;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Tasks and the people of the office, in the applications table. */
public final class DynamoTasks implements Tasks {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoTasks(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Task> find(String dossier, String id) {
        var item = dynamoDb.getItem(get ->
                        get.tableName(table).key(key(dossier, "task#" + id)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.record(item, Task.class));
    }

    @Override
    public boolean open(Task task) {
        return put(task, "attribute_not_exists(pk)", Map.of());
    }

    @Override
    public boolean change(Task before, Task after) {
        // Whatever of it may change has to be as it was.
        var item = DynamoItems.item(before);
        var same = new HashMap<String, AttributeValue>();
        var condition = new StringBuilder("due = :due");
        same.put(":due", Objects.requireNonNull(item.get("due")));
        for (String name : List.of("owner", "doneAt")) {
            AttributeValue value = item.get(name);
            if (value == null) {
                condition.append(" AND attribute_not_exists(#").append(name).append(")");
            } else {
                condition.append(" AND #").append(name).append(" = :").append(name);
                same.put(":" + name, value);
            }
        }
        return put(after, condition.toString(), same);
    }

    private boolean put(Task task, String condition, Map<String, AttributeValue> values) {
        try {
            dynamoDb.putItem(put -> {
                put.tableName(table).item(item(task)).conditionExpression(condition);
                if (!values.isEmpty()) {
                    put.expressionAttributeNames(Map.of("#owner", "owner", "#doneAt", "doneAt"))
                            .expressionAttributeValues(values);
                }
            });
            return true;
        } catch (ConditionalCheckFailedException otherwise) {
            return false;
        }
    }

    @Override
    public Page open(@Nullable String after, int most) {
        var items = duties("task", after == null ? "0" : after + '\u0000', "9", most + 1);
        var tasks = items.stream()
                .limit(most)
                .map(item -> DynamoItems.record(item, Task.class))
                .toList();
        return new Page(tasks, items.size() > most ? text(items.get(most - 1), "dutyAt") : null);
    }

    @Override
    public List<Tasks.WaitingDossier> waitingSince(String what, Instant before, int most) {
        return duties(what, "0", DynamoItems.sortable(before), most).stream()
                .map(item -> new Tasks.WaitingDossier(
                        text(item, "pk"),
                        text(Objects.requireNonNull(item.get("line")).m(), "municipality"),
                        Instant.parse(text(item, "dutyAt"))))
                .toList();
    }

    private List<Map<String, AttributeValue>> duties(String what, String from, String to, int most) {
        return dynamoDb.query(query -> query.tableName(table)
                        .indexName("duty")
                        .keyConditionExpression("duty = :what AND dutyAt BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(":what", text(what), ":from", text(from), ":to", text(to)))
                        .limit(most))
                .items();
    }

    @Override
    public void signedIn(StaffMember colleague) {
        var item = DynamoItems.item("staff", colleague.id(), colleague);
        dynamoDb.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public List<StaffMember> colleagues() {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :staff")
                        .expressionAttributeValues(Map.of(":staff", text("staff"))))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, StaffMember.class))
                .toList();
    }

    /** Open tasks stand in the index of what waits. */
    public static Map<String, AttributeValue> item(Task task) {
        var item = DynamoItems.item(task.dossier(), "task#" + task.id(), task);
        if (task.doneAt() == null) {
            item.put("duty", text("task"));
            item.put("dutyAt", text(task.due() + "#" + task.id()));
        }
        return item;
    }
}
