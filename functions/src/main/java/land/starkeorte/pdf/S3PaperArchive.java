package land.starkeorte.pdf;

import java.time.Duration;
import land.starkeorte.s3.S3Signer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A versioned bucket whose objects are locked. */
public final class S3PaperArchive implements PaperArchive {
    private final S3Client s3;
    private final S3Signer signer;
    private final String bucket;

    /** Over the papers' bucket. */
    public S3PaperArchive(S3Client s3, S3Signer signer, String bucket) {
        this.s3 = s3;
        this.signer = signer;
        this.bucket = bucket;
    }

    @Override
    public void keep(String key, String type, byte[] content) {
        s3.putObject(put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(content));
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return signer.download(bucket, key, name, type, valid);
    }
}
