package land.starkeorte.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a record is in a table, whichever holds it. */
public final class Items {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Items() {}

    /** A moment in UTC that sorts as text, which times with and without a fraction do not. */
    public static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    /** A record as an item; absent values are left out. */
    static ObjectNode item(Record record) {
        ObjectNode item = Json.MAPPER.valueToTree(record);
        item.removeIf(JsonNode::isNull);
        return item;
    }

    /** An item as the record it was; attributes that the record does not have (keys, for example) are passed over. */
    static <R extends Record> R record(ObjectNode item, Class<R> type) {
        ObjectNode members = Json.MAPPER.createObjectNode();
        for (var component : type.getRecordComponents()) {
            JsonNode value = item.get(component.getName());
            if (value != null) {
                members.set(component.getName(), value);
            }
        }
        return Json.MAPPER.treeToValue(members, type);
    }
}
