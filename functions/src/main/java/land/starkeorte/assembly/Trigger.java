package land.starkeorte.assembly;

import java.util.List;
import java.util.Map;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * What started a function.
 *
 * @param event as the platform tells it
 */
public record Trigger(JsonNode event) {
    /** A stream that tells of nothing. */
    public static final String EMPTY_STREAM = "{\"Records\":[]}";

    /** A schedule. */
    public static Trigger schedule() {
        return new Trigger(Json.MAPPER.valueToTree(Map.of()));
    }

    /** Whether it is a table's stream. */
    public boolean isStream() {
        return event.has("Records");
    }

    /** Keys that a table's stream tells of, each once. */
    public List<String> keys(String attribute) {
        return event.path("Records")
                .valueStream()
                .map(change -> change.path("dynamodb")
                        .path("Keys")
                        .path(attribute)
                        .path("S")
                        .asString(""))
                .distinct()
                .toList();
    }
}
