package land.starkeorte.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Byte for byte what AWS's JavaScript SDK signs for the same input and clock; presigned-post.mjs wrote its answers down. */
class PostPolicyTest {
    static Stream<JsonNode> cases() {
        return Json.MAPPER
                .readTree(PostPolicyTest.class.getResourceAsStream("/presigned-post.json"))
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFormEqualsThatOfTheJavaScriptSdk(JsonNode given) {
        var fields = new LinkedHashMap<String, String>();
        given.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        long size = given.path("size").asLong();
        var form = PostPolicy.sign(
                new PostPolicy.Credentials(
                        given.at("/credentials/accessKeyId").asString(),
                        given.at("/credentials/secretAccessKey").asString(),
                        given.at("/credentials/sessionToken").asString(null)),
                given.path("region").asString(),
                given.path("bucket").asString(),
                given.path("key").asString(),
                List.of(List.of("content-length-range", size, size)),
                fields,
                Instant.parse(given.path("now").asString()),
                Duration.ofSeconds(given.path("expires").asLong()));
        var expected = given.path("expected")
                .valueStream()
                .map(field -> field.path("name").asString() + "="
                        + field.path("value").asString())
                .toList();
        assertThat(form.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()))
                .containsExactlyElementsOf(expected);
    }
}
