package land.starkeorte.recordings;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files lie: {@code incoming/}, to where browsers send them in parts, and {@code archive/}. */
interface RecordingStorage {
    /**
     * A part that has arrived.
     *
     * @param number from 1
     * @param sha256 in Base64
     * @param tag what the store calls it
     */
    record Part(int number, long size, String sha256, String tag) {}

    /**
     * What lies there.
     *
     * @param storedAt when its newest version was stored
     */
    record StoredPart(String key, Instant storedAt) {}

    /** Begins an upload in parts; its id. */
    String begin(String key, String type);

    /** What has arrived of it, in order; nothing where there is no such upload, any more. */
    Optional<List<Part>> parts(String key, String upload);

    /** Where a browser sends exactly this part to, with its checksum in the header {@code x-amz-checksum-sha256}. */
    String partUrl(String key, String upload, int number, String sha256, Duration valid);

    /** Makes one object of all parts; false where there is no such upload. */
    boolean complete(String key, String upload, List<Part> parts);

    /** Forgets an upload; nothing where there is none. */
    void abort(String key, String upload);

    /** What lies there, to be closed; nothing where nothing does. */
    Optional<InputStream> open(String key);

    /** So many bytes of its beginning, fewer where it has fewer; nothing where nothing lies there. */
    Optional<byte[]> beginning(String key, int most);

    boolean has(String key);

    /**
     * Copies all of it or nothing.
     *
     * @param seldom whether it is so old that hardly anybody will ask for it
     */
    void copy(String from, String to, boolean seldom);

    /** A link with which a browser plays it, and asks for parts of it (RFC 9110, section 14), for as long as it is valid. */
    String playing(String key, String type, Duration valid);

    /** A link with which a browser saves it. */
    String saving(String key, String name, String type, Duration valid);

    /** Deletes it with every version. */
    void discard(String key);

    /** Everything that lies there. */
    Stream<StoredPart> all();
}
