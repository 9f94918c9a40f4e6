package land.starkeorte.recordings;

import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;

/** Tells by its beginning whether a file is what it says. */
final class ContentType {
    /** Bytes of the beginning that are enough to tell. */
    static final int ENOUGH = 64 * 1024;

    /** As Tika calls them: MP4 by its brand, WebM by the container that it is a part of. */
    private static final Map<String, Set<String>> CALLED = Map.of(
            "video/mp4", Set.of("video/mp4", "application/mp4", "video/quicktime", "video/x-m4v"),
            "video/webm", Set.of("video/webm", "application/x-matroska", "video/x-matroska"),
            "application/pdf", Set.of("application/pdf"));

    private final Tika tika = new Tika();

    boolean is(String type, byte[] beginning) {
        return CALLED.getOrDefault(type, Set.of()).contains(tika.detect(beginning));
    }
}
