package land.starkeorte.registrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.Invoke;
import tools.jackson.databind.JsonNode;

/** Delegations of one to four people, all at the same moment, each asking until it has an answer. */
final class ConcurrentRegistrations {
    /** One delegation that wants to come. */
    record Attempt(String ags, String key, int people, String event) {}

    /**
     * @param status as HTTP has it
     * @param start of the try that was answered; both in nanoseconds
     */
    record Answered(Attempt attempt, int status, String body, long start, long end) {
        boolean comes() {
            return status == 201 && body.contains("REGISTERED");
        }
    }

    private final List<Attempt> attempts;
    private final int threads;

    ConcurrentRegistrations(String event, int delegations, int threads, long seed) {
        var random = new Random(seed);
        attempts = IntStream.range(0, delegations)
                .mapToObj(i -> {
                    String ags = "%08d".formatted(1_000_000 + random.nextInt(500));
                    String key = "rush-key-%016d".formatted(i);
                    int people = 1 + random.nextInt(4);
                    return new Attempt(
                            ags,
                            key,
                            people,
                            request(
                                    event,
                                    ags,
                                    key,
                                    EventFixture.people("P" + i, people).toString()));
                })
                .toList();
        this.threads = threads;
    }

    /** What API Gateway hands over. */
    private static String request(String event, String ags, String key, String body) {
        var request = Json.MAPPER
                .createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "POST /api/member/events/{event}/registrations")
                .put("rawPath", "/api/member/events/" + event + "/registrations")
                .put("body", body)
                .put("isBase64Encoded", false);
        request.putObject("pathParameters").put("event", event);
        request.putObject("headers").put("content-type", "application/json").put("idempotency-key", key);
        var claims = request.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims");
        claims.put("sub", "person-" + ags).put("cognito:groups", "[member]").put("custom:ags", ags);
        return request.toString();
    }

    /** Everybody at once; an answer that is lost is asked for again, with the same key. */
    List<Answered> go(LambdaFunction api) throws InterruptedException {
        Queue<Attempt> waiting = new ConcurrentLinkedQueue<>(attempts);
        Map<String, Answered> answers = new ConcurrentHashMap<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    for (Attempt next = waiting.poll(); next != null; next = waiting.poll()) {
                        answers.put(next.key(), ask(api, next));
                    }
                });
            }
            pool.shutdown();
            if (!pool.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The rush does not end");
            }
        }
        return new ArrayList<>(answers.values());
    }

    /** As long as nobody answers, or only that something is broken. */
    static Answered ask(LambdaFunction api, Attempt attempt) {
        while (true) {
            long start = System.nanoTime();
            try {
                JsonNode answer = Json.MAPPER.readTree(Invoke.function(
                        api, new ByteArrayInputStream(attempt.event().getBytes(UTF_8))));
                int status = answer.path("statusCode").asInt();
                boolean busy = answer.path("body").asString("").contains("beschaeftigt");
                if (status < 500 && !busy) {
                    return new Answered(attempt, status, answer.path("body").asString(), start, System.nanoTime());
                }
            } catch (land.starkeorte.testing.Faults.Killed killed) {
                // Another process takes the next try.
            }
        }
    }
}
