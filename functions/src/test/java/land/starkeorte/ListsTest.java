package land.starkeorte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.tasks.TaskKind;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the API's description lists is what the code knows. The site's own tests hold its words to the description. */
class ListsTest {
    private final Map<String, Object> schemas = schemas();

    @Test
    void everyKindOfTaskIsListed() {
        assertThat(listed("Task", "properties", "kind"))
                .containsExactlyElementsOf(
                        Arrays.stream(TaskKind.values()).map(TaskKind::word).toList());
    }

    @Test
    void everyAnswerThatCanBeCorrectedIsListed() {
        assertThat(listed("Correctable")).containsExactlyElementsOf(Correction.POSSIBLE);
    }

    @Test
    void everyStateOfADossierIsListed() {
        assertThat(listed("State"))
                .containsExactlyElementsOf(
                        Arrays.stream(DossierState.values()).map(Enum::name).toList());
    }

    @SuppressWarnings("unchecked")
    private List<String> listed(String... way) {
        var at = schemas;
        for (String name : way) {
            at = (Map<String, Object>) at.get(name);
        }
        return (List<String>) at.get("enum");
    }

    private static Map<String, Object> schemas() {
        try {
            var api = new Yaml()
                    .<Map<String, Map<String, Map<String, Object>>>>load(
                            Files.readString(Path.of("src/main/resources/openapi.yaml")));
            return api.get("components").get("schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
