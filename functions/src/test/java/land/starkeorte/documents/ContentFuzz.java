package land.starkeorte.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The document check against files that nobody would think of: those of the corpus, cut, joined, doubled and with bytes and
 * numbers changed. A seed makes the same file each time. {@code java … ContentFuzz MINUTES [SEED]} runs it for long.
 */
final class ContentFuzz {
    /** What one file at most allocates, the largest object stream and what is made of it included. */
    static final long MOST_ALLOCATED = 160L * 1024 * 1024;

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final byte[][] WORDS = Arrays.stream(
                    "obj endobj stream endstream << >> [ ] ( ) /Type /ObjStm /N /First /Filter /FlateDecode /Length /Next /S /URI /Kids R %%EOF xref trailer /Width /Predictor <!-- <![CDATA[ <!DOCTYPE &# \" > PK"
                            .split(" "))
            .map(String::getBytes)
            .toArray(byte[][]::new);

    private final ContentCheck check = new ContentCheck();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<FileType, List<byte[]>> seeds = new EnumMap<>(FileType.class);
    private final Path file;
    final Map<String, Integer> answers = new java.util.TreeMap<>();
    long inputs;
    long slowest;
    long slowestSeed;
    long most;
    long mostSeed;
    final List<String> crashes = new ArrayList<>();

    ContentFuzz(Path folder) throws IOException {
        file = folder.resolve("fuzzed");
        for (Path path : CorpusTest.harmless()) {
            seeds.computeIfAbsent(CorpusTest.kind(path), _ -> new ArrayList<>()).add(Files.readAllBytes(path));
        }
        MaliciousFiles.all().stream()
                .filter(sample -> sample.content().length < 100_000)
                .forEach(sample -> seeds.computeIfAbsent(sample.kind(), _ -> new ArrayList<>())
                        .add(sample.content()));
    }

    public static void main(String[] arguments) throws IOException {
        var fuzz = new ContentFuzz(Files.createTempDirectory("fuzz"));
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.parseLong(arguments[0])).toNanos();
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        while (System.nanoTime() < end) {
            fuzz.run(seed++);
        }
        System.out.println(fuzz.report());
        System.exit(fuzz.crashes.isEmpty() ? 0 : 1);
    }

    /** One file; what goes wrong is kept with its seed. */
    void run(long seed) {
        var random = new Random(seed);
        FileType kind = FileType.values()[random.nextInt(FileType.values().length)];
        try {
            Files.write(file, mutated(kind, random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        String answer;
        try {
            Optional<RejectionReason> refusal = check.refuse(file, kind);
            answer = refusal.map(RejectionReason::name).orElse("taken");
            if (answer.equals(RejectionReason.UNCHECKED.name())) {
                crashes.add(kind + " seed " + seed + ": unchecked");
            }
        } catch (Throwable crash) {
            answer = "crash";
            crashes.add(kind + " seed " + seed + ": " + crash);
        }
        note(kind, seed, System.nanoTime() - begun, threads.getCurrentThreadAllocatedBytes() - allocated);
        answers.merge(answer, 1, Integer::sum);
    }

    private void note(FileType kind, long seed, long nanos, long bytes) {
        inputs++;
        if (nanos > slowest) {
            slowest = nanos;
            slowestSeed = seed;
        }
        if (bytes > most) {
            most = bytes;
            mostSeed = seed;
        }
        if (nanos > LONGEST.toNanos() || bytes > MOST_ALLOCATED) {
            crashes.add(kind + " seed " + seed + ": " + nanos / 1_000_000 + " ms, " + bytes + " bytes");
        }
    }

    String report() {
        return "%d inputs, %d crashes %s, slowest %d ms (seed %d), most allocated %.1f MB (seed %d), answers %s"
                .formatted(
                        inputs,
                        crashes.size(),
                        crashes,
                        slowest / 1_000_000,
                        slowestSeed,
                        most / 1048576.0,
                        mostSeed,
                        answers);
    }

    private byte[] mutated(FileType kind, Random random) {
        List<byte[]> own = seeds.get(kind);
        byte[] content = own.get(random.nextInt(own.size())).clone();
        for (int step = random.nextInt(12); step >= 0; step--) {
            content = step(content, own.get(random.nextInt(own.size())), random);
        }
        return content;
    }

    private static byte[] step(byte[] content, byte[] other, Random random) {
        if (content.length == 0) {
            return other.clone();
        }
        int at = random.nextInt(content.length);
        int to = Math.min(content.length, at + 1 + random.nextInt(random.nextBoolean() ? 16 : 4096));
        return switch (random.nextInt(9)) {
            case 0 -> {
                content[at] ^= (byte) (1 << random.nextInt(8));
                yield content;
            }
            case 1 -> {
                content[at] = (byte) random.nextInt();
                yield content;
            }
            case 2 -> Arrays.copyOf(content, at);
            case 3 -> MaliciousFiles.join(Arrays.copyOf(content, at), Arrays.copyOfRange(content, to, content.length));
            case 4 -> MaliciousFiles.join(Arrays.copyOf(content, to), Arrays.copyOfRange(content, at, content.length));
            case 5 -> MaliciousFiles.join(Arrays.copyOf(content, at), other);
            case 6 ->
                MaliciousFiles.join(
                        Arrays.copyOf(content, at),
                        WORDS[random.nextInt(WORDS.length)],
                        Arrays.copyOfRange(content, at, content.length));
            case 7 -> number(content, at, random);
            default -> {
                for (int i = at; i < to; i++) {
                    content[i] = (byte) 0xff;
                }
                yield content;
            }
        };
    }

    /** The next number in the text becomes another one. */
    private static byte[] number(byte[] content, int from, Random random) {
        for (int i = from; i < content.length; i++) {
            if (content[i] >= '0' && content[i] <= '9') {
                String other = List.of("0", "-1", "2147483647", "99999999999", "65536", "1")
                        .get(random.nextInt(6));
                return MaliciousFiles.join(
                        Arrays.copyOf(content, i),
                        other.getBytes(),
                        Arrays.copyOfRange(content, i + 1, content.length));
            }
        }
        return content;
    }
}
