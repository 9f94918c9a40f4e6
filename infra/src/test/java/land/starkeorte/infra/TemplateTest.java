package land.starkeorte.infra;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import land.starkeorte.Functions;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Settings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The template and the code agree. What the template says is read by the SAM translator's own reader. */
class TemplateTest {
    private static final JsonNode TEMPLATE = template();

    @Test
    void everyRouteHasAnEndpointAndEveryEndpointARoute() {
        assertThat(routes(route -> true)).isEqualTo(endpoints());
    }

    @Test
    void everyRouteIsInTheOpenApiDocumentAndTheOtherWayRound() throws Exception {
        assertThat(described(operation -> true)).isEqualTo(endpoints());
    }

    @Test
    void everyPinnedFunctionExistsAndEveryFunctionIsPinned() {
        var pinned = functions().stream()
                .map(function -> variables(function)
                        .path("SPRING_CLOUD_FUNCTION_DEFINITION")
                        .asString())
                .collect(toSet());
        assertThat(pinned).isEqualTo(Functions.functions().keySet());
    }

    @Test
    void everyVariableThatTheCodeReadsIsSetAndNoOther() {
        for (var function : functions()) {
            JsonNode variables = variables(function);
            String name = variables.path("SPRING_CLOUD_FUNCTION_DEFINITION").asString();
            var read = new TreeSet<>(
                    Settings.variables(Functions.functions().get(name).settings()));
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

    /** A schedule without the right to start its function fails where nobody looks: no function, no error, no alarm. */
    @Test
    void everyScheduleMayStartItsFunctionHasAnAlarmAndAButton() throws IOException {
        var scheduled = functions().stream()
                .filter(function -> function.getValue()
                        .at("/Properties/Events")
                        .valueStream()
                        .anyMatch(event -> event.path("Type").asString().equals("ScheduleV2")))
                .map(Map.Entry::getKey)
                .collect(toSet());
        var started = TEMPLATE.at("/Resources/ScheduleRole/Properties/Policies/0/PolicyDocument/Statement/0/Resource")
                .valueStream()
                .map(alias -> alias.path("Ref").asString().replace(".Alias", ""))
                .collect(toSet());
        var watched = resources().stream()
                .filter(resource -> resource.getValue().path("Type").asString().equals("AWS::CloudWatch::Alarm"))
                .map(alarm -> alarm.getValue()
                        .at("/Properties/Dimensions/0/Value/Ref")
                        .asString(""))
                .collect(toSet());
        String page = Files.readString(LocalCloud.ROOT.resolve("infra/localcloud/serve.py"));
        var buttons = Pattern.compile("(?m)^    \"(\\w+)\": \"")
                .matcher(page.substring(
                        page.indexOf("SCHEDULES = {"), page.indexOf("\n}\n", page.indexOf("SCHEDULES = {"))))
                .results()
                .map(button -> button.group(1))
                .collect(toSet());
        assertThat(started).isEqualTo(scheduled);
        assertThat(buttons).isEqualTo(scheduled);
        assertThat(watched).containsAll(scheduled);
    }

    /** Whoever makes a route public says so in two places, and never for those of people who sign in. */
    @Test
    void aRouteAsksForASignInUnlessTheOpenApiDocumentSaysThatItDoesNot() throws Exception {
        Set<String> open =
                routes(route -> route.at("/Auth/Authorizer").asString("").equals("NONE"));
        assertThat(open)
                .isEqualTo(described(operation -> !operation.at("/security/0").has("signedIn")))
                .noneMatch(route -> route.matches(".* /api/(staff|founder|member|slots).*"));
    }

    private static Set<String> routes(Predicate<JsonNode> wanted) {
        var routes = new TreeSet<String>();
        functions()
                .forEach(function -> function.getValue()
                        .at("/Properties/Events")
                        .forEach(event -> {
                            JsonNode route = event.path("Properties");
                            if (event.path("Type").asString().equals("HttpApi") && wanted.test(route)) {
                                routes.add(route.path("Method").asString() + " "
                                        + route.path("Path").asString());
                            }
                        }));
        return routes;
    }

    private static Set<String> described(Predicate<JsonNode> wanted) throws IOException {
        Map<String, Object> document = new org.yaml.snakeyaml.Yaml()
                .load(Files.readString(LocalCloud.ROOT.resolve("functions/src/main/resources/openapi.yaml")));
        var described = new TreeSet<String>();
        Json.MAPPER
                .<JsonNode>valueToTree(document)
                .path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (Set.of("get", "put", "post", "delete").contains(method) && wanted.test(operation)) {
                        described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        return described;
    }

    /** What the assembled functions really serve. */
    private static Set<String> endpoints() {
        System.setProperty("aws.region", "eu-central-1");
        var endpoints = new TreeSet<String>();
        Functions.functions().values().forEach(part -> {
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
            return Json.MAPPER.readTree(process.getInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
