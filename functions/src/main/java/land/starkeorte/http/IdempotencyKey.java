package land.starkeorte.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * A request that has its effect once, however often it arrives: the key is drawn by the browser, the fingerprint tells
 * whether it is still the same request. Its record is written in the transaction of the effect.
 */
public record IdempotencyKey(String key, String fingerprint) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

    /** Refuses a request without a usable {@code Idempotency-Key}. */
    public static IdempotencyKey of(Request request) {
        String key = request.headers().getOrDefault("idempotency-key", "");
        if (!KEY.matcher(key).matches()) {
            throw Problem.malformed("Der Header Idempotency-Key fehlt oder ist kein Schlüssel aus 16 bis 64 Zeichen.");
        }
        // A signed-in person's token is renewed between two tries; the person stays.
        String who = request.caller().id().isEmpty()
                ? request.bearer()
                : request.caller().id();
        var parts = List.of(request.route(), new TreeMap<>(request.path()).toString(), who, request.body());
        return new IdempotencyKey(key, Secrets.hash(String.join("\n", parts)));
    }

    /** A body as it was written the first time. */
    private record Repeated(@JsonValue JsonNode body) {}

    /** What was answered the first time, to be answered again. */
    public record StoredResponse(IdempotencyKey once, int status, String body) {
        /** The same answer, or 422 where the key came with another request. */
        public Response repeat(IdempotencyKey again) {
            if (!again.fingerprint().equals(once.fingerprint())) {
                throw Problem.invalid(
                        "Idempotency-Key",
                        "Dieser Schlüssel gehört zu einer anderen Anfrage. Laden Sie die Seite neu.");
            }
            return new Response(status, new Repeated(Json.MAPPER.readTree(body)));
        }
    }

    /** The answer to keep with the effect. */
    public StoredResponse storing(Response response) {
        return new StoredResponse(this, response.status(), Json.MAPPER.writeValueAsString(response.body()));
    }
}
