package land.starkeorte.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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

    /** As what the product reads items: the classes that it names where it asks a table. */
    @Test
    void everyTypeOfRecordIsInTheCollection() throws IOException {
        var collected = items().map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""));
        var read = new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages("land.starkeorte")
                        .stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(StoredRecordsTest::asksATable)
                        .flatMap(code -> code.getReferencedClassObjects().stream())
                        .map(ReferencedClassObject::getRawType)
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::getName)
                        .collect(toSet());
        assertThat(read).hasSizeGreaterThan(40);
        assertThat(collected.toList())
                .as(
                        "mvn test -Pquick -pl functions -Dtest=CLASS -Dstored.collect=YEAR-MONTH adds what the tests of a class store")
                .containsAll(read);
    }

    private static boolean asksATable(JavaCodeUnit code) {
        return code.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Table.class));
    }
}
