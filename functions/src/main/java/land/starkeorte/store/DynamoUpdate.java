package land.starkeorte.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Gathers an update expression; every name is aliased, because DynamoDB reserves hundreds of words. */
public final class DynamoUpdate {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> set = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();

    /** Sets an attribute. */
    public void set(String name, Object value) {
        names.put("#" + name, name);
        values.put(":" + name, DynamoItems.value(value));
        set.add("#" + name + " = :" + name);
    }

    /** Sets an attribute, or removes it where there is no value. */
    public void setOrRemove(String name, @Nullable Object value) {
        if (value != null) {
            set(name, value);
        } else {
            names.put("#" + name, name);
            remove.add("#" + name);
        }
    }

    /** Sets one entry of a map, whatever happens to the others. */
    public void set(String map, String key, Object value) {
        names.put("#" + map, map);
        names.put("#k" + key, key);
        values.put(":k" + key, DynamoItems.value(value));
        set.add("#" + map + ".#k" + key + " = :k" + key);
    }

    /** Removes one entry of a map. */
    public void remove(String map, String key) {
        names.put("#" + map, map);
        names.put("#k" + key, key);
        remove.add("#" + map + ".#k" + key);
    }

    /** What DynamoDB is told. */
    public String expression() {
        return "SET " + String.join(", ", set) + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
    }

    /** The aliases. */
    public Map<String, String> names() {
        return names;
    }

    /** The values, and one more for the condition. */
    public Map<String, AttributeValue> values(String more, AttributeValue value) {
        values.put(more, value);
        return values;
    }
}
