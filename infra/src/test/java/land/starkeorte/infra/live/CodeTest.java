package land.starkeorte.infra.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved while {@code infra/start} runs, in a copy of the sources. */
class CodeTest {
    private static final Path HERE = Path.of("..").toAbsolutePath().normalize();
    private static final String PROBLEM = "functions/src/main/java/land/starkeorte/http/Problem.java";
    private static final String PAGE = "web/pages/impressum.jte";

    @TempDir
    Path root;

    private Code code;

    @BeforeEach
    void copy() throws Exception {
        for (String tree : new String[] {"functions/src/main", "web/pages"}) {
            Folders.copy(HERE.resolve(tree), root.resolve(tree));
        }
        Files.copy(HERE.resolve("functions/pom.xml"), root.resolve("functions/pom.xml"));
        Folders.copy(HERE.resolve("functions/target/classes"), root.resolve("work/classes"));
        Files.createDirectories(root.resolve("infra/target"));
        Files.createSymbolicLink(root.resolve("infra/target/lib"), HERE.resolve("infra/target/lib"));
        code = new Code(root, root.resolve("work"));
        code.warmUp();
    }

    @Test
    void whatIsSavedAsItWasChangesNothing() throws Exception {
        assertThat(code.make(Set.of(root.resolve(PROBLEM), root.resolve(PAGE)))).isFalse();
    }

    @Test
    void aClassIsMadeAnew() throws Exception {
        Path saved = edit(PROBLEM, "Sie sind hier nicht mehr angemeldet", "Sie waren hier angemeldet");
        assertThat(code.make(Set.of(saved))).isTrue();
        assertThat(code.classes().resolve("land/starkeorte/http/Problem.class"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("Sie waren hier angemeldet");
    }

    @Test
    void whoeverNoLongerFitsWhatWasSavedIsNamedAndNothingIsDifferent() throws Exception {
        Path saved = edit(PROBLEM, "Problem linkInvalid()", "Problem linkInvalid(int tries)");
        assertThatThrownBy(() -> code.make(Set.of(saved)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("functions/src/main/java/land/starkeorte/")
                .hasMessageContaining("linkInvalid");
        edit(PROBLEM, "Problem linkInvalid(int tries)", "Problem linkInvalid()");
        assertThat(code.make(Set.of(saved))).isFalse();
    }

    @Test
    void aTemplateIsNamedByItsOwnLine() throws Exception {
        Path saved = edit(PAGE, "</h1>", "</h1>\n${nothing}");
        int line = Files.readString(saved).lines().toList().indexOf("${nothing}") + 1;
        assertThatThrownBy(() -> code.make(Set.of(saved)))
                .hasMessageContaining(PAGE + ":" + line)
                .hasMessageContaining("nothing");
    }

    @Test
    void aDeletedClassIsGone() throws Exception {
        Path saved = root.resolve("functions/src/main/java/land/starkeorte/http/Added.java");
        Files.writeString(saved, "package land.starkeorte.http;\n\nfinal class Added {}\n");
        assertThat(code.make(Set.of(saved))).isTrue();
        assertThat(code.classes().resolve("land/starkeorte/http/Added.class")).exists();
        Files.delete(saved);
        assertThat(code.make(Set.of(saved))).isTrue();
        assertThat(code.classes().resolve("land/starkeorte/http/Added.class")).doesNotExist();
    }

    private Path edit(String file, String before, String after) throws IOException {
        Path saved = root.resolve(file);
        String text = Files.readString(saved);
        assertThat(text).contains(before);
        Files.writeString(saved, text.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
        return saved;
    }
}
