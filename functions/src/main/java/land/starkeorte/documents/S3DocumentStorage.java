package land.starkeorte.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.s3.S3Versions;
import land.starkeorte.s3.UploadForm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Two versioned buckets. */
final class S3DocumentStorage implements DocumentStorage {
    private final S3Client s3;
    private final S3Signer signer;
    private final Buckets buckets;

    /** @param uploadUrl where browsers send forms for the quarantine bucket */
    record Buckets(String quarantine, String archive, String uploadUrl) {}

    S3DocumentStorage(S3Client s3, S3Signer signer, Buckets buckets) {
        this.s3 = s3;
        this.signer = signer;
        this.buckets = buckets;
    }

    @Override
    public UploadForm uploadForm(String key, String type, long size, Instant now, Duration valid) {
        return signer.upload(buckets.quarantine(), buckets.uploadUrl(), key, type, size, now, valid);
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
        S3Versions.discard(s3, buckets.quarantine(), key);
    }

    @Override
    public void discardArchived(String key) {
        S3Versions.discard(s3, buckets.archive(), key);
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return signer.download(buckets.archive(), key, name, type, valid);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
