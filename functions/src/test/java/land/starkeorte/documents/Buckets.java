package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.UUID;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.s3.UploadForm;
import land.starkeorte.testing.Http;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Real buckets of an S3 at the address of the system property {@code s3.endpoint}, and a browser's way of sending a form. */
final class Buckets implements DocumentStorageContractTest.Place {
    private static final String ENDPOINT = System.getProperty("s3.endpoint", "");
    private static Buckets shared;

    private final String quarantine = "quarantine-" + UUID.randomUUID();
    private final String archive = "archive-" + UUID.randomUUID();
    private final S3Client s3;
    private final S3DocumentStorage storage;

    static boolean isThere() {
        return !ENDPOINT.isEmpty();
    }

    static synchronized Buckets shared() {
        if (!isThere()) {
            throw new IllegalStateException("Name an S3 by -Ds3.endpoint; infra/checks/ministack does");
        }
        if (shared == null) {
            shared = new Buckets();
        }
        return shared;
    }

    private Buckets() {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        var endpoint = URI.create(ENDPOINT);
        s3 = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        for (String bucket : new String[] {quarantine, archive}) {
            s3.createBucket(create ->
                    create.bucket(bucket).createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));
            s3.putBucketVersioning(put -> put.bucket(bucket).versioningConfiguration(on -> on.status("Enabled")));
        }
        var presigner = S3Presigner.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        storage = new S3DocumentStorage(
                s3,
                new S3Signer(presigner, credentials, "eu-central-1"),
                new S3DocumentStorage.Buckets(quarantine, archive, ENDPOINT + "/" + quarantine));
    }

    @Override
    public DocumentStorage files() {
        return storage;
    }

    @Override
    public String upload(String key, byte[] content) {
        return s3.putObject(put -> put.bucket(quarantine).key(key), RequestBody.fromBytes(content))
                .versionId();
    }

    /** The form with one field changed. */
    UploadForm with(UploadForm form, String name, String value) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put(name, value);
        return new UploadForm(form.url(), fields);
    }

    /** Sends it as multipart/form-data (RFC 7578), the file last; the status that came back. */
    int post(UploadForm form, byte[] content) throws IOException, InterruptedException {
        String boundary = "boundary-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (var field : form.fields().entrySet()) {
            body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, field.getKey(), field.getValue()))
                    .getBytes(UTF_8));
        }
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"blob\"\r\n\r\n".formatted(boundary))
                        .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(form.url()))
                .header("content-type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return Http.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return Http.CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public String toString() {
        return ENDPOINT;
    }
}
