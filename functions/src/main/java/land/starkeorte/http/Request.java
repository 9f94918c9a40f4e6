package land.starkeorte.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import land.starkeorte.platform.Json;
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

    /** RFC 8259 knows no parameters; browsers and tools name the encoding all the same. */
    private static final Pattern JSON = Pattern.compile(
            "\\s*application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?", Pattern.CASE_INSENSITIVE);

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

    /** What the browser keeps under this name; empty where there is nothing. */
    public String cookie(String name) {
        return Arrays.stream(headers.getOrDefault("cookie", "").split(";\\s*", -1))
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Refuses everybody outside all of these groups, whatever else the token may say. */
    public void requireGroup(String... groups) {
        if (Collections.disjoint(caller.groups(), List.of(groups))) {
            throw Problem.forbidden();
        }
    }

    /** The body as a JSON object. */
    public ObjectNode json() {
        if (!JSON.matcher(headers.getOrDefault("content-type", "")).matches()) {
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
        var query = strings(event.path("queryStringParameters"));
        query.values().forEach(Request::requireWhole);
        for (String part : event.path("rawQueryString").asString("").split("[&=]", -1)) {
            var _ = decoded(part);
        }
        return new Request(
                event.path("routeKey").asString(""),
                strings(event.path("pathParameters")),
                query,
                headers(event),
                Caller.of(event.path("requestContext")
                        .path("authorizer")
                        .path("jwt")
                        .path("claims")),
                body(event));
    }

    /** API Gateway takes cookies out of the headers; others leave them there. */
    private static Map<String, String> headers(JsonNode event) {
        var headers = strings(event.path("headers"));
        if (event.path("cookies").isArray()) {
            headers.put(
                    "cookie",
                    event.path("cookies").valueStream().map(JsonNode::asString).collect(Collectors.joining("; ")));
        }
        return headers;
    }

    private static String body(JsonNode event) {
        String text = event.path("body").asString("");
        boolean encoded = event.path("isBase64Encoded").asBoolean(false);
        if (text.length() > (encoded ? MAX_BODY_BYTES / 3 * 4 + 4 : MAX_BODY_BYTES)) {
            throw Problem.tooLarge(MAX_BODY_BYTES);
        }
        try {
            return encoded ? utf8(Base64.getDecoder().decode(text)) : text;
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Der Inhalt ist nicht richtig kodiert.");
        }
    }

    /** What stands percent-encoded in an address or a header; refused where it is no text in UTF-8. */
    public static String decoded(String encoded) {
        try {
            String text = URLDecoder.decode(encoded, ISO_8859_1);
            return utf8(text.getBytes(ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Die Adresse ist nicht richtig kodiert. Laden Sie die Seite neu.");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.malformed("Der Inhalt ist kein Text in UTF-8.");
        }
    }

    /** Whoever stood before us may have replaced what is no UTF-8; in forms the field is named. */
    private static void requireWhole(String parameter) {
        if (parameter.contains("\uFFFD")) {
            throw Problem.malformed("Die Adresse ist kein Text in UTF-8. Laden Sie die Seite neu.");
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
