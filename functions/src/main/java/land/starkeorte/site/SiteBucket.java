package land.starkeorte.site;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** What everybody may see: nothing else is ever put here. */
public interface SiteBucket {
    /** Everything of ours that lies there: key, and the fingerprint (MD5) of its content. */
    Map<String, String> shown();

    /** Puts it there, or over what was there. */
    void show(String key, String type, String cache, byte[] content);

    /** Takes it away. */
    void remove(String key);

    /** A picture that was checked; nothing where it is gone. */
    Optional<InputStream> picture(String key);
}
