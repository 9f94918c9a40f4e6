package land.starkeorte.pdf;

import java.time.Duration;

/** Where papers lie that nobody may change or lose. */
public interface PaperArchive {
    /** Keeps it. The same key again is the same paper again: it does no harm. */
    void keep(String key, String type, byte[] content);

    /** A link with which a browser saves it, for as long as it is valid. */
    String link(String key, String name, String type, Duration valid);
}
