package land.starkeorte.paper;

import java.time.Duration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A versioned bucket whose objects are locked. */
public final class S3Archive implements Archive {
    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    /** Over the papers' bucket. */
    public S3Archive(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void keep(String key, String type, byte[] content) {
        s3.putObject(put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(content));
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return presigner
                .presignGetObject(link -> link.signatureDuration(valid)
                        .getObjectRequest(get -> get.bucket(bucket)
                                .key(key)
                                .responseContentType(type)
                                .responseContentDisposition("attachment; filename=\"" + name + "\"")))
                .url()
                .toString();
    }
}
