package land.starkeorte.infra;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import land.starkeorte.Functions;
import land.starkeorte.platform.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The template and the code agree. */
class TemplateTest {
    private static final JsonNode TEMPLATE = Template.WHOLE;
    private static final JsonNode PATHS = TEMPLATE.at("/Resources/Api/Properties/DefinitionBody/paths");
    private static final Pattern TABLE = Pattern.compile("(\\w+Table)\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Test
    void everyRouteGoesToTheFunctionThatHasAnEndpointForItAndEveryEndpointHasARoute() {
        var pinned = new TreeMap<String, String>();
        routes().forEach((route, operation) ->
                pinned.put(route, Template.pinned(Template.resource(answering(operation)))));
        assertThat(pinned).isEqualTo(MadeFunctions.routes());
    }

    @Test
    void everyRouteIsInTheOpenApiDocumentAndTheOtherWayRound() throws Exception {
        assertThat(described(operation -> true)).isEqualTo(routes().keySet());
    }

    /** The import of an OpenAPI document complains of those that it does not know. */
    @Test
    void everyPartOfAPathThatVariesIsNamed() {
        PATHS.forEachEntry((path, operations) -> assertThat(operations
                        .path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .as(path)
                .containsExactlyElementsOf(VARIABLE.matcher(path)
                        .results()
                        .map(part -> part.group(1))
                        .toList()));
    }

    /** Without it the API answers 500. */
    @Test
    void theApiMayCallEveryFunctionThatAnswersItsRoutesAndNobodyElseMayCallAny() {
        var called = Template.resources("AWS::Lambda::Permission").stream()
                .map(permission -> permission.getValue().path("Properties"))
                .toList();
        assertThat(called)
                .allMatch(permission -> permission.path("Principal").asString().equals("apigateway.amazonaws.com")
                        && permission.at("/SourceArn/Fn::Sub").asString().endsWith(":${Api}/*/*"));
        assertThat(called.stream().map(permission -> aliased(permission.path("FunctionName"))))
                .containsExactlyInAnyOrderElementsOf(answering());
    }

    @Test
    void everyPinnedFunctionExistsAndEveryFunctionIsPinned() {
        var pinned = Template.functions().stream()
                .map(function -> Template.pinned(function.getValue()))
                .collect(toSet());
        assertThat(pinned).isEqualTo(Functions.REGISTRATIONS.names());
    }

    @Test
    void everyVariableThatTheCodeReadsIsSetAndNoOther() {
        for (var function : Template.functions()) {
            JsonNode variables = function.getValue().at("/Properties/Environment/Variables");
            String name = Template.pinned(function.getValue());
            var read = new TreeSet<>(MadeFunctions.variables(name));
            read.add("SPRING_CLOUD_FUNCTION_DEFINITION");
            assertThat(new TreeSet<>(variables.propertyNames())).as(name).isEqualTo(read);
        }
    }

    /** What a function is given of other features decides which tables it asks for; its role reaches these and no other. */
    @Test
    void everyRoleReachesTheTablesThatItsFunctionIsMadeOfAndNoOther() {
        for (var function : Template.functions()) {
            var asked = new TreeSet<String>();
            function.getValue().at("/Properties/Environment/Variables").forEachEntry((name, value) -> {
                if (name.endsWith("_TABLE")) {
                    asked.add(value.path("Ref").asString());
                }
            });
            JsonNode role = Template.resource(
                    function.getValue().at("/Properties/Role/Fn::GetAtt/0").asString());
            assertThat(TABLE.matcher(role.at("/Properties/Policies").toString())
                            .results()
                            .map(table -> table.group(1)))
                    .as(function.getKey())
                    .hasSameElementsAs(asked);
        }
    }

    @Test
    void noRoleIsGivenMoreThanNamedActionsOnNamedResources() {
        for (var resource : Template.resources("AWS::IAM::Role")) {
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
    void everyTableIsBackedUpAndForgetsWhatExpires() {
        for (var resource : Template.resources("AWS::DynamoDB::Table")) {
            JsonNode table = resource.getValue();
            assertThat(table.at("/Properties/BillingMode").asString()).isEqualTo("PAY_PER_REQUEST");
            assertThat(table.at("/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asBoolean())
                    .isTrue();
            assertThat(table.at("/Properties/TimeToLiveSpecification/AttributeName")
                            .asString())
                    .isEqualTo("expires");
        }
    }

    @Test
    void whatHoldsDataIsKeptWhenTheStackIsDeletedOrAnotherTakesItsPlace() {
        Stream.of("AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool")
                .flatMap(type -> Template.resources(type).stream())
                .forEach(resource -> assertThat(List.of("DeletionPolicy", "UpdateReplacePolicy"))
                        .as(resource.getKey())
                        .allMatch(policy ->
                                resource.getValue().path(policy).asString().equals("Retain")));
    }

    /** A schedule without the right to start its function fails where nobody looks: no function, no error, no alarm. */
    @Test
    void everyScheduleMayStartItsFunctionByARoleThatMayStartNoOther() {
        var scheduled = Template.functions().stream()
                .filter(function -> Template.events(function.getValue())
                        .anyMatch(event -> event.path("Type").asString().equals("ScheduleV2")))
                .map(Map.Entry::getKey)
                .collect(toSet());
        var started = TEMPLATE.at("/Resources/ScheduleRole/Properties/Policies/0/PolicyDocument/Statement/0/Resource")
                .valueStream()
                .map(TemplateTest::aliased)
                .collect(toSet());
        assertThat(started).isEqualTo(scheduled);
    }

    @Test
    void somethingStartsEveryFunction() {
        assertThat(Template.functions())
                .filteredOn(function -> !answering().contains(function.getKey()))
                .filteredOn(function ->
                        Template.events(function.getValue()).findAny().isEmpty())
                .extracting(Map.Entry::getKey)
                .as("no route and no event leads to them")
                .isEmpty();
    }

    /** By its errors, or by the queue that hears of each event that it gave up. */
    @Test
    void aFunctionWhoseAnswerNobodyWaitsForIsWatched() {
        var watched = Template.resources("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.getValue()
                        .at("/Properties/Dimensions/0/Value/Ref")
                        .asString(""))
                .collect(toSet());
        assertThat(Template.functions().stream()
                        .filter(function -> !answering().contains(function.getKey()))
                        .filter(function -> !Template.events(function.getValue())
                                .allMatch(event -> event.at("/Properties/DestinationConfig")
                                        .has("OnFailure")))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .isSubsetOf(watched);
    }

    /** Whoever makes a route public says so in two places, and never for those of people who sign in. */
    @Test
    void aRouteAsksForASignInUnlessTheOpenApiDocumentSaysThatItDoesNot() throws Exception {
        var open = new TreeSet<String>();
        routes().forEach((route, operation) -> {
            if (operation.at("/security/0").has("NONE")) {
                open.add(route);
            } else {
                assertThat(operation.has("security")).as(route).isFalse();
            }
        });
        assertThat(TEMPLATE.at("/Resources/Api/Properties/Auth/DefaultAuthorizer")
                        .asString())
                .isEqualTo("SignedIn");
        assertThat(open)
                .isEqualTo(described(operation -> !operation.at("/security/0").has("signedIn")))
                .noneMatch(route -> route.matches(".* /api/(staff|founder|member|slots).*"));
    }

    /** What the API answers: {@code GET /api/slots} and its operation. */
    private static Map<String, JsonNode> routes() {
        var routes = new TreeMap<String, JsonNode>();
        PATHS.forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
            if (!method.equals("parameters")) {
                routes.put(method.toUpperCase(Locale.ROOT) + " " + path, operation);
            }
        }));
        return routes;
    }

    /** The logical ids of all functions that have routes. */
    private static Set<String> answering() {
        return routes().values().stream().map(TemplateTest::answering).collect(toSet());
    }

    private static String answering(JsonNode operation) {
        return aliased(operation.at("/x-amazon-apigateway-integration/uri/Fn::Sub/1/Alias"));
    }

    /** Whose alias it is. */
    private static String aliased(JsonNode reference) {
        return reference.path("Ref").asString("").replaceFirst("\\.Alias$", "");
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
}
