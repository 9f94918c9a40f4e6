package land.starkeorte.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import land.starkeorte.lambda.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake and the buckets behave alike; the buckets at whatever address {@code s3.endpoint} names. */
class FilesContractTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** Files, and how a browser's upload gets in. */
    interface Place {
        Files files();

        String upload(String key, byte[] content);
    }

    static Stream<Place> places() {
        var memory = new MemoryFiles(Instant::now);
        Place fake = place(memory, memory::upload);
        return Buckets.isThere() ? Stream.of(fake, Buckets.shared()) : Stream.of(fake);
    }

    static Place place(Files files, java.util.function.BiFunction<String, byte[], String> upload) {
        return new Place() {
            @Override
            public Files files() {
                return files;
            }

            @Override
            public String upload(String key, byte[] content) {
                return upload.apply(key, content);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatWasUploadedIsFetchedWithItsVersionAndSize(Place place) {
        String key = key();
        place.upload(key, "first".getBytes());
        String version = place.upload(key, "second!".getBytes());
        var fetched = place.files().fetch(key, folder.resolve("copy")).orElseThrow();
        assertThat(fetched.version()).isEqualTo(version);
        assertThat(fetched.size()).isEqualTo(7);
        assertThat(folder.resolve("copy")).hasContent("second!");
        assertThat(place.files().fetch(key(), folder.resolve("none"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void exactlyTheVersionThatWasCheckedIsArchivedHoweverOften(Place place) {
        String key = key();
        String version = place.upload(key, "checked".getBytes());
        place.upload(key, "uploaded over it".getBytes());
        assertThat(place.files().archive(key, version)).isTrue();
        assertThat(place.files().archive(key, version)).isTrue();
        assertThat(place.files().archived().map(Files.Stored::key)).containsOnlyOnce(key);
        place.files().discardQuarantined(key);
        assertThat(place.files().archive(key, version)).isFalse();
        place.files().discardArchived(key);
        assertThat(place.files().archived().map(Files.Stored::key)).doesNotContain(key);
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsDiscardedIsGoneInEveryVersionAndDiscardingTwiceIsNoFault(Place place) {
        String key = key();
        place.upload(key, "a".getBytes());
        place.upload(key, "b".getBytes());
        place.upload(key + "0", "another".getBytes());
        place.files().discardQuarantined(key);
        place.files().discardQuarantined(key);
        assertThat(place.files().fetch(key, folder.resolve("copy"))).isEmpty();
        assertThat(place.files().quarantined().map(Files.Stored::key))
                .contains(key + "0")
                .doesNotContain(key);
    }

    /** What is allocated, which is more than what is ever held at once. */
    @Test
    void aLargeFileIsFetchedInLittleMemory() {
        assumeTrue(Buckets.isThere());
        String key = key();
        Buckets.shared().upload(key, new byte[25 * 1024 * 1024]);
        var files = Buckets.shared().files();
        files.fetch(key, folder.resolve("copy"));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(files.fetch(key, folder.resolve("copy")).orElseThrow().size())
                .isEqualTo(25 * 1024 * 1024);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(6 * 1024 * 1024);
        files.discardQuarantined(key);
    }

    @Test
    void theFormTakesExactlyWhatItWasSignedFor() throws Exception {
        assumeTrue(Buckets.isThere());
        var buckets = Buckets.shared();
        byte[] content = "%PDF-1.7 something".getBytes();
        var form = buckets.files()
                .uploadForm(key(), "application/pdf", content.length, Instant.now(), Duration.ofMinutes(10));
        assertThat(buckets.post(form, content)).isBetween(200, 204);
        assertThat(buckets.post(form, (new String(content) + "!").getBytes()))
                .as("too big")
                .isEqualTo(400);
        assertThat(buckets.post(form, "short".getBytes())).as("too small").isEqualTo(400);
        assertThat(buckets.post(buckets.with(form, "Content-Type", "text/html"), content))
                .as("other type")
                .isEqualTo(403);
        assertThat(buckets.post(buckets.with(form, "key", key()), content))
                .as("other key")
                .isEqualTo(403);
        var old = buckets.files()
                .uploadForm(
                        key(),
                        "application/pdf",
                        content.length,
                        Instant.now().minus(Duration.ofMinutes(11)),
                        Duration.ofMinutes(10));
        assertThat(buckets.post(old, content)).as("expired").isEqualTo(403);
        if (Buckets.checksSignatures()) {
            String signature = form.fields().get("X-Amz-Signature");
            String changed = (signature.startsWith("0") ? "1" : "0") + signature.substring(1);
            assertThat(buckets.post(buckets.with(form, "X-Amz-Signature", changed), content))
                    .as("changed signature")
                    .isEqualTo(403);
            assertThat(buckets.post(buckets.with(form, "X-Amz-Date", "20261123T000000Z"), content))
                    .as("changed date")
                    .isEqualTo(403);
        }
    }

    @Test
    void theLinkSavesTheFileUnderItsNameAndNothingElse() throws Exception {
        assumeTrue(Buckets.isThere());
        var buckets = Buckets.shared();
        String key = key();
        String version = buckets.upload(key, "inhalt".getBytes());
        buckets.files().archive(key, version);
        String link = buckets.files().link(key, "Größe.pdf", "application/pdf", Duration.ofMinutes(1));
        var saved = get(link);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).isEqualTo("inhalt");
        assertThat(saved.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf");
        assertThat(get(link.replace(key, key())).statusCode()).isIn(403, 404);
        assertThat(get(link.replaceAll("\\?.*", "")).statusCode()).isIn(403, 404, 200);
        if (Buckets.checksSignatures()) {
            assertThat(get(link.replaceAll("\\?.*", "")).statusCode()).isEqualTo(403);
            assertThat(get(link.replace("Expires=60", "Expires=61")).statusCode())
                    .isEqualTo(403);
        }
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String key() {
        return Secrets.id() + "/" + Secrets.id();
    }
}
