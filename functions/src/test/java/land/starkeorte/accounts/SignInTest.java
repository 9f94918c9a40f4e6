package land.starkeorte.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.Invoke;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The session of whoever signs in is the browser's, and no script's. */
class SignInTest {
    private static final String PROOF = "{\"code\":\"code\",\"verifier\":\"verifier\"}";
    private static final String ATTRIBUTES = "; Path=/api/session; Secure; HttpOnly; SameSite=Strict";

    private final MemoryTokenEndpoint tokens = new MemoryTokenEndpoint();
    private final HttpFunction function = AccountFunctions.signIn(tokens);

    @Test
    void thePageIsGivenTheTokenAndTheBrowserAloneWhatRenewsIt() {
        JsonNode answer = ask("POST", PROOF, "");
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asString()).isEqualTo("{\"token\":\"id-token\"}");
        assertThat(answer.path("cookies").get(0).asString()).isEqualTo("session=refresh" + ATTRIBUTES);
        assertThat(answer.path("headers").path("cache-control").asString()).isEqualTo("no-store");
    }

    @Test
    void theSessionGoesOnWhereverAPlatformPutsItsCookie() {
        ask("POST", PROOF, "");
        JsonNode asOnAws = ask("PUT", null, "other=1", "session=refresh");
        assertThat(asOnAws.path("body").asString()).contains("next-id-token");
        assertThat(asOnAws.path("cookies").isMissingNode())
                .as("it keeps the one it has")
                .isTrue();
        var inHeader = event("PUT", null);
        inHeader.withObject("headers").put("cookie", "other=1; session=refresh");
        assertThat(answer(inHeader).path("statusCode").asInt()).isEqualTo(200);
    }

    @Test
    void whoeverSignsOutHasEndedTheSessionForEveryCopyOfIt() {
        ask("POST", PROOF, "");
        JsonNode ended = ask("DELETE", null, "session=refresh");
        assertThat(ended.path("statusCode").asInt()).isEqualTo(200);
        assertThat(ended.path("cookies").get(0).asString()).isEqualTo("session=" + ATTRIBUTES + "; Max-Age=0");
        JsonNode copied = ask("PUT", null, "session=refresh");
        assertThat(copied.path("statusCode").asInt()).isEqualTo(401);
        assertThat(ask("DELETE", null, "").path("statusCode").asInt())
                .as("a second time")
                .isEqualTo(200);
    }

    @Test
    void whatIsNoCodeOrNoSessionOpensNothing() {
        assertThat(ask("POST", "{\"code\":\"code\",\"verifier\":\"another\"}", "")
                        .path("statusCode")
                        .asInt())
                .isEqualTo(401);
        assertThat(ask("POST", "{}", "").path("statusCode").asInt()).isEqualTo(400);
        assertThat(ask("PUT", null, "").path("statusCode").asInt()).isEqualTo(401);
        assertThat(ask("PUT", null, "mysession=refresh").path("statusCode").asInt())
                .isEqualTo(401);
        assertThat(tokens.sessions).isEmpty();
    }

    /** Another site's form cannot send JSON without asking first, which nobody allows it. */
    @Test
    void aFormOfAnotherSiteBeginsNoSession() {
        var event = event("POST", PROOF);
        event.withObject("headers").put("content-type", "text/plain");
        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(415);
    }

    private JsonNode ask(String method, String body, String... cookies) {
        var event = event(method, body);
        var array = event.putArray("cookies");
        for (String cookie : cookies) {
            array.add(cookie);
        }
        return answer(event);
    }

    private JsonNode answer(JsonNode event) {
        return Json.MAPPER.readTree(
                Invoke.function(function, new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event))));
    }

    private static tools.jackson.databind.node.ObjectNode event(String method, String body) {
        var event = Json.MAPPER.createObjectNode().put("routeKey", method + " /api/session");
        event.putObject("headers").put("content-type", "application/json");
        if (body != null) {
            event.put("body", body);
        }
        return event;
    }
}
