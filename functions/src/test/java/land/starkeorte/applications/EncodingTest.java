package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.Invoke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What arrives is JSON in UTF-8, or it is refused; nothing is guessed. */
class EncodingTest {
    private static final String FORM = "{\"answers\":" + Forms.withMail("a@gemeinde.example") + "}";

    private final ApiDriver api = new ApiDriver();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/jsonp",
                "application/json, text/html",
                "application/json-seq",
                "application/json; charset=iso-8859-1",
                "application/json; boundary=x",
                "text/plain; application/json",
                ""
            })
    void whatIsNotSaidToBeJsonIsRefused(String type) {
        assertThat(start(type).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\" "
            })
    void jsonMayBeNamedAsTheStandardAllows(String type) {
        assertThat(start(type).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00FCnchen", "\u00C0\u00AF", "\u00ED\u00A0\u0080", "\u00F5\u0080\u0080\u0080", "\u00C3"})
    void bytesThatAreNoUtf8AreRefusedInWords(String asBytes) {
        byte[] body =
                FORM.replace("}]}", "}],\"motivation\":\"" + asBytes + "\"}").getBytes(ISO_8859_1);
        JsonNode refused = send(Base64.getEncoder().encodeToString(body), true, "", "POST /api/drafts");
        assertThat(refused.path("statusCode").asInt()).isEqualTo(400);
        assertThat(refused.path("body").asString()).contains("UTF-8");
    }

    /** Whoever stands before us may have replaced them already: then the field is named. */
    @Test
    void whatWasUnreadableOnItsWayIsNotStored() {
        for (String lost : List.of("M\uFFFDnchen", "M\\uFFFDnchen")) {
            var refused = api.start(
                    "{\"contacts\":[{\"mail\":\"a@b.example\",\"name\":\"" + lost + "\"}],\"motivation\":\"" + lost
                            + "\"}",
                    Secrets.secret());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.fields()).containsExactly("contacts.0.name", "motivation");
            assertThat(refused.body().at("/errors/1/message").asString()).contains("tippen Sie die Stelle neu");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=%FF", "state=%C3", "state=%ED%A0%80", "state=%zz", "state=%4", "%C3%28=x"})
    void addressesAreHeldToTheSame(String query) {
        assertThat(send("", false, query, "GET /api/staff/dossiers")
                        .path("statusCode")
                        .asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF%FE", "%zz", "M%C3"})
    void soAreSearches(String typed) {
        var refused = api.asStaff("/api/staff/dossiers?q=" + typed, List.of("staff"));
        assertThat(refused.status()).isEqualTo(400);
    }

    private ApiDriver.Answer start(String type) {
        var headers =
                new HashMap<>(api.writing(Secrets.secret(), UUID.randomUUID().toString()));
        headers.put("content-type", type);
        return api.call("POST", "/api/drafts", FORM, headers);
    }

    private JsonNode send(String body, boolean encoded, String query, String route) {
        var event = Json.MAPPER.createObjectNode().put("routeKey", route);
        event.put("rawQueryString", query).put("body", body).put("isBase64Encoded", encoded);
        var headers = event.putObject("headers").put("content-type", "application/json");
        api.writing(Secrets.secret(), UUID.randomUUID().toString()).forEach(headers::put);
        event.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", ApiDriver.STAFF)
                .put("cognito:groups", "[staff]");
        var function = route.contains("staff") ? api.staff : api.function;
        return Json.MAPPER.readTree(
                Invoke.function(function, new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event))));
    }
}
