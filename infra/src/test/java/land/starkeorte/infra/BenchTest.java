package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benches start and print their figures, so that nobody finds them broken when a figure is wanted. */
class BenchTest {
    /** The one that was asked for, or all. */
    static Stream<String> benches() {
        String wanted = System.getProperty("bench", "");
        return wanted.isEmpty() ? Stream.of("cold-start", "listing", "bank-file", "seats") : Stream.of(wanted);
    }

    @ParameterizedTest
    @MethodSource("benches")
    void aBenchPrintsItsFiguresAndNothingElse(String bench) throws Exception {
        Path said = LocalCloud.ROOT.resolve("infra/target/bench-" + bench + ".txt");
        int end = new ProcessBuilder(LocalCloud.ROOT.resolve("infra/bench").toString(), bench, "--small")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String text = Files.readString(said);
        assertThat(end).as(text).isZero();
        assertThat(text).containsPattern("\\d (ms|s|MB|seats/s)").doesNotContain("{\"level\"", "NaN", "Infinity");
    }

    @Test
    void aPackageWeighsWhatIsWrittenDown() throws IOException {
        var written = Pattern.compile("unpacked, an HTTP function[^*]*\\*\\*([\\d.]+) MB\\*\\*")
                .matcher(Files.readString(LocalCloud.ROOT.resolve("infra/BENCHES.md")));
        assertThat(written.find()).isTrue();
        try (Stream<Path> files = Files.walk(LocalCloud.ROOT.resolve("functions/target/lambda/http"))) {
            double weight = files.map(Path::toFile)
                            .filter(file -> file.isFile())
                            .mapToLong(file -> file.length())
                            .sum()
                    / 1e6;
            assertThat(weight).isCloseTo(Double.parseDouble(written.group(1)), within(0.2));
        }
    }
}
