package land.starkeorte.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import land.starkeorte.platform.Secrets;
import land.starkeorte.s3.CompositeChecksum;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** What only a real bucket can show. Not part of the units: infra/checks runs it, and without a bucket it fails. */
class S3RecordingStorageContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private final S3RecordingFixture real = new S3RecordingFixture();
    private final RecordingStorage storage = real.storage;
    private final byte[] film = UploadParts.webm((int) MediaFile.PART + 5000);
    private final String key = "incoming/" + Secrets.id() + "/" + Secrets.id();

    @Test
    void partsArriveInAnyOrderAndBecomeOneFileWithItsChecksum() throws Exception {
        String upload = storage.begin(key, "video/webm");
        assertThat(send(upload, 2, UploadParts.part(film, 2))).isEqualTo(200);
        assertThat(storage.parts(key, upload).orElseThrow()).singleElement().satisfies(part -> {
            assertThat(part.number()).isEqualTo(2);
            assertThat(part.size()).isEqualTo(5000);
            assertThat(part.sha256()).isEqualTo(UploadParts.sha(UploadParts.part(film, 2)));
        });
        assertThat(send(upload, 1, UploadParts.part(film, 1))).isEqualTo(200);
        List<RecordingStorage.Part> all = storage.parts(key, upload).orElseThrow();
        assertThat(storage.has(key)).isFalse();
        assertThat(storage.complete(key, upload, all)).isTrue();
        assertThat(storage.has(key)).isTrue();
        try (var content = storage.open(key).orElseThrow()) {
            assertThat(CompositeChecksum.of(content, MediaFile.PART)).isEqualTo(UploadParts.checksum(film));
        }
        assertThat(storage.parts(key, upload)).isEmpty();
        assertThat(storage.beginning(key, 100).orElseThrow()).isEqualTo(java.util.Arrays.copyOf(film, 100));
        assertThat(storage.beginning(key + "x", 100)).isEmpty();
    }

    @Test
    void anUploadThatIsGoneIsNoFault() {
        String upload = storage.begin(key, "video/webm");
        storage.abort(key, upload);
        storage.abort(key, upload);
        assertThat(storage.parts(key, upload)).isEmpty();
        assertThat(storage.complete(
                        key, upload, List.of(new RecordingStorage.Part(1, 3, UploadParts.sha(new byte[3]), "\"tag\""))))
                .isFalse();
        assertThat(storage.open(key)).isEmpty();
        assertThat(storage.has(key)).isFalse();
    }

    @Test
    void aCopyLiesInTheClassThatFitsItsAgeAndALinkOpensItInPartsToo() throws Exception {
        put();
        String archived = key.replace("incoming", "archive");
        storage.copy(key, archived, false);
        assertThat(stored(archived)).isEqualTo(StorageClass.INTELLIGENT_TIERING);
        storage.copy(key, archived, true);
        assertThat(stored(archived)).isEqualTo(StorageClass.GLACIER_IR);

        String link = storage.playing(archived, "video/webm", Duration.ofHours(4));
        var whole = S3RecordingFixture.get(link, "");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(film);
        assertThat(whole.headers().firstValue("content-type")).hasValue("video/webm");
        var some = S3RecordingFixture.get(link, "bytes=1000-1999");
        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).hasSize(1000).isEqualTo(java.util.Arrays.copyOfRange(film, 1000, 2000));
        assertThat(some.headers().firstValue("content-range")).hasValue("bytes 1000-1999/" + film.length);
    }

    @Test
    void whatIsDiscardedIsGoneWithEveryVersion() {
        put();
        put();
        assertThat(storage.all().map(RecordingStorage.StoredPart::key)).contains(key);
        storage.discard(key);
        storage.discard(key);
        assertThat(storage.all().map(RecordingStorage.StoredPart::key)).doesNotContain(key);
        assertThat(real.s3
                        .listObjectVersions(list -> list.bucket(real.bucket).prefix(key))
                        .versions())
                .isEmpty();
    }

    private int send(String upload, int number, byte[] part) throws Exception {
        return S3RecordingFixture.send(
                storage.partUrl(key, upload, number, UploadParts.sha(part), HOUR), UploadParts.sha(part), part);
    }

    private void put() {
        real.put(key, film);
    }

    private StorageClass stored(String at) {
        return real.s3.headObject(head -> head.bucket(real.bucket).key(at)).storageClass();
    }
}
