package land.starkeorte.recordings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What runs beside the video, as WebVTT (W3C).
 *
 * @param vtt the file's text
 */
record Track(Kind kind, String vtt, int version) {
    enum Kind {
        CAPTIONS,
        CHAPTERS;

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

    static Track none(Kind kind) {
        return new Track(kind, "", 0);
    }

    Track saying(String newVtt) {
        return new Track(kind, newVtt, version);
    }
}
