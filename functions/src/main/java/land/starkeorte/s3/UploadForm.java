package land.starkeorte.s3;

import java.util.Map;

/**
 * What a browser sends to a bucket.
 *
 * @param fields to be sent with the file, in this order, the file last
 */
public record UploadForm(String url, Map<String, String> fields) {}
