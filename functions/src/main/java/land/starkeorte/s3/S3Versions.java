package land.starkeorte.s3;

import software.amazon.awssdk.services.s3.S3Client;

/** What stands behind an object of a versioned bucket. */
public final class S3Versions {
    private S3Versions() {}

    /** Deletes every version and every delete marker: what was deleted must not come back. Nothing where nothing is. */
    public static void discard(S3Client s3, String bucket, String key) {
        s3.listObjectVersionsPaginator(list -> list.bucket(bucket).prefix(key)).forEach(page -> {
            page.versions().stream()
                    .filter(version -> version.key().equals(key))
                    .forEach(version -> delete(s3, bucket, key, version.versionId()));
            page.deleteMarkers().stream()
                    .filter(marker -> marker.key().equals(key))
                    .forEach(marker -> delete(s3, bucket, key, marker.versionId()));
        });
    }

    private static void delete(S3Client s3, String bucket, String key, String version) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version));
    }
}
