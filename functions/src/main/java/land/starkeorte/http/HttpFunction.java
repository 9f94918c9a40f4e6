package land.starkeorte.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.platform.Log;
import land.starkeorte.store.BusyException;

/** Serves the endpoints of a feature. The one place where HTTP catches: a refusal and a fault both become a problem. */
public final class HttpFunction implements LambdaFunction {
    /** So often that the snapshot holds compiled code, not just loaded classes. */
    private static final int REHEARSALS = 30;

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, Endpoint> endpoints;
    private final Runnable priming;

    /**
     * @param endpoints by API Gateway's route key, such as {@code PUT /api/drafts/{id}}
     * @param priming runs what a refused request does not reach, without any effect
     */
    public HttpFunction(Map<String, Endpoint> endpoints, Runnable priming) {
        this.endpoints = Map.copyOf(endpoints);
        this.priming = priming;
    }

    /** Which routes it serves; the template must send it exactly these. */
    public Set<String> routes() {
        return endpoints.keySet();
    }

    @Override
    public byte[] apply(InputStream event) {
        return write(respond(event));
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        priming.run();
        for (int round = 0; round < REHEARSALS; round++) {
            rehearse(registered);
        }
    }

    private void rehearse(Function<InputStream, byte[]> registered) {
        for (String route : endpoints.keySet()) {
            var event = Json.MAPPER.createObjectNode().put("routeKey", route).put("body", "{}");
            event.putObject("headers").put("content-type", "application/json").put("authorization", "Bearer nobody");
            var parameters = event.putObject("pathParameters");
            PARAMETER
                    .matcher(route)
                    .results()
                    .forEach(name -> parameters.put(name.group(1), "00000000000000000000000000000000"));
            byte[] answer = registered.apply(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)));
            if (Json.MAPPER.readTree(answer).path("statusCode").asInt(0) >= 500) {
                throw new IllegalStateException("Priming failed at " + route);
            }
        }
    }

    private Response respond(InputStream event) {
        String route = "";
        try {
            Request request = Request.of(Json.MAPPER.readTree(event));
            route = request.route();
            Endpoint endpoint = endpoints.get(route);
            if (endpoint == null) {
                throw Problem.notFound("Diese Adresse gibt es nicht.");
            }
            return endpoint.answer(request);
        } catch (Problem problem) {
            return problem.response();
        } catch (BusyException busy) {
            return Problem.busy().response();
        } catch (RuntimeException fault) {
            Log.error("request failed", route, fault);
            return Problem.ours().response();
        }
    }

    private static byte[] write(Response response) {
        var answer = new LinkedHashMap<String, Object>();
        var headers = new LinkedHashMap<String, String>();
        headers.put("cache-control", "no-store");
        Response.File file = response.file();
        if (file == null) {
            headers.put("content-type", response.status() < 400 ? "application/json" : "application/problem+json");
            answer.put("body", Json.MAPPER.writeValueAsString(response.body()));
        } else {
            headers.put("content-type", file.type());
            headers.put("content-disposition", "attachment; filename=\"" + file.name() + "\"");
            answer.put("body", file.base64());
        }
        answer.put("statusCode", response.status());
        answer.put("headers", headers);
        String cookie = response.cookie();
        if (cookie != null) {
            answer.put("cookies", List.of(cookie));
        }
        answer.put("isBase64Encoded", file != null);
        return Json.MAPPER.writeValueAsBytes(answer);
    }
}
