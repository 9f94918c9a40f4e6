package land.starkeorte.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import land.starkeorte.platform.Batch;

/** What is shown by one run: only changes are written, and what nobody shows any more is taken away at the end. */
public final class SiteBuild {
    /** Short, because what was withdrawn must be gone from everywhere. */
    private static final String CACHE = "public, max-age=60";

    private final SiteBucket siteBucket;
    private final Map<String, String> before;
    private final Set<String> kept = new HashSet<>();
    private final SitePages pages;
    private final Batch batch = new Batch("not shown");
    private boolean whole = true;

    SiteBuild(SiteBucket siteBucket, SitePages pages) {
        this.siteBucket = siteBucket;
        this.before = new TreeMap<>(siteBucket.shown());
        this.pages = pages;
    }

    /** What was shown by the run before. */
    public Set<String> before() {
        return before.keySet();
    }

    /** It may stay as it is. */
    public void keep(String key) {
        kept.add(key);
    }

    /** Does {@code work}, whatever became of the rest; a failure is kept until everything was tried. */
    public void attempt(String what, Runnable work) {
        batch.attempt(what, work);
    }

    /** A feature's part. Where all of it fails nobody knows what belongs to it, so nothing is taken away this time. */
    void section(String what, Runnable publish) {
        attempt(what, () -> {
            boolean before = whole;
            whole = false;
            publish.run();
            whole = before;
        });
    }

    /** A file under its key, without a slash at the beginning. */
    public void file(String key, String type, byte[] content) {
        kept.add(key);
        if (!fingerprint(content).equals(before.get(key))) {
            siteBucket.show(key, type, CACHE, content);
        }
    }

    /** A page by its template, under its key. */
    public void page(String key, String template, Map<String, Object> parameters) {
        file(key, "text/html; charset=utf-8", pages.write(template, parameters).getBytes(UTF_8));
    }

    /**
     * A folder's page, which is kept under the folder's own address, with and without a slash. Where it cannot be made the
     * others are, and it stays as it was.
     */
    public void folder(String folder, String template, Map<String, Object> parameters) {
        List<String> keys = List.of(folder, folder + "/");
        kept.addAll(keys);
        attempt(folder, () -> {
            byte[] content = pages.write(template, parameters).getBytes(UTF_8);
            keys.forEach(key -> file(key, "text/html; charset=utf-8", content));
        });
    }

    /** XML by its template. */
    public void xml(String key, String type, String template, Map<String, Object> parameters) {
        String content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + pages.write(template, parameters);
        file(key, type + "; charset=utf-8", content.getBytes(UTF_8));
    }

    /** A picture that was uploaded and checked; nothing where it is gone. */
    public Optional<InputStream> picture(String key) {
        return siteBucket.picture(key);
    }

    /** Takes away what nobody shows any more; then fails loudly where something was not made. */
    void close() {
        if (whole) {
            before.keySet().stream()
                    .filter(key -> !kept.contains(key))
                    .forEach(key -> attempt(key, () -> siteBucket.remove(key)));
        }
        batch.end("Not shown");
    }

    /** As S3 calls it: ETag, which is MD5 for what is put in one piece. */
    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
