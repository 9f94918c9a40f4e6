package land.starkeorte.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only real buckets can show. Not part of the units: infra/checks runs it, and without buckets it fails. */
class S3DocumentStorageContract {
    @TempDir
    private Path folder;

    /** What is allocated, which is more than what is ever held at once. */
    @Test
    void aLargeFileIsFetchedInLittleMemory() {
        String key = key();
        Buckets.shared().upload(key, new byte[25 * 1024 * 1024]);
        var storage = Buckets.shared().files();
        storage.fetch(key, folder.resolve("copy"));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(storage.fetch(key, folder.resolve("copy")).orElseThrow().size())
                .isEqualTo(25 * 1024 * 1024);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(6 * 1024 * 1024);
        storage.discardQuarantined(key);
    }

    @Test
    void theFormTakesExactlyWhatItWasSignedFor() throws Exception {
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
    }

    @Test
    void theLinkSavesTheFileUnderItsNameAndNothingElse() throws Exception {
        var buckets = Buckets.shared();
        String key = key();
        String version = buckets.upload(key, "inhalt".getBytes());
        buckets.files().archive(key, version);
        String link = buckets.files().link(key, "Größe.pdf", "application/pdf", Duration.ofMinutes(1));
        var saved = Buckets.get(link);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).isEqualTo("inhalt");
        assertThat(saved.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment")
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf");
        assertThat(Buckets.get(link.replace(key, key())).statusCode()).isIn(403, 404);
    }

    private static String key() {
        return Secrets.id() + "/" + Secrets.id();
    }
}
