package land.starkeorte.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import land.starkeorte.s3.UploadForm;

/** Two buckets in memory, as strict as the real ones; dies before or after any call when it is told to. */
final class MemoryDocumentStorage implements DocumentStorage {
    private record Version(String id, byte[] content, Instant storedAt) {}

    private final Map<String, List<Version>> quarantine = new LinkedHashMap<>();
    private final Map<String, List<Version>> archive = new LinkedHashMap<>();
    private final Supplier<Instant> clock;
    private int versions;
    private int calls;
    int dieAtCall = -1;
    boolean dieAfter;

    MemoryDocumentStorage(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** As a browser does with the form; the version that came of it. */
    synchronized String upload(String key, byte[] content) {
        var version = new Version("v" + ++versions, content, clock.get());
        quarantine.computeIfAbsent(key, _ -> new ArrayList<>()).addFirst(version);
        return version.id();
    }

    int calls() {
        return calls;
    }

    private synchronized <T> T call(Supplier<T> work) {
        boolean dies = calls++ == dieAtCall;
        if (dies && !dieAfter) {
            throw new IllegalStateException("killed before");
        }
        T result = work.get();
        if (dies) {
            throw new IllegalStateException("killed after");
        }
        return result;
    }

    @Override
    public UploadForm uploadForm(String key, String type, long size, Instant now, Duration valid) {
        return new UploadForm("https://quarantine.example/", Map.of("key", key));
    }

    @Override
    public Optional<Fetched> fetch(String key, Path into) {
        return call(() -> Optional.ofNullable(quarantine.get(key))
                .map(List::getFirst)
                .map(version -> {
                    try {
                        java.nio.file.Files.write(into, version.content());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return new Fetched(
                            version.id(),
                            version.content().length,
                            HexFormat.of().formatHex(new byte[] {1, 2}));
                }));
    }

    @Override
    public boolean archive(String key, String version) {
        return call(() -> quarantine.getOrDefault(key, List.of()).stream()
                        .filter(one -> one.id().equals(version))
                        .findFirst()
                        .map(one -> archive.put(key, List.of(new Version("a", one.content(), clock.get()))))
                        .isPresent()
                || contains(key, version));
    }

    private boolean contains(String key, String version) {
        return quarantine.getOrDefault(key, List.of()).stream()
                .anyMatch(one -> one.id().equals(version));
    }

    @Override
    public void discardQuarantined(String key) {
        call(() -> quarantine.remove(key));
    }

    @Override
    public void discardArchived(String key) {
        call(() -> archive.remove(key));
    }

    @Override
    public String link(String key, String name, String type, Duration valid) {
        return "https://archive.example/" + key;
    }

    @Override
    public Stream<Stored> quarantined() {
        return stored(quarantine);
    }

    @Override
    public Stream<Stored> archived() {
        return stored(archive);
    }

    private synchronized Stream<Stored> stored(Map<String, List<Version>> bucket) {
        return new LinkedHashMap<>(bucket)
                .entrySet().stream()
                        .map(entry -> new Stored(
                                entry.getKey(), entry.getValue().getFirst().storedAt()));
    }
}
