package land.starkeorte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import land.starkeorte.assembly.ComposedFunction;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Json;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.testing.TestClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every function by its name, through the handler, as Lambda calls it. */
class LambdaHandlerTest {
    /** Functions whose schedule goes to S3, which is not there; their journeys start them. */
    private static final Set<String> REACH_FURTHER = Set.of("archiveRecordings", "publishSite", "sweepDocuments");

    @BeforeAll
    static void here() {
        System.setProperty("aws.region", "eu-central-1");
    }

    static Set<String> names() {
        return new TreeSet<>(Functions.REGISTRATIONS.names());
    }

    private static LambdaHandler handler(String name) {
        return new LambdaHandler(
                variable -> variable.equals("SPRING_CLOUD_FUNCTION_DEFINITION") ? name : "14", new MemoryStore());
    }

    private static boolean isHttp(String name) {
        return made(name) instanceof HttpFunction;
    }

    private static LambdaFunction made(String name) {
        return Functions.REGISTRATIONS.make(name, new FunctionContext(any -> "14", new MemoryStore(), new TestClock()));
    }

    private static JsonNode answer(String name, String event) throws IOException {
        var out = new ByteArrayOutputStream();
        handler(name).handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
        return out.size() == 0 ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(out.toByteArray());
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsMalformedIsOurFaultInAnAnswerAndThrownWhereThePlatformTriesAgain(String name) throws IOException {
        for (String event : new String[] {"", "{\"routeKey\":", "{\"a\":1,\"a\":2}", "{} {}"}) {
            if (isHttp(name)) {
                JsonNode answer = answer(name, event);
                assertThat(answer.path("statusCode").asInt(0)).as(event).isEqualTo(500);
                assertThat(answer.at("/headers/content-type").asString()).isEqualTo("application/problem+json");
            } else {
                assertThatThrownBy(() -> answer(name, event)).as(event).isInstanceOf(RuntimeException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEmptyEventHasNoEffectAndAnUnknownRouteIsNotFound(String name) throws IOException {
        if (isHttp(name)) {
            assertThat(answer(name, "{}").path("statusCode").asInt(0)).isEqualTo(410);
            assertThat(answer(name, "{\"routeKey\":\"GET /api/nothing\"}")
                            .path("statusCode")
                            .asInt(0))
                    .isEqualTo(410);
        } else if (!REACH_FURTHER.contains(name)) {
            assertThat(answer(name, "{}").isMissingNode())
                    .as("nobody waits for it")
                    .isTrue();
            assertThat(answer(name, "{\"Records\":[]}").isMissingNode()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventOfAnotherKindHasNoEffect(String name) throws IOException {
        String another = "{\"detail-type\":\"Something Else\",\"detail\":{\"object\":{\"key\":\"x\"}}}";
        if (isHttp(name)) {
            assertThat(answer(name, another).path("statusCode").asInt(0)).isEqualTo(410);
        } else if (!REACH_FURTHER.contains(name)) {
            assertThat(answer(name, another).isMissingNode()).isTrue();
        }
    }

    @Test
    void aNameThatNobodyHasIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> handler("nonsense"))
                .hasMessageContaining("nonsense")
                .hasMessageContaining("applications");
    }

    @Test
    void aVariableThatIsMissingIsNamed() {
        assertThatThrownBy(() -> new LambdaHandler(
                        Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", "applications")::get, new MemoryStore()))
                .hasMessageContaining("APPLICATIONS_TABLE");
    }

    @Test
    void partsOfAFunctionAreTypedForTheCatalog() {
        assertThat(names()).allSatisfy(name -> {
            LambdaFunction function = made(name);
            assertThat(function instanceof HttpFunction || function instanceof TriggeredFunction)
                    .isTrue();
            assertThat(ComposedFunction.of(name, function)).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/staff/board",
                "GET /api/member/events",
                "PUT /api/founder/votes/{id}",
                "GET /api/slots",
                "POST /api/slots/{slot}/cancellation"
            })
    void aRouteOfAGroupCannotBeOpen(String route) {
        Endpoint endpoint = request -> Response.accepted();
        assertThatThrownBy(() -> Routes.NONE.open(route, endpoint)).hasMessageContaining(route);
    }

    @Test
    void aRouteOfTheOfficeIsNobodyElsesAndNoRouteStandsTwice() {
        Endpoint endpoint = request -> Response.accepted();
        assertThatThrownBy(() -> Routes.NONE.only("GET /api/staff/board", endpoint, "member"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Routes.NONE.staff("GET /api/member/events", endpoint))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Routes.NONE.open("GET /api/a", endpoint).and(Routes.NONE.open("GET /api/a", endpoint)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
