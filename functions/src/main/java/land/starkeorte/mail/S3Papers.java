package land.starkeorte.mail;

import software.amazon.awssdk.services.s3.S3Client;

/** Papers in the archive's bucket. */
final class S3Papers implements Papers {
    private final S3Client s3;
    private final String bucket;

    S3Papers(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public byte[] read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }
}
