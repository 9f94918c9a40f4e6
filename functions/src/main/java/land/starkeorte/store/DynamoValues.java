package land.starkeorte.store;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Map;
import land.starkeorte.platform.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Items as DynamoDB's attribute values, and back. */
final class DynamoValues {
    private DynamoValues() {}

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    static AttributeValue value(Object value) {
        return attribute(Json.MAPPER.valueToTree(value));
    }

    static Map<String, AttributeValue> attributes(ObjectNode object) {
        return object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .collect(toMap(Map.Entry::getKey, member -> attribute(member.getValue())));
    }

    private static AttributeValue attribute(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> AttributeValue.fromM(attributes((ObjectNode) value));
            case ARRAY ->
                AttributeValue.fromL(
                        value.valueStream().map(DynamoValues::attribute).toList());
            case NUMBER -> AttributeValue.fromN(value.asString());
            case BOOLEAN -> AttributeValue.fromBool(value.asBoolean());
            case STRING, BINARY -> AttributeValue.fromS(value.asString());
            case NULL, MISSING -> AttributeValue.fromNul(true);
        };
    }

    static ObjectNode item(Map<String, AttributeValue> attributes) {
        ObjectNode item = Json.MAPPER.createObjectNode();
        attributes.forEach((name, value) -> item.set(name, node(value)));
        return item;
    }

    private static JsonNode node(AttributeValue value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value.type()) {
            case M -> item(value.m());
            case L ->
                make.arrayNode()
                        .addAll(value.l().stream().map(DynamoValues::node).toList());
            case N -> number(value.n());
            case BOOL -> make.booleanNode(value.bool());
            case S -> make.stringNode(value.s());
            case NUL -> make.nullNode();
            default -> throw new IllegalStateException("No record holds an attribute of type " + value.type());
        };
    }

    /** Exactly as it is stored: no number is rounded on its way. */
    private static JsonNode number(String digits) {
        var exact = new BigDecimal(digits);
        if (exact.scale() > 0) {
            return JsonNodeFactory.instance.numberNode(exact);
        }
        // As the JSON reader reads it, so that what is stored equals what was sent.
        long whole = exact.longValueExact();
        return whole == (int) whole
                ? JsonNodeFactory.instance.numberNode((int) whole)
                : JsonNodeFactory.instance.numberNode(whole);
    }
}
