package land.starkeorte.documents;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.s3.UploadForm;

/** The two places for files: quarantine, where browsers upload to, and the archive, which only holds what was checked. */
interface DocumentStorage {
    /**
     * What was fetched.
     *
     * @param version which object it was, when several were uploaded under one key
     */
    record Fetched(String version, long size, String sha256) {}

    /**
     * What lies there.
     *
     * @param storedAt when its newest version was stored
     */
    record Stored(String key, Instant storedAt) {}

    /** Lets a browser upload exactly this into quarantine, until it expires. */
    UploadForm uploadForm(String key, String type, long size, Instant now, Duration valid);

    /** The newest object in quarantine, streamed into a file; nothing when there is none. */
    Optional<Fetched> fetch(String key, Path into);

    /** Copies exactly this version into the archive; false when it is no longer there. */
    boolean archive(String key, String version);

    /** Deletes every version in quarantine. */
    void discardQuarantined(String key);

    /** Deletes every version in the archive. */
    void discardArchived(String key);

    /** A link with which a browser saves the archived file, for as long as it is valid. */
    String link(String key, String name, String type, Duration valid);

    Stream<Stored> quarantined();

    Stream<Stored> archived();
}
