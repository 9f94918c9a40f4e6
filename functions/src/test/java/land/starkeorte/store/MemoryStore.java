package land.starkeorte.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.Rights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables in memory, as strict as DynamoDB: {@link StoreContractTest} holds both to the same. */
public final class MemoryStore implements Store {
    /** DynamoDB sorts text by its bytes in UTF-8. */
    private static final Comparator<String> BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private final Map<String, MemoryTable> tables = new HashMap<>();

    @Override
    public synchronized Table table(String name) {
        return tables.computeIfAbsent(name, MemoryTable::new);
    }

    @Override
    public synchronized Optional<Write> refused(Transaction transaction) {
        var keys = new HashSet<>();
        for (Write write : transaction.writes()) {
            if (!keys.add(List.of(write.table(), write.key()))) {
                throw new IllegalArgumentException("A transaction writes one item twice: " + write.key());
            }
        }
        if (keys.size() > 100) {
            throw new IllegalArgumentException("A transaction of " + keys.size());
        }
        transaction.writes().forEach(write -> Rights.need(action(write), write.table(), ""));
        var refused = transaction.writes().stream()
                .filter(write -> !holds(write.condition(), items(write).get(write.key())))
                .findFirst();
        if (refused.isEmpty()) {
            transaction.writes().forEach(this::apply);
        }
        return refused;
    }

    /** Copies of everything in a table. */
    synchronized List<ObjectNode> items(String name) {
        return ((MemoryTable) table(name))
                .items.values().stream().map(ObjectNode::deepCopy).toList();
    }

    private Map<Write.Key, ObjectNode> items(Write write) {
        return ((MemoryTable) table(write.table())).items;
    }

    private static String action(Write write) {
        return switch (write) {
            case Write.Put _ -> "PutItem";
            case Write.Delete _ -> "DeleteItem";
            case Write.Check _ -> "ConditionCheckItem";
            case Write.Count _ -> "UpdateItem";
        };
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Put put -> items(put).put(put.key(), without(put.item()));
            case Write.Delete delete -> items(delete).remove(delete.key());
            case Write.Check _ -> {}
            case Write.Count count -> {
                ObjectNode item = items(count)
                        .computeIfAbsent(
                                count.key(),
                                key -> Json.MAPPER
                                        .createObjectNode()
                                        .put("pk", key.pk())
                                        .put("sk", key.sk()));
                count.changes()
                        .forEach(
                                (name, change) -> item.put(name, item.path(name).asInt(0) + change));
            }
        }
    }

    /** A copy of its own; what is absent is not stored. */
    private static ObjectNode without(ObjectNode item) {
        ObjectNode copy = item.deepCopy();
        copy.removeIf(JsonNode::isNull);
        return copy;
    }

    private static boolean holds(Condition condition, ObjectNode there) {
        return switch (condition) {
            case Condition.Any _ -> true;
            case Condition.Absent _ -> there == null;
            case Condition.Present _ -> there != null;
            case Condition.Expired(var now) ->
                there == null || (there.has("expires") && there.path("expires").asLong() <= now.getEpochSecond());
            case Condition.Below(var attribute, int limit) ->
                there == null || there.path(attribute).asInt(0) < limit;
            case Condition.Version(int version) ->
                version == 0
                        ? there == null
                        : there != null && there.path("version").asInt(0) == version;
            case Condition.Holds(var attribute, var value) ->
                there != null && there.path(attribute).asString("").equals(value);
        };
    }

    private final class MemoryTable implements Table {
        private final String name;
        private final Map<Write.Key, ObjectNode> items =
                new TreeMap<>(Comparator.comparing(Write.Key::pk, BYTES).thenComparing(Write.Key::sk, BYTES));

        MemoryTable(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Store store() {
            return MemoryStore.this;
        }

        @Override
        public <R extends Record> Optional<R> find(String pk, String sk, Class<R> type) {
            Rights.need("GetItem", name, "");
            return found(pk, sk, type);
        }

        private <R extends Record> Optional<R> found(String pk, String sk, Class<R> type) {
            synchronized (MemoryStore.this) {
                return Optional.ofNullable(items.get(new Write.Key(pk, sk))).map(item -> read(item, type));
            }
        }

        @Override
        public <R extends Record> Map<String, R> each(Collection<String> pks, String sk, Class<R> type) {
            Rights.need("BatchGetItem", name, "");
            var found = new HashMap<String, R>();
            pks.forEach(pk -> found(pk, sk, type).ifPresent(one -> found.put(pk, one)));
            return found;
        }

        @Override
        public <R extends Record> List<R> between(String pk, String from, String to, Class<R> type) {
            return records(range(pk, from, to), type);
        }

        @Override
        public <R extends Record> List<R> first(String pk, String from, String to, int most, Class<R> type) {
            return records(range(pk, from, to).stream().limit(most).toList(), type);
        }

        @Override
        public <R extends Record> List<R> last(String pk, String from, String to, int most, Class<R> type) {
            return records(range(pk, from, to).reversed().stream().limit(most).toList(), type);
        }

        @Override
        public int count(String pk, String from, String to) {
            return range(pk, from, to).size();
        }

        @Override
        public <R extends Record> List<R> first(
                Index index, String list, String from, String to, int most, Class<R> type) {
            return records(range(index, list, from, to).stream().limit(most).toList(), type);
        }

        @Override
        public <R extends Record> List<R> last(
                Index index, String list, String from, String to, int most, Class<R> type) {
            return records(
                    range(index, list, from, to).reversed().stream().limit(most).toList(), type);
        }

        @Override
        public <R extends Record> List<R> all(Index index, String list, Class<R> type) {
            return records(range(index, list, "", "\uDBFF\uDFFF"), type);
        }

        private List<ObjectNode> range(String pk, String from, String to) {
            Rights.need("Query", name, "");
            return everything()
                    .filter(item -> item.path("pk").asString().equals(pk))
                    .filter(item -> isBetween(item.path("sk").asString(), from, to))
                    .toList();
        }

        private List<ObjectNode> range(Index index, String list, String from, String to) {
            Rights.need("Query", name, "/index/" + index.name());
            return everything()
                    .filter(item -> item.has(index.range())
                            && item.path(index.hash()).asString("").equals(list))
                    .filter(item -> isBetween(item.path(index.range()).asString(), from, to))
                    .sorted(Comparator.comparing(
                            item -> item.path(index.range()).asString(), BYTES))
                    .toList();
        }

        private Stream<ObjectNode> everything() {
            synchronized (MemoryStore.this) {
                return List.copyOf(items.values()).stream();
            }
        }

        private static boolean isBetween(String value, String from, String to) {
            return BYTES.compare(value, from) >= 0 && BYTES.compare(value, to) <= 0;
        }

        private static <R extends Record> R read(ObjectNode item, Class<R> type) {
            StoredRecords.note(item, type);
            return Items.record(item.deepCopy(), type);
        }

        private static <R extends Record> List<R> records(List<ObjectNode> items, Class<R> type) {
            return items.stream().map(item -> read(item, type)).toList();
        }
    }
}
