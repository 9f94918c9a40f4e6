package land.starkeorte.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import land.starkeorte.access.Sessions;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierFunctions;
import land.starkeorte.dossiers.HistoryEntry;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Mailman;
import land.starkeorte.platform.Json;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.TestTables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Dossiers that were sent, for tests of features that build on them. */
public final class DossierFixture {
    public record Answer(int status, JsonNode body) {}

    private final ApiDriver api;

    public DossierFixture() {
        this(tables -> TransitionEffects.NONE);
    }

    /** @param effects what the other features do when a dossier moves */
    public DossierFixture(Function<TestTables, TransitionEffects> effects) {
        this(new TestTables(), effects);
    }

    /** In these tables. */
    public DossierFixture(TestTables tables) {
        this(tables, any -> TransitionEffects.NONE);
    }

    private DossierFixture(TestTables tables, Function<TestTables, TransitionEffects> effects) {
        api = new ApiDriver(tables, effects.apply(tables));
    }

    public TestTables tables() {
        return api.tables;
    }

    public TestClock clock() {
        return api.clock;
    }

    public String sent(String secret) {
        return sent("03159016", secret);
    }

    public String sent(String ags, String secret) {
        ObjectNode form = Forms.complete();
        ((ObjectNode) form.at("/municipality")).put("ags", ags);
        String id = api.start(form.toString(), secret).body().path("id").asString();
        int status = api.submit(id, secret, 1, UUID.randomUUID().toString()).status();
        if (status != 201) {
            throw new IllegalStateException("Not sent: " + status);
        }
        return id;
    }

    /** Comes back by a mailed link; the secret of the session. */
    public String enter(String dossier) {
        return api.enter(dossier, Forms.MAIL);
    }

    /** Who lets officials into their dossiers. */
    public DossierAccess doors() {
        return DossierFunctions.access(
                tables().reach("ApplicationsTable"),
                new Sessions(tables().store().table(tables().table("AccessTable"))),
                clock());
    }

    public void withdraw(String dossier, String secret) {
        api.as(secret, "POST", "/api/dossiers/" + dossier + "/withdrawal", "{\"confirmed\":true}");
    }

    /** What happened in a dossier, in words. */
    public List<String> history(String dossier) {
        return api.dossiers.contents(dossier).steps().stream()
                .map(HistoryEntry::why)
                .toList();
    }

    /** Kinds of the office's open tasks. */
    public List<String> openTasks() {
        return api.asStaff("/api/staff/tasks", List.of("staff"))
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
        return call(function, method, path, body, headers, new ApiDriver.Person(ApiDriver.STAFF, groups, ""));
    }

    /** The same, as somebody signed in. */
    public Answer as(
            String id, String group, String ags, LambdaFunction function, String method, String path, String body) {
        var headers = Map.of("idempotency-key", UUID.randomUUID().toString());
        return call(function, method, path, body, headers, new ApiDriver.Person(id, List.of(group), ags));
    }

    /** As somebody who is not signed in. */
    public Answer call(LambdaFunction function, String method, String path, String body, Map<String, String> headers) {
        return call(function, method, path, body, headers, new ApiDriver.Person("", List.of(), ""));
    }

    /** As somebody signed in, with a key. */
    public Answer as(
            String id,
            String group,
            String ags,
            LambdaFunction function,
            String method,
            String path,
            String body,
            String key) {
        return call(
                function,
                method,
                path,
                body,
                Map.of("idempotency-key", key),
                new ApiDriver.Person(id, List.of(group), ags));
    }

    /** A solved challenge, as the browser's worker solves it. */
    public String proof() {
        return api.proof();
    }

    private Answer call(
            LambdaFunction function,
            String method,
            String path,
            String body,
            Map<String, String> headers,
            ApiDriver.Person person) {
        var answer = api.call(method, path, body, headers, false, person, function);
        return new Answer(answer.status(), answer.body());
    }

    /** As the office's own endpoints answer. */
    public Answer asStaff(String method, String path, String body) {
        var answer = api.asStaff(method, path, body);
        return new Answer(answer.status(), answer.body());
    }

    /** Somebody of the office signs in. */
    public void signIn(String id, String mail) {
        var person = new ApiDriver.Person(id, List.of("staff"), "", mail);
        var answer = api.call("PUT", "/api/staff/me", "{}", Map.of(), false, person, api.staff);
        if (answer.status() != 200) {
            throw new IllegalStateException("Not signed in: " + answer.status());
        }
    }

    /** As the municipality's own endpoints answer. */
    public Answer asOfficial(String secret, String method, String path, String body) {
        var answer = api.as(secret, method, path, body);
        return new Answer(answer.status(), answer.body());
    }

    /** Where the dossier stands. */
    public String state(String dossier) {
        return asStaff("GET", "/api/staff/dossiers/" + dossier, null)
                .body()
                .path("state")
                .asString();
    }

    /** Everything in the outbox that is written by this template: receiver, then what it says. */
    public List<JsonNode> mails(String template) {
        return api.mailed(template).stream()
                .map(mail -> Json.MAPPER.<JsonNode>valueToTree(mail))
                .toList();
    }

    /** What a mail of the outbox says, its first line the subject. */
    public String text(JsonNode mail) {
        return Mailman.text(Json.MAPPER.convertValue(mail, Mail.class));
    }
}
