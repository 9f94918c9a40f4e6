package land.starkeorte.recordings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import land.starkeorte.s3.CompositeChecksum;
import org.jspecify.annotations.Nullable;

/**
 * A file of a recording.
 *
 * @param id part of its key; a file that takes the place of another has another
 * @param name as it was called where it came from
 * @param size bytes
 * @param partSize bytes of each part but the last
 * @param upload S3's id of the upload, as long as it is on its way
 * @param checksum of the whole, as {@link CompositeChecksum} writes it; absent while it is on its way
 */
record MediaFile(
        String id,
        Kind kind,
        String name,
        String type,
        long size,
        long partSize,
        String upload,
        State state,
        @Nullable String checksum) {
    enum State {
        /** The browser is sending it. */
        ARRIVING,
        /** All of it is there; the archive takes it when the event is over. */
        ARRIVED,
        ARCHIVED,
        /** What lies there is not what was sent. */
        BROKEN
    }

    /** What a recording consists of. */
    enum Kind {
        VIDEO("Das Video"),
        SLIDES("Die Folien");

        /** For people. */
        final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it may be. */
        List<String> types() {
            return this == VIDEO ? List.of("video/mp4", "video/webm") : List.of("application/pdf");
        }

        /** As addresses write it. */
        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String slug) {
            return List.of(values()).stream()
                    .filter(kind -> kind.slug().equals(slug))
                    .findFirst();
        }
    }

    /** S3 allows no parts below 5 MiB; larger ones are lost for longer when a connection breaks. */
    static final long PART = 16L * 1024 * 1024;

    /** Also the most that S3 copies in one step, which leaves nothing half done. */
    static final long LARGEST = 5_000_000_000L;

    static MediaFile arriving(String id, Kind kind, String name, String type, long size, String upload) {
        return new MediaFile(id, kind, name, type, size, PART, upload, State.ARRIVING, null);
    }

    MediaFile arrived(String all) {
        return new MediaFile(id, kind, name, type, size, partSize, "", State.ARRIVED, all);
    }

    MediaFile now(State newState) {
        return new MediaFile(id, kind, name, type, size, partSize, upload, newState, checksum);
    }

    /** How many parts it has. */
    int parts() {
        return (int) ((size + partSize - 1) / partSize);
    }

    /** Bytes of one part; the first is number 1. */
    long sizeOf(int part) {
        return part < parts() ? partSize : size - partSize * (parts() - 1);
    }

    /** Where it lies until it is archived. */
    String incoming(String recording) {
        return "incoming/" + recording + "/" + id;
    }

    String archived(String recording) {
        return "archive/" + recording + "/" + id;
    }

    /** Where it lies now. */
    String key(String recording) {
        return state == State.ARCHIVED ? archived(recording) : incoming(recording);
    }
}
