package land.starkeorte.infra;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import land.starkeorte.Network;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.Settings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The template and the code agree. What the template says is read by the SAM translator's own reader. */
class TemplateTest {
    private static final JsonNode TEMPLATE = template();

    @Test
    void everyRouteHasAnEndpointAndEveryEndpointARoute() {
        var routes = new TreeSet<String>();
        functions()
                .forEach(function -> function.getValue()
                        .at("/Properties/Events")
                        .forEach(event -> {
                            if (event.path("Type").asString().equals("HttpApi")) {
                                JsonNode route = event.path("Properties");
                                routes.add(route.path("Method").asString() + " "
                                        + route.path("Path").asString());
                            }
                        }));
        assertThat(routes).isEqualTo(endpoints());
    }

    @Test
    void everyRouteIsInTheOpenApiDocumentAndTheOtherWayRound() throws Exception {
        Map<String, Map<String, Map<String, Object>>> document = new org.yaml.snakeyaml.Yaml()
                .load(Files.readString(LocalCloud.ROOT.resolve("functions/src/main/resources/openapi.yaml")));
        var described = new TreeSet<String>();
        document.get("paths")
                .forEach((path, operations) -> operations.keySet().stream()
                        .filter(Set.of("get", "put", "post", "delete")::contains)
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(endpoints());
    }

    @Test
    void everyPinnedFunctionExistsAndEveryFunctionIsPinned() {
        var pinned = functions().stream()
                .map(function -> variables(function)
                        .path("SPRING_CLOUD_FUNCTION_DEFINITION")
                        .asString())
                .collect(toSet());
        assertThat(pinned).isEqualTo(Network.functions().keySet());
    }

    @Test
    void everyVariableThatTheCodeReadsIsSetAndNoOther() {
        for (var function : functions()) {
            JsonNode variables = variables(function);
            String name = variables.path("SPRING_CLOUD_FUNCTION_DEFINITION").asString();
            var read = new TreeSet<>(
                    Settings.variables(Network.functions().get(name).settings()));
            read.add("SPRING_CLOUD_FUNCTION_DEFINITION");
            assertThat(new TreeSet<>(variables.propertyNames())).as(name).isEqualTo(read);
        }
    }

    @Test
    void noRoleIsGivenMoreThanNamedActionsOnNamedResources() {
        for (var resource : resources()) {
            if (!resource.getValue().path("Type").asString().equals("AWS::IAM::Role")) {
                continue;
            }
            assertThat(resource.getValue().path("Properties").has("ManagedPolicyArns"))
                    .isFalse();
            resource.getValue()
                    .at("/Properties/Policies")
                    .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statement -> {
                        assertThat(statement.path("Action").toString())
                                .as(resource.getKey())
                                .doesNotContain("*");
                        assertThat(statement.path("Resource").toString())
                                .as(resource.getKey())
                                .isNotEqualTo("\"*\"")
                                .doesNotContain("table/*");
                    }));
        }
    }

    @Test
    void everyTableIsKeptBackedUpAndForgetsWhatExpires() {
        for (var resource : resources()) {
            if (resource.getValue().path("Type").asString().equals("AWS::DynamoDB::Table")) {
                JsonNode table = resource.getValue();
                assertThat(table.path("DeletionPolicy").asString()).isEqualTo("Retain");
                assertThat(table.at("/Properties/BillingMode").asString()).isEqualTo("PAY_PER_REQUEST");
                assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                        .isTrue();
                assertThat(table.at("/Properties/TimeToLiveSpecification/AttributeName")
                                .asString())
                        .isEqualTo("expires");
            }
        }
    }

    @Test
    void onlyTheListedRoutesArePublic() {
        var publicRoutes = new ArrayList<String>();
        functions()
                .forEach(function -> function.getValue()
                        .at("/Properties/Events")
                        .forEach(event -> {
                            if (event.at("/Properties/Auth/Authorizer")
                                    .asString("")
                                    .equals("NONE")) {
                                publicRoutes.add(event.at("/Properties/Path").asString());
                            }
                        }));
        assertThat(publicRoutes)
                .noneMatch(path -> path.matches("/api/(staff|founder|member|slots).*"))
                .hasSize(43);
    }

    /** What the assembled functions really serve. */
    private static Set<String> endpoints() {
        System.setProperty("aws.region", "eu-central-1");
        var endpoints = new TreeSet<String>();
        Network.functions().values().forEach(part -> {
            if (part.assemble(variable -> "1") instanceof HttpFunction http) {
                endpoints.addAll(http.routes());
            }
        });
        return endpoints;
    }

    private static List<Map.Entry<String, JsonNode>> functions() {
        return resources().stream()
                .filter(resource -> resource.getValue().path("Type").asString().equals("AWS::Serverless::Function"))
                .toList();
    }

    private static JsonNode variables(Map.Entry<String, JsonNode> function) {
        return function.getValue().at("/Properties/Environment/Variables");
    }

    private static Set<Map.Entry<String, JsonNode>> resources() {
        return TEMPLATE.path("Resources").properties();
    }

    private static JsonNode template() {
        try {
            var process = new ProcessBuilder(
                            LocalCloud.ROOT.resolve(".tools/cloud/bin/python").toString(),
                            "-c",
                            "import json, sys; from samtranslator.yaml_helper import yaml_parse;"
                                    + "print(json.dumps(yaml_parse(open(sys.argv[1]).read()), default=str))",
                            LocalCloud.ROOT.resolve("template.yaml").toString())
                    .start();
            return land.starkeorte.lambda.Json.MAPPER.readTree(process.getInputStream());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
