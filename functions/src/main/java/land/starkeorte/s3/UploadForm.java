package land.starkeorte.s3;

import java.util.List;
import java.util.Map;

/**
 * What a browser sends to a bucket.
 *
 * @param fields to be sent with the file, in this order, the file last
 */
public record UploadForm(String url, Map<String, String> fields) {
    /** For the browser: a list, because the order of the fields is part of the form. */
    public record Ordered(String url, List<Field> fields) {}

    /** One field of the form. */
    public record Field(String name, String value) {}

    /** For the browser. */
    public Ordered ordered() {
        return new Ordered(
                url,
                fields.entrySet().stream()
                        .map(field -> new Field(field.getKey(), field.getValue()))
                        .toList());
    }
}
