package land.starkeorte.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.lambda.Json;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.testing.Dynamo;
import land.starkeorte.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Dossiers that were sent, for tests of features that build on them. */
public final class Sending {
    public record Answer(int status, JsonNode body) {}

    private final FrontDoor door = new FrontDoor();

    public Dynamo dynamo() {
        return door.dynamo;
    }

    public TestClock clock() {
        return door.clock;
    }

    public String sent(String secret) {
        return sent("03152012", secret);
    }

    public String sent(String ags, String secret) {
        ObjectNode form = Forms.complete();
        ((ObjectNode) form.at("/municipality")).put("ags", ags);
        String id = door.start(form.toString(), secret).body().path("id").asString();
        int status = door.submit(id, secret, 1, UUID.randomUUID().toString()).status();
        if (status != 201) {
            throw new IllegalStateException("Not sent: " + status);
        }
        return id;
    }

    public void withdraw(String dossier, String secret) {
        door.as(secret, "POST", "/api/dossiers/" + dossier + "/withdrawal", "{\"confirmed\":true}");
    }

    /** What happened in a dossier, in words. */
    public List<String> history(String dossier) {
        return door.dossiers.contents(dossier).steps().stream().map(Step::why).toList();
    }

    /** Kinds of the office's open tasks. */
    public List<String> openTasks() {
        return door.asStaff("/api/staff/tasks", List.of("staff"))
                .body()
                .path("tasks")
                .valueStream()
                .map(task -> task.path("kind").asString())
                .toList();
    }

    public String json(Map<String, ?> body) {
        return Json.MAPPER.writeValueAsString(body);
    }

    public Answer call(
            LambdaFunction function, String method, String path, String body, String secret, List<String> groups) {
        return call(
                function, method, path, body, secret, groups, UUID.randomUUID().toString());
    }

    /** As API Gateway calls, held against the OpenAPI document. */
    public Answer call(
            LambdaFunction function,
            String method,
            String path,
            String body,
            String secret,
            List<String> groups,
            String key) {
        var headers = Map.of("authorization", "Bearer " + secret, "idempotency-key", key);
        var answer = door.call(method, path, body, headers, false, groups, function);
        return new Answer(answer.status(), answer.body());
    }
}
