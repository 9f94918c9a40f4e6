package land.starkeorte.recordings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A bucket in memory, as strict as the real one; dies before or after any call when it is told to. */
final class MemoryRecordingStorage implements RecordingStorage {
    private record Lying(byte[] content, Instant storedAt) {}

    private final Map<String, TreeMap<Integer, byte[]>> uploads = new HashMap<>();
    private final Map<String, Lying> objects = new TreeMap<>();
    private final Supplier<Instant> clock;
    private int calls;
    int dieAtCall = -1;
    boolean dieAfter;

    /** Every copy that was made, and whether it went where things lie that nobody asks for. */
    final List<String> copies = new ArrayList<>();

    MemoryRecordingStorage(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** The process is gone: nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A process that is gone does nothing more, until a new one is started. */
    private synchronized <T> T call(Supplier<T> work) {
        int call = calls++;
        if (isKilled() && (call > dieAtCall || !dieAfter)) {
            throw new Killed();
        }
        T result = work.get();
        if (isKilled()) {
            throw new Killed();
        }
        return result;
    }

    boolean isKilled() {
        return dieAtCall >= 0 && calls > dieAtCall;
    }

    int calls() {
        return calls;
    }

    /** As a browser does with the address. */
    void send(String url, byte[] content) {
        String[] asked = url.split(" ", -1);
        if (!Base64.getEncoder().encodeToString(UploadParts.sha256(content)).equals(asked[3])) {
            throw new IllegalArgumentException("Not what was signed");
        }
        uploads.get(asked[0] + " " + asked[1]).put(Integer.parseInt(asked[2]), content);
    }

    /** As a disk that turns a bit. */
    void spoil(String key) {
        byte[] content = objects.get(key).content().clone();
        content[content.length / 2] ^= 1;
        objects.put(key, new Lying(content, clock.get()));
    }

    void put(String key, byte[] content) {
        objects.put(key, new Lying(content, clock.get()));
    }

    List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    int uploads() {
        return uploads.size();
    }

    @Override
    public String begin(String key, String type) {
        return call(() -> {
            String upload = "upload" + calls;
            uploads.put(key + " " + upload, new TreeMap<>());
            return upload;
        });
    }

    @Override
    public Optional<List<Part>> parts(String key, String upload) {
        return call(() -> Optional.ofNullable(uploads.get(key + " " + upload))
                .map(parts -> parts.entrySet().stream()
                        .map(part -> new Part(
                                part.getKey(),
                                part.getValue().length,
                                Base64.getEncoder().encodeToString(UploadParts.sha256(part.getValue())),
                                "tag"))
                        .toList()));
    }

    @Override
    public String partUrl(String key, String upload, int number, String sha256, Duration valid) {
        return key + " " + upload + " " + number + " " + sha256;
    }

    @Override
    public boolean complete(String key, String upload, List<Part> parts) {
        return call(() -> {
            var sent = uploads.remove(key + " " + upload);
            if (sent == null) {
                return false;
            }
            var whole = new ByteArrayOutputStream();
            sent.values().forEach(whole::writeBytes);
            objects.put(key, new Lying(whole.toByteArray(), clock.get()));
            return true;
        });
    }

    @Override
    public void abort(String key, String upload) {
        call(() -> uploads.remove(key + " " + upload));
    }

    @Override
    public Optional<InputStream> open(String key) {
        return call(
                () -> Optional.ofNullable(objects.get(key)).map(lying -> new ByteArrayInputStream(lying.content())));
    }

    @Override
    public Optional<byte[]> beginning(String key, int most) {
        return call(() -> Optional.ofNullable(objects.get(key))
                .map(lying -> Arrays.copyOf(lying.content(), Math.min(most, lying.content().length))));
    }

    @Override
    public boolean has(String key) {
        return call(() -> objects.containsKey(key));
    }

    @Override
    public void copy(String from, String to, boolean seldom) {
        call(() -> {
            copies.add(to + (seldom ? " seldom" : ""));
            return objects.put(to, new Lying(objects.get(from).content(), clock.get()));
        });
    }

    @Override
    public String playing(String key, String type, Duration valid) {
        return "https://bucket.example/" + key + "?" + clock.get().plus(valid);
    }

    @Override
    public String saving(String key, String name, String type, Duration valid) {
        return playing(key, type, valid);
    }

    /** What the store answers to whoever has this link. */
    int get(String link) {
        String[] parts = link.split("[?]", -1);
        return clock.get().isBefore(Instant.parse(parts[1])) ? 200 : 403;
    }

    @Override
    public void discard(String key) {
        call(() -> objects.remove(key));
    }

    @Override
    public Stream<RecordingStorage.StoredPart> all() {
        return call(() -> objects.entrySet().stream()
                .map(object -> new RecordingStorage.StoredPart(
                        object.getKey(), object.getValue().storedAt()))
                .toList()
                .stream());
    }
}
