package land.starkeorte.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What any release has stored can be read by this one: what is added to a record is never required. */
class StoredRecordsTest {
    static Stream<Path> items() throws IOException {
        try (var files = Files.walk(StoredRecords.ALL)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatWasStoredIsReadAndKeepsAllThatItSays(Path file) throws Exception {
        var type = Class.forName(file.getFileName().toString().replaceFirst("\\.json$", ""))
                .asSubclass(Record.class);
        ObjectNode item = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
        Record read = Items.record(item, type);
        ObjectNode again = Items.item(read);
        for (var component : type.getRecordComponents()) {
            JsonNode stored = item.path(component.getName());
            if (!stored.isMissingNode()) {
                assertThat(again.has(component.getName()))
                        .as(component.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void thereIsACollection() throws IOException {
        assertThat(items()).hasSizeGreaterThan(40);
    }
}
