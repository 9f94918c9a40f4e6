package land.starkeorte.http;

import java.util.Map;

/** What is wrong with one field and how to mend it, in German. {@code field} is a path such as {@code contacts.0.mail}. */
public record FieldError(String field, String message) {
    /** As it stands in an answer. */
    public Map<String, String> members() {
        return Map.of("field", field, "message", message);
    }
}
