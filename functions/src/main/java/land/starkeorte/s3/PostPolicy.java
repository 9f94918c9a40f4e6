package land.starkeorte.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs what a browser may upload by HTML form (Amazon S3 API Reference, "Authenticating Requests: Browser-Based Uploads
 * Using POST", Signature Version 4). The AWS SDK for Java has no such thing; this one's output equals that of
 * {@code @aws-sdk/s3-presigned-post} byte for byte.
 */
final class PostPolicy {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXTENDED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Escapes as JavaScript does. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private PostPolicy() {}

    /** @param sessionToken of temporary credentials, which a function always has */
    record Credentials(
            String accessKeyId,
            String secretAccessKey,
            @Nullable String sessionToken) {}

    /**
     * The form's fields in the order in which they are sent.
     *
     * @param conditions beyond the fields' own, for example {@code ["content-length-range", 1, 1000]}
     * @param fields what the form says beside the key, for example the Content-Type; each becomes a condition
     */
    static Map<String, String> sign(
            Credentials credentials,
            String region,
            String bucket,
            String key,
            List<?> conditions,
            Map<String, String> fields,
            Instant now,
            Duration valid) {
        String date = BASIC.format(now);
        String day = date.substring(0, 8);
        var form = new LinkedHashMap<>(fields);
        form.put("bucket", bucket);
        form.put("X-Amz-Algorithm", ALGORITHM);
        form.put("X-Amz-Credential", String.join("/", credentials.accessKeyId(), day, region, "s3", "aws4_request"));
        form.put("X-Amz-Date", date);
        if (credentials.sessionToken() != null) {
            form.put("X-Amz-Security-Token", credentials.sessionToken());
        }
        var all = new LinkedHashSet<Object>(conditions);
        form.forEach((name, value) -> all.add(Map.of(name, value)));
        all.add(Map.of("key", key));
        var policy = new LinkedHashMap<String, Object>();
        policy.put(
                "expiration", EXTENDED.format(now.truncatedTo(ChronoUnit.MILLIS).plus(valid)));
        policy.put("conditions", new ArrayList<>(all));
        String encoded = Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(policy));
        form.put("key", key);
        form.put("Policy", encoded);
        byte[] signingKey = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (String part : List.of(day, region, "s3", "aws4_request")) {
            signingKey = hmac(signingKey, part);
        }
        form.put("X-Amz-Signature", HexFormat.of().formatHex(hmac(signingKey, encoded)));
        return form;
    }

    private static byte[] hmac(byte[] key, String data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
