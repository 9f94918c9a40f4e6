package land.starkeorte.s3;

import java.util.Map;

/**
 * What a browser sends to a bucket.
 *
 * @param fields to be sent with the file, in this order, the file last
 */
public record UploadForm(String url, Map<String, String> fields) {
    /** For the browser: a list, because the order of the fields is part of the form. */
    public Map<String, Object> view() {
        return Map.of(
                "url",
                url,
                "fields",
                fields.entrySet().stream()
                        .map(field -> Map.of("name", field.getKey(), "value", field.getValue()))
                        .toList());
    }
}
