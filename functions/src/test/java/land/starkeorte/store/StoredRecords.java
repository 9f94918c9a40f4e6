package land.starkeorte.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import land.starkeorte.platform.Json;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items as the product has written them, one file for each type of record that was read from them, in a folder for each release:
 * {@code src/test/resources/stored}. With the system property {@code stored.collect} every test adds to that folder what it
 * reads, the largest item of each type that is not there yet; see CONTRIBUTING.md.
 */
final class StoredRecords {
    static final Path ALL = Path.of("src/test/resources/stored");

    private static final String INTO = System.getProperty("stored.collect", "");
    private static final Map<String, Integer> LARGEST = new ConcurrentHashMap<>();

    private StoredRecords() {}

    /** This was read as that. */
    static void note(ObjectNode item, Class<? extends Record> type) {
        if (INTO.isEmpty() || type.getName().contains("Test")) {
            return;
        }
        int size = item.properties().size();
        LARGEST.compute(type.getName(), (name, known) -> {
            int largest = known != null ? known : Files.exists(file(type)) ? Integer.MAX_VALUE : 0;
            if (size > largest) {
                keep(item, type);
                return size;
            }
            return largest;
        });
    }

    private static Path file(Class<? extends Record> type) {
        return ALL.resolve(INTO).resolve(type.getName() + ".json");
    }

    private static void keep(ObjectNode item, Class<? extends Record> type) {
        try {
            Files.createDirectories(ALL.resolve(INTO));
            Files.writeString(
                    file(type),
                    Json.MAPPER
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(item) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
