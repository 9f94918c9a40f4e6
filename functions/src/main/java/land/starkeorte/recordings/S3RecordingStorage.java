package land.starkeorte.recordings;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.s3.S3Versions;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** A versioned bucket. */
final class S3RecordingStorage implements RecordingStorage {
    private final S3Client s3;
    private final S3Signer signer;
    private final String bucket;

    S3RecordingStorage(S3Client s3, S3Signer signer, String bucket) {
        this.s3 = s3;
        this.signer = signer;
        this.bucket = bucket;
    }

    @Override
    public String begin(String key, String type) {
        return s3.createMultipartUpload(create ->
                        create.bucket(bucket).key(key).contentType(type).checksumAlgorithm(ChecksumAlgorithm.SHA256))
                .uploadId();
    }

    @Override
    public Optional<List<Part>> parts(String key, String upload) {
        try {
            return Optional.of(
                    s3.listPartsPaginator(list -> list.bucket(bucket).key(key).uploadId(upload)).parts().stream()
                            .map(part -> new Part(part.partNumber(), part.size(), part.checksumSHA256(), part.eTag()))
                            .toList());
        } catch (S3Exception gone) {
            return unlessGone(gone);
        }
    }

    @Override
    public String partUrl(String key, String upload, int number, String sha256, Duration valid) {
        return signer.part(bucket, key, upload, number, sha256, valid);
    }

    @Override
    public boolean complete(String key, String upload, List<Part> parts) {
        var all = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.tag())
                        .checksumSHA256(part.sha256())
                        .build())
                .toList();
        try {
            s3.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(upload1 -> upload1.parts(all)));
            return true;
        } catch (S3Exception gone) {
            return unlessGone(gone).isPresent();
        }
    }

    @Override
    public void abort(String key, String upload) {
        try {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        } catch (S3Exception gone) {
            unlessGone(gone);
        }
    }

    /** Nothing, where it is the upload that is not there. */
    private static <T> Optional<T> unlessGone(S3Exception problem) {
        if ("NoSuchUpload".equals(problem.awsErrorDetails().errorCode())) {
            return Optional.empty();
        }
        throw problem;
    }

    @Override
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> beginning(String key, int most) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).range("bytes=0-" + (most - 1)))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    @Override
    public boolean has(String key) {
        try {
            s3.headObject(head -> head.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        }
    }

    @Override
    public void copy(String from, String to, boolean seldom) {
        s3.copyObject(copy -> copy.sourceBucket(bucket)
                .sourceKey(from)
                .destinationBucket(bucket)
                .destinationKey(to)
                .storageClass(seldom ? StorageClass.GLACIER_IR : StorageClass.INTELLIGENT_TIERING));
    }

    @Override
    public String playing(String key, String type, Duration valid) {
        return signer.show(bucket, key, type, valid);
    }

    @Override
    public String saving(String key, String name, String type, Duration valid) {
        return signer.download(bucket, key, name, type, valid);
    }

    @Override
    public void discard(String key) {
        S3Versions.discard(s3, bucket, key);
    }

    @Override
    public Stream<RecordingStorage.StoredPart> all() {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(object -> new RecordingStorage.StoredPart(object.key(), object.lastModified()));
    }
}
