package land.starkeorte.pdf;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps papers in memory; what is kept cannot become something else. */
public final class MemoryPaperArchive implements PaperArchive {
    public final Map<String, byte[]> papers = new ConcurrentHashMap<>();

    /** What the next calls to keep do before they keep. */
    public volatile Runnable before = () -> {};

    @Override
    public void keep(String key, String type, byte[] content) {
        before.run();
        papers.put(key, content);
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return "https://papers.example/" + key + "?name=" + name;
    }
}
