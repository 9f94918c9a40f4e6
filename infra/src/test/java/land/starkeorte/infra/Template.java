package land.starkeorte.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/** What template.yaml says, read by the SAM translator's own reader. */
final class Template {
    static final JsonNode WHOLE = read();

    private Template() {}

    static List<Map.Entry<String, JsonNode>> functions() {
        return resources("AWS::Serverless::Function");
    }

    /** The name by which our code knows a function. */
    static String pinned(JsonNode function) {
        return function.at("/Properties/Environment/Variables/SPRING_CLOUD_FUNCTION_DEFINITION")
                .asString("");
    }

    static Stream<JsonNode> events(JsonNode function) {
        return function.at("/Properties/Events").valueStream();
    }

    static JsonNode resource(String logicalId) {
        return WHOLE.path("Resources").path(logicalId);
    }

    static List<Map.Entry<String, JsonNode>> resources(String type) {
        return WHOLE.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asString().equals(type))
                .toList();
    }

    private static JsonNode read() {
        try {
            var process = new ProcessBuilder(
                            LocalCloud.ROOT.resolve(".tools/cloud/bin/python").toString(),
                            "-c",
                            "import json, sys; from samtranslator.yaml_helper import yaml_parse;"
                                    + "print(json.dumps(yaml_parse(open(sys.argv[1]).read()), default=str))",
                            LocalCloud.ROOT.resolve("template.yaml").toString())
                    .start();
            return Json.MAPPER.readTree(process.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
