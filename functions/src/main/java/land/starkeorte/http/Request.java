package land.starkeorte.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import land.starkeorte.lambda.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An HTTP request as API Gateway hands it over (payload format 2.0). Header names are lower case. */
public record Request(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Caller caller,
        String body) {
    /** Far above the longest application, enough for the captions of a long afternoon, far below what could hurt. */
    static final int MAX_BODY_BYTES = 400 * 1024;

    /** The value between the braces of the route, for example {@code id}. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("No {" + name + "} in " + route);
        }
        return value;
    }

    /** A parameter behind the question mark; empty where there is none. */
    public String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** The secret or token behind {@code Authorization: Bearer}; empty where there is none. */
    public String bearer() {
        String value = headers.getOrDefault("authorization", "");
        return value.regionMatches(true, 0, "Bearer ", 0, 7)
                ? value.substring(7).strip()
                : "";
    }

    /** Refuses everybody outside all of these groups, whatever else the token may say. */
    public void requireGroup(String... groups) {
        if (Collections.disjoint(caller.groups(), List.of(groups))) {
            throw Problem.forbidden();
        }
    }

    /** The body as a JSON object. */
    public ObjectNode json() {
        if (!headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Problem.notJson();
        }
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Problem.malformed("Der Inhalt ist kein gültiges JSON.");
        }
        throw Problem.malformed("Der Inhalt muss ein JSON-Objekt sein.");
    }

    static Request of(JsonNode event) {
        return new Request(
                event.path("routeKey").asString(""),
                strings(event.path("pathParameters")),
                strings(event.path("queryStringParameters")),
                strings(event.path("headers")),
                Caller.of(event.path("requestContext")
                        .path("authorizer")
                        .path("jwt")
                        .path("claims")),
                body(event));
    }

    private static String body(JsonNode event) {
        String text = event.path("body").asString("");
        boolean encoded = event.path("isBase64Encoded").asBoolean(false);
        if (text.length() > (encoded ? MAX_BODY_BYTES / 3 * 4 + 4 : MAX_BODY_BYTES)) {
            throw Problem.tooLarge(MAX_BODY_BYTES);
        }
        try {
            return encoded ? new String(Base64.getDecoder().decode(text), UTF_8) : text;
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Der Inhalt ist nicht richtig kodiert.");
        }
    }

    private static Map<String, String> strings(JsonNode object) {
        var strings = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(member -> strings.put(
                        member.getKey().toLowerCase(Locale.ROOT),
                        member.getValue().asString("")));
        return strings;
    }
}
