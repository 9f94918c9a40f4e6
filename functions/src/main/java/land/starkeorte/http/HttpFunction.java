package land.starkeorte.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Log;
import land.starkeorte.store.BusyException;
import tools.jackson.databind.JsonNode;

/** Serves the endpoints of a feature. The one place where HTTP catches: a refusal and a fault both become a problem. */
public final class HttpFunction implements Function<Request, Response>, LambdaFunction {
    /** So often that the snapshot holds compiled code, not just loaded classes. */
    private static final int REHEARSALS = 30;

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, Endpoint> endpoints;
    private final Runnable priming;

    /**
     * @param routes what it serves
     * @param priming runs what a refused request does not reach, without any effect
     */
    public HttpFunction(Routes routes, Runnable priming) {
        this.endpoints = routes.endpoints();
        this.priming = priming;
    }

    /** Which routes it serves; the template must send it exactly these. */
    public Set<String> routes() {
        return endpoints.keySet();
    }

    @Override
    public Response apply(Request request) {
        try {
            Endpoint endpoint = endpoints.get(request.route());
            if (endpoint == null) {
                throw Problem.notFound("Diese Adresse gibt es nicht.");
            }
            return endpoint.answer(request);
        } catch (RuntimeException fault) {
            return response(request.route(), fault);
        }
    }

    private static Response response(String route, RuntimeException fault) {
        return switch (fault) {
            case Problem problem -> problem.response();
            case BusyException _ -> Problem.busy().response();
            default -> {
                Log.error("request failed", route, fault);
                yield Problem.ours().response();
            }
        };
    }

    /** What API Gateway tells (payload format 2.0). */
    private static final class Decode implements Function<InputStream, Request> {
        @Override
        public Request apply(InputStream event) {
            return Request.of(Json.MAPPER.readValue(event, JsonNode.class));
        }
    }

    /** What API Gateway is answered. */
    private static final class Encode implements Function<Response, byte[]> {
        @Override
        public byte[] apply(Response response) {
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

    @Override
    public Function<InputStream, ?> decode() {
        return new Decode();
    }

    @Override
    public Optional<Function<?, byte[]>> encode() {
        return Optional.of(new Encode());
    }

    /** What could not be read is no request of ours, and what could not be written is our fault: both are told and logged. */
    @Override
    public byte[] failed(RuntimeException fault) {
        return new Encode().apply(response("", fault));
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        priming.run();
        for (int round = 0; round < REHEARSALS; round++) {
            rehearse(composed);
        }
    }

    private void rehearse(Function<InputStream, byte[]> composed) {
        for (String route : endpoints.keySet()) {
            var event = Json.MAPPER.createObjectNode().put("routeKey", route).put("body", "{}");
            event.putObject("headers").put("content-type", "application/json").put("authorization", "Bearer nobody");
            var parameters = event.putObject("pathParameters");
            PARAMETER
                    .matcher(route)
                    .results()
                    .forEach(name -> parameters.put(name.group(1), "00000000000000000000000000000000"));
            byte[] answer = composed.apply(new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)));
            if (Json.MAPPER.readTree(answer).path("statusCode").asInt(0) >= 500) {
                throw new IllegalStateException("Priming failed at " + route);
            }
        }
    }
}
