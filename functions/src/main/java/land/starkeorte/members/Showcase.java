package land.starkeorte.members;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** What everybody may see: nothing else is ever put here. */
interface Showcase {
    /** Everything of ours that lies there: key, and the fingerprint (MD5) of its content. */
    Map<String, String> shown();

    void show(String key, String type, String cache, byte[] content);

    void remove(String key);

    /** A picture that was checked; nothing where it is gone. */
    Optional<InputStream> picture(String key);
}
