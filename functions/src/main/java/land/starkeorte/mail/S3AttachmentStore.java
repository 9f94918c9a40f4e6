package land.starkeorte.mail;

import software.amazon.awssdk.services.s3.S3Client;

/** Papers in the archive's bucket, and copies of applications in theirs. */
final class S3AttachmentStore implements AttachmentStore {
    private final S3Client s3;
    private final String papers;
    private final String copies;

    S3AttachmentStore(S3Client s3, String papers, String copies) {
        this.s3 = s3;
        this.papers = papers;
        this.copies = copies;
    }

    @Override
    public byte[] read(String key) {
        String bucket = key.startsWith(Attachment.APPLICATIONS) ? copies : papers;
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }
}
