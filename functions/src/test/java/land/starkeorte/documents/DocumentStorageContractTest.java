package land.starkeorte.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake and the buckets behave alike; the buckets at whatever address {@code s3.endpoint} names. */
class DocumentStorageContractTest {
    @TempDir
    private Path folder;

    /** Files, and how a browser's upload gets in. */
    interface Place {
        DocumentStorage files();

        String upload(String key, byte[] content);
    }

    static Stream<Place> places() {
        var memory = new MemoryDocumentStorage(Instant::now);
        Place fake = place(memory, memory::upload);
        return Buckets.isThere() ? Stream.of(fake, Buckets.shared()) : Stream.of(fake);
    }

    static Place place(DocumentStorage storage, java.util.function.BiFunction<String, byte[], String> upload) {
        return new Place() {
            @Override
            public DocumentStorage files() {
                return storage;
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
        assertThat(place.files().archived().map(DocumentStorage.Stored::key)).containsOnlyOnce(key);
        place.files().discardQuarantined(key);
        assertThat(place.files().archive(key, version)).isFalse();
        place.files().discardArchived(key);
        assertThat(place.files().archived().map(DocumentStorage.Stored::key)).doesNotContain(key);
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
        assertThat(place.files().quarantined().map(DocumentStorage.Stored::key))
                .contains(key + "0")
                .doesNotContain(key);
    }

    private static String key() {
        return Secrets.id() + "/" + Secrets.id();
    }
}
