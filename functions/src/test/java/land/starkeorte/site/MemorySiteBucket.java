package land.starkeorte.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bucket in memory. */
public final class MemorySiteBucket implements SiteBucket {
    public final Map<String, byte[]> files = new TreeMap<>();
    public final Map<String, byte[]> pictures = new TreeMap<>();
    public int writes;

    @Override
    public Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        files.forEach((key, content) -> shown.put(key, md5(content)));
        return shown;
    }

    @Override
    public void show(String key, String type, String cache, byte[] content) {
        writes++;
        files.put(key, content);
    }

    @Override
    public void remove(String key) {
        files.remove(key);
    }

    @Override
    public Optional<InputStream> picture(String key) {
        return Optional.ofNullable(pictures.get(key)).map(ByteArrayInputStream::new);
    }

    public String text(String key) {
        return new String(files.get(key), UTF_8);
    }

    /** Everything that everybody can read. */
    public String everything() {
        var all = new StringBuilder();
        files.forEach((key, content) -> {
            if (!key.endsWith(".jpg")) {
                all.append(new String(content, UTF_8));
            }
        });
        return all.toString();
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
