package land.starkeorte.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that run or reach outside are refused, each in the words that fit; as many of real programs are taken. */
class CorpusTest {
    private final ContentCheck check = new ContentCheck();

    @TempDir
    private Path folder;

    static List<MaliciousFiles.Sample> malicious() {
        return MaliciousFiles.all();
    }

    /** Made by {@code corpus/make.py}. */
    static List<Path> harmless() throws IOException {
        try (Stream<Path> storage = Files.list(Path.of("src/test/resources/corpus"))) {
            return storage.filter(file -> kind(file) != null).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void whatRunsOrReachesOutsideIsRefused(MaliciousFiles.Sample sample) throws IOException {
        Path file = Files.write(folder.resolve("file"), sample.content());
        assertThat(check.refuse(file, sample.kind())).contains(sample.reason());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void whatProgramsMakeIsTaken(Path file) {
        assertThat(check.refuse(file, kind(file))).isEmpty();
    }

    @Test
    void thereAreAsManyHarmlessFilesAsOthers() throws IOException {
        assertThat(harmless()).hasSizeGreaterThanOrEqualTo(malicious().size());
    }

    /** Always the same files; for minutes it runs by itself ({@link ContentFuzz}). */
    @Test
    void filesThatNobodyWouldThinkOfGetAnAnswerInLittleTimeAndMemory() throws IOException {
        var fuzz = new ContentFuzz(folder);
        for (long seed = 1; seed <= 1500; seed++) {
            fuzz.run(seed);
        }
        // What was found once: a negative place in an object stream.
        fuzz.run(275493);
        fuzz.run(301565);
        assertThat(fuzz.crashes).isEmpty();
        assertThat(fuzz.answers).hasSizeGreaterThan(6).containsKeys("taken", "BROKEN", "BOMB");
    }

    static FileType kind(Path file) {
        return Arrays.stream(FileType.values())
                .filter(kind -> kind.fits(file.getFileName().toString()))
                .findFirst()
                .orElse(null);
    }
}
