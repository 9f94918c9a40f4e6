package land.starkeorte.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import land.starkeorte.platform.Clocks;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs, with the function's own rights, what a browser may do with one object. */
public final class S3Signer {
    private final S3Presigner presigner;
    private final AwsCredentialsProvider credentials;
    private final String region;

    /** With these rights, in this region. */
    public S3Signer(S3Presigner presigner, AwsCredentialsProvider credentials, String region) {
        this.presigner = presigner;
        this.credentials = credentials;
        this.region = region;
    }

    /**
     * Lets a browser send exactly this object.
     *
     * @param url where forms for the bucket go to
     * @param size bytes, not one more or less
     */
    public UploadForm upload(
            String bucket, String url, String key, String type, long size, Instant now, Duration valid) {
        AwsCredentials ours = credentials.resolveCredentials();
        var fields = PostPolicy.sign(
                new PostPolicy.Credentials(
                        ours.accessKeyId(),
                        ours.secretAccessKey(),
                        ours instanceof AwsSessionCredentials session ? session.sessionToken() : null),
                region,
                bucket,
                key,
                List.of(List.of("content-length-range", size, size)),
                Map.of("Content-Type", type),
                Clocks.real(now),
                valid);
        return new UploadForm(url, fields);
    }

    /**
     * Where a browser sends exactly this part of an object to.
     *
     * @param sha256 of the part, in Base64; the browser sends it in the header {@code x-amz-checksum-sha256}
     */
    public String part(String bucket, String key, String upload, int number, String sha256, Duration valid) {
        return presigner
                .presignUploadPart(link -> link.signatureDuration(valid)
                        .uploadPartRequest(part -> part.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .checksumSHA256(sha256)))
                .url()
                .toString();
    }

    /** A link with which a browser shows the object, or parts of it, for as long as it is valid. */
    public String show(String bucket, String key, String type, Duration valid) {
        return presigner
                .presignGetObject(link -> link.signatureDuration(valid)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key)
                                .responseContentType(type)
                                .responseContentDisposition("inline")
                                .responseCacheControl("private, no-store")))
                .url()
                .toString();
    }

    /** A link with which a browser saves the object under this name, for as long as it is valid. */
    public String download(String bucket, String key, String name, String type, Duration valid) {
        return presigner
                .presignGetObject(link -> link.signatureDuration(valid)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key)
                                .responseContentType(type)
                                .responseContentDisposition(attachment(name))))
                .url()
                .toString();
    }

    /** RFC 6266: the real name for today's browsers, an ASCII one for the others. */
    static String attachment(String name) {
        String ascii = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
