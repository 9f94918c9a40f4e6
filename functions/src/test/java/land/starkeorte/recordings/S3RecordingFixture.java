package land.starkeorte.recordings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.testing.Http;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A real bucket of an S3 at the address of the system property {@code s3.endpoint}, and a browser's way to it. */
final class S3RecordingFixture {
    private static final String ENDPOINT = System.getProperty("s3.endpoint", "");

    final S3Client s3;
    final S3RecordingStorage storage;
    final String bucket = "recordings-" + UUID.randomUUID();

    S3RecordingFixture() {
        if (ENDPOINT.isEmpty()) {
            throw new IllegalStateException("Name an S3 by -Ds3.endpoint; infra/checks/ministack does");
        }
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        s3 = S3Client.builder()
                .endpointOverride(URI.create(ENDPOINT))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        s3.createBucket(create ->
                create.bucket(bucket).createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));
        s3.putBucketVersioning(put -> put.bucket(bucket).versioningConfiguration(on -> on.status("Enabled")));
        var presigner = S3Presigner.builder()
                .endpointOverride(URI.create(ENDPOINT))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        storage = new S3RecordingStorage(s3, new S3Signer(presigner, credentials, "eu-central-1"), bucket);
    }

    void put(String key, byte[] content) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    /** What became of sending a part. */
    static int send(String url, String sha256, byte[] part) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("x-amz-checksum-sha256", sha256)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(part))
                .build();
        return Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Everything, or what the range says. */
    static HttpResponse<byte[]> get(String url, String range) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return Http.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
