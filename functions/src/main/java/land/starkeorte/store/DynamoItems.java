package land.starkeorte.store;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import land.starkeorte.platform.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import tools.jackson.databind.JsonNode;

/** Records to DynamoDB items and back, by way of Jackson's tree; and transactions that tell why they were refused. */
public final class DynamoItems {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int TRIES = 6;

    private DynamoItems() {}

    /** A record as an item; absent values are left out. */
    public static Map<String, AttributeValue> item(Record record) {
        return attributes(Json.MAPPER.valueToTree(record));
    }

    /** A string attribute. */
    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    /** What a string attribute of an item says. */
    public static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    /** A number attribute. */
    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** What a whole number of an item says. */
    public static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(Objects.requireNonNull(item.get(name), name).n());
    }

    /** Any JSON value as an attribute. */
    public static AttributeValue value(Object value) {
        return attribute(Json.MAPPER.valueToTree(value));
    }

    /** An item as the record it was; attributes that the record does not have (keys, for example) are passed over. */
    public static <R extends Record> R record(Map<String, AttributeValue> item, Class<R> type) {
        var members = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            AttributeValue value = item.get(component.getName());
            if (value != null) {
                members.put(component.getName(), plain(value));
            }
        }
        return Json.MAPPER.convertValue(members, type);
    }

    /**
     * Writes all or nothing. Conflicts with a transaction in flight are tried again, because they say nothing about the
     * conditions.
     *
     * @return the index of the first item whose condition did not hold; empty when everything is written
     */
    public static OptionalInt write(DynamoDbClient dynamoDb, List<TransactWriteItem> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                dynamoDb.transactWriteItems(request -> request.transactItems(items));
                return OptionalInt.empty();
            } catch (TransactionCanceledException refused) {
                List<CancellationReason> reasons = refused.cancellationReasons();
                OptionalInt failed = IntStream.range(0, reasons.size())
                        .filter(i ->
                                "ConditionalCheckFailed".equals(reasons.get(i).code()))
                        .findFirst();
                if (failed.isPresent()) {
                    return failed;
                }
                if (attempt == TRIES || reasons.stream().noneMatch(DynamoItems::passes)) {
                    throw refused;
                }
                long longest = 20_000_000L << attempt;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
            }
        }
    }

    private static boolean passes(CancellationReason reason) {
        return List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")
                .contains(reason.code());
    }

    private static Map<String, AttributeValue> attributes(JsonNode object) {
        return object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .collect(toMap(Map.Entry::getKey, member -> attribute(member.getValue())));
    }

    private static AttributeValue attribute(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> AttributeValue.fromM(attributes(value));
            case ARRAY ->
                AttributeValue.fromL(
                        value.valueStream().map(DynamoItems::attribute).toList());
            case NUMBER -> AttributeValue.fromN(value.asString());
            case BOOLEAN -> AttributeValue.fromBool(value.asBoolean());
            case STRING, BINARY -> AttributeValue.fromS(value.asString());
            case NULL, MISSING -> AttributeValue.fromNul(true);
        };
    }

    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case M -> {
                var members = new LinkedHashMap<String, Object>();
                value.m().forEach((name, member) -> members.put(name, plain(member)));
                yield members;
            }
            case L -> value.l().stream().map(DynamoItems::plain).toList();
            case N -> value.n().contains(".") ? (Object) Double.valueOf(value.n()) : (Object) Long.valueOf(value.n());
            case BOOL -> value.bool();
            case S -> value.s();
            default -> throw new IllegalStateException("No record holds an attribute of type " + value.type());
        };
    }

    /** A record under its key. */
    public static Map<String, AttributeValue> item(String pk, String sk, Record record) {
        var item = key(pk, sk);
        item.putAll(item(record));
        return item;
    }

    /** The key alone, to be added to. */
    public static Map<String, AttributeValue> key(String pk, String sk) {
        return new HashMap<>(Map.of("pk", text(pk), "sk", text(sk)));
    }

    /** A moment in UTC that sorts as text, which times with and without a fraction do not. */
    public static String sortable(Instant time) {
        return SORTABLE.format(time);
    }
}
