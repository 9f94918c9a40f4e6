package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Two versioned buckets. */
final class S3Files implements Files {
    private final S3Client s3;
    private final S3Presigner presigner;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final Buckets buckets;

    /** @param uploadUrl where browsers send forms for the quarantine bucket */
    record Buckets(String quarantine, String archive, String uploadUrl) {}

    S3Files(S3Client s3, S3Presigner presigner, AwsCredentialsProvider credentials, String region, Buckets buckets) {
        this.s3 = s3;
        this.presigner = presigner;
        this.credentials = credentials;
        this.region = region;
        this.buckets = buckets;
    }

    @Override
    public UploadForm uploadForm(String key, String type, long size, Instant now, Duration valid) {
        AwsCredentials ours = credentials.resolveCredentials();
        var fields = PostPolicy.sign(
                new PostPolicy.Credentials(
                        ours.accessKeyId(),
                        ours.secretAccessKey(),
                        ours instanceof AwsSessionCredentials session ? session.sessionToken() : null),
                region,
                buckets.quarantine(),
                key,
                List.of(List.of("content-length-range", size, size)),
                Map.of("Content-Type", type),
                now,
                valid);
        return new UploadForm(buckets.uploadUrl(), fields);
    }

    @Override
    public Optional<Fetched> fetch(String key, Path into) {
        try (var object = s3.getObject(get -> get.bucket(buckets.quarantine()).key(key));
                var digested = new DigestInputStream(object, sha256());
                OutputStream file = java.nio.file.Files.newOutputStream(into)) {
            long size = digested.transferTo(file);
            GetObjectResponse answer = object.response();
            return Optional.of(new Fetched(
                    answer.versionId(),
                    size,
                    HexFormat.of().formatHex(digested.getMessageDigest().digest())));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean archive(String key, String version) {
        try {
            s3.copyObject(copy -> copy.sourceBucket(buckets.quarantine())
                    .sourceKey(key)
                    .sourceVersionId(version)
                    .destinationBucket(buckets.archive())
                    .destinationKey(key));
            return true;
        } catch (S3Exception gone) {
            if (List.of("NoSuchKey", "NoSuchVersion")
                    .contains(gone.awsErrorDetails().errorCode())) {
                return false;
            }
            throw gone;
        }
    }

    @Override
    public void discardQuarantined(String key) {
        discard(buckets.quarantine(), key);
    }

    @Override
    public void discardArchived(String key) {
        discard(buckets.archive(), key);
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return presigner
                .presignGetObject(link -> link.signatureDuration(valid)
                        .getObjectRequest(get -> get.bucket(buckets.archive())
                                .key(key)
                                .responseContentType(type)
                                .responseContentDisposition(attachment(name))))
                .url()
                .toString();
    }

    @Override
    public Stream<Stored> quarantined() {
        return stored(buckets.quarantine());
    }

    @Override
    public Stream<Stored> archived() {
        return stored(buckets.archive());
    }

    private Stream<Stored> stored(String bucket) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(object -> new Stored(object.key(), object.lastModified()));
    }

    /** Every version and every delete marker: a deleted document must not come back. */
    private void discard(String bucket, String key) {
        s3.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(key)).forEach(page -> {
            page.versions().stream()
                    .filter(version -> version.key().equals(key))
                    .forEach(version -> delete(bucket, key, version.versionId()));
            page.deleteMarkers().stream()
                    .filter(marker -> marker.key().equals(key))
                    .forEach(marker -> delete(bucket, key, marker.versionId()));
        });
    }

    private void delete(String bucket, String key, String version) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version));
    }

    /** RFC 6266: the real name for today's browsers, an ASCII one for the others. */
    static String attachment(String name) {
        String ascii = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
