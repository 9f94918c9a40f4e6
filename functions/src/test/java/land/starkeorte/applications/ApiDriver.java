package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.backoffice.BackofficeFunctions;
import land.starkeorte.backoffice.StaffSettings;
import land.starkeorte.decisions.DecisionFunctions;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.interviews.InterviewFunctions;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.pdf.MemoryPaperArchive;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.preselection.PreselectionFunctions;
import land.starkeorte.store.StoredItems;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.TestTables;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls the endpoints as API Gateway does, over real tables, and holds every answer against the OpenAPI document. */
public final class ApiDriver {
    public record Answer(int status, JsonNode body, Map<String, String> headers) {
        /** The fields that a 422 names. */
        List<String> fields() {
            return body.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString())
                    .toList();
        }
    }

    private static final OpenApiInteractionValidator CONTRACT = contract();

    /** Nanoseconds that the function itself took the last time. */
    public volatile long took;

    public final TestClock clock = new TestClock();
    public final TestTables tables;
    public final LambdaFunction function;
    public final LambdaFunction staff;
    public final LambdaFunction printer;
    public final MemoryPaperArchive archive = new MemoryPaperArchive();
    public final Dossiers dossiers;

    public ApiDriver() {
        this(new TestTables());
    }

    public ApiDriver(TestTables tables) {
        this(tables, TransitionEffects.NONE);
    }

    public ApiDriver(TestTables tables, TransitionEffects effects) {
        this.tables = tables;
        function = ApplicationFunctions.serve(
                new ApplicationSettings(
                        tables.table("ApplicationsTable"),
                        tables.table("OutboxTable"),
                        tables.table("RobotsTable"),
                        tables.table("AccessTable"),
                        "staff@starke-orte.example",
                        "14"),
                effects,
                tables.store(),
                clock);
        staff = BackofficeFunctions.serve(
                new StaffSettings(
                        tables.table("ApplicationsTable"), tables.table("OutboxTable"), "https://starke-orte.example"),
                List.of(
                        PreselectionFunctions.columns(tables.reach("PreselectionTable")),
                        InterviewFunctions.columns(tables.reach("InterviewsTable")),
                        DecisionFunctions.columns(tables.reach("DecisionsTable")),
                        FeeFunctions.columns(tables.reach("FeesTable"))),
                tables.store(),
                clock);
        printer = ApplicationFunctions.print(
                new PrintSettings(
                        tables.table("ApplicationsTable"),
                        tables.table("OutboxTable"),
                        "copies",
                        "Starke Orte Netzwerk, Am Markt 1, 16278 Angermünde"),
                archive,
                tables.store(),
                clock);
        dossiers = new Dossiers(
                tables.store().table(tables.table("ApplicationsTable")),
                new Outbox(tables.store().table(tables.table("OutboxTable"))),
                TransitionEffects.NONE,
                clock);
    }

    /** The links that a mail to this address carries. */
    public LinkIssuer links() {
        return ApplicationFunctions.links(
                tables.reach("ApplicationsTable"),
                new Sessions(tables.store().table(tables.table("AccessTable"))),
                "https://starke-orte.example",
                clock);
    }

    /** Opens a dossier by a link that is mailed to this official; the secret of the session. */
    public String enter(String id, String mail) {
        String secret = Secrets.secret();
        int status = open(id, link(id, mail), secret, false).status();
        if (status != 201) {
            throw new IllegalStateException("Not let in: " + status);
        }
        return secret;
    }

    /** Mail to this address came back for good. */
    public void suppress(String address) {
        new Outbox(tables.store().table(tables.table("OutboxTable"))).suppress(address, "Permanent", clock.instant());
    }

    /** How many mails were written with this template. */
    public int mails(String template) {
        return mailed(template).size();
    }

    /** The secret of a link that is mailed to this official. */
    public String link(String id, String mail) {
        return links().issue(new LinkTarget.OneDossier(id), mail)
                .getFirst()
                .url()
                .replaceAll(".*\\.", "");
    }

    /** Uses a link. */
    public Answer open(String id, String link, String secret, boolean remember) {
        return as(
                link,
                "POST",
                "/api/dossiers/" + id + "/sessions",
                "{\"secret\":\"" + secret + "\",\"remember\":" + remember + "}");
    }

    /** What the schedule does with applications that were sent. */
    public void print() {
        Invoke.function(printer, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    public Answer get(String path, String secret) {
        return call("GET", path, null, Map.of("authorization", "Bearer " + secret));
    }

    public Answer start(String answers, String secret) {
        return start(answers, secret, UUID.randomUUID().toString());
    }

    public Answer start(String answers, String secret, String key) {
        return call("POST", "/api/drafts", "{\"answers\":" + answers + "}", writing(secret, key));
    }

    public Answer save(String id, String secret, int version, String answers) {
        String body = "{\"version\":" + version + ",\"answers\":" + answers + "}";
        return call("PUT", "/api/drafts/" + id, body, Map.of("authorization", "Bearer " + secret));
    }

    public Answer submit(String id, String secret, int version, String key) {
        String body = "{\"draft\":\"" + id + "\",\"version\":" + version + ",\"declaration\":true}";
        return call(
                "POST", "/api/applications", body, Map.of("authorization", "Bearer " + secret, "idempotency-key", key));
    }

    public Map<String, String> writing(String secret, String key) {
        return Map.of("authorization", "Bearer " + secret, "idempotency-key", key, "altcha", proof());
    }

    /** A solved challenge, as the browser's worker solves it. */
    public String proof() {
        JsonNode task = call("GET", "/api/challenge", null, Map.of()).body();
        try {
            var solution = Altcha.solveChallenge(
                    task.path("challenge").asString(),
                    task.path("salt").asString(),
                    Altcha.Algorithm.SHA256,
                    task.path("maxnumber").asLong(),
                    0);
            ObjectNode payload = ((ObjectNode) task).put("number", solution.number);
            payload.remove("maxnumber");
            return Base64.getEncoder().encodeToString(payload.toString().getBytes(UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer call(String method, String path, String body, Map<String, String> headers) {
        return call(method, path, body, headers, false, List.of());
    }

    public static final String STAFF = "0f8fad5b-d9cb-469f-a165-70867728950e";

    /** Somebody who is signed in; without groups nobody. */
    public record Person(String id, List<String> groups, String ags, String mail) {
        public Person(String id, List<String> groups, String ags) {
            this(id, groups, ags, "mitarbeit@starke-orte.example");
        }
    }

    public Answer asStaff(String path, List<String> groups) {
        return call("GET", path, null, Map.of(), false, groups);
    }

    public Answer asStaff(String method, String path, String body) {
        return call(
                method, path, body, Map.of("idempotency-key", UUID.randomUUID().toString()), false, List.of("staff"));
    }

    /** As an official of the municipality. */
    public Answer as(String secret, String method, String path, String body) {
        return call(
                method,
                path,
                body,
                Map.of(
                        "authorization",
                        "Bearer " + secret,
                        "idempotency-key",
                        UUID.randomUUID().toString()));
    }

    public Answer call(
            String method, String path, String body, Map<String, String> headers, boolean base64, List<String> groups) {
        return call(method, path, body, headers, base64, new Person(STAFF, groups, ""), function, staff);
    }

    public Answer call(
            String method,
            String path,
            String body,
            Map<String, String> headers,
            boolean base64,
            Person person,
            LambdaFunction... functions) {
        var event = Json.MAPPER.createObjectNode().put("version", "2.0").put("rawPath", path);
        String[] parts = path.split("\\?", 2);
        Route route = Route.find(method, parts[0], functions);
        event.put("routeKey", route.key());
        var parameters = event.putObject("pathParameters");
        route.parameters().forEach(parameters::put);
        var inHeaders = new HashMap<String, String>();
        if (parts.length == 2) {
            var query = event.putObject("queryStringParameters");
            for (String pair : parts[1].split("&", -1)) {
                String[] names = pair.split("=", 2);
                // What may name a person travels in headers, encoded as it is.
                if (List.of("q", "after").contains(names[0])) {
                    inHeaders.put(names[0].equals("q") ? "search" : names[0], names[1]);
                } else {
                    query.put(names[0], URLDecoder.decode(names[1], UTF_8));
                }
            }
        }
        var all = new HashMap<>(Map.of("content-type", "application/json"));
        all.putAll(headers);
        all.putAll(inHeaders);
        var sent = event.putObject("headers");
        all.forEach(sent::put);
        if (!person.groups().isEmpty()) {
            event.putObject("requestContext")
                    .putObject("authorizer")
                    .putObject("jwt")
                    .putObject("claims")
                    .put("sub", person.id())
                    .put("custom:ags", person.ags())
                    .put("email", person.mail())
                    .put("cognito:groups", person.groups().toString().replace(",", ""));
        }
        event.put("isBase64Encoded", base64);
        if (body != null) {
            event.put("body", base64 ? Base64.getEncoder().encodeToString(body.getBytes(UTF_8)) : body);
        }
        long start = System.nanoTime();
        byte[] answer =
                Invoke.function(route.function(), new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)));
        took = System.nanoTime() - start;
        JsonNode response = Json.MAPPER.readTree(answer);
        check(method, parts[0], response);
        var answered = new HashMap<String, String>();
        response.path("headers")
                .properties()
                .forEach(header ->
                        answered.put(header.getKey(), header.getValue().asString()));
        return new Answer(
                response.path("statusCode").asInt(),
                response.path("isBase64Encoded").asBoolean(false)
                        ? Json.MAPPER
                                .createObjectNode()
                                .put("file", response.path("body").asString())
                        : Json.MAPPER.readTree(response.path("body").asString()),
                answered);
    }

    private static void check(String method, String path, JsonNode response) {
        var builder = SimpleResponse.Builder.status(response.path("statusCode").asInt())
                .withContentType(response.path("headers").path("content-type").asString())
                .withBody(body(response));
        ValidationReport report = CONTRACT.validateResponse(path, Method.valueOf(method), builder.build());
        if (report.hasErrors()) {
            throw new AssertionError(method + " " + path + " breaks the contract: " + report.getMessages());
        }
    }

    private static String body(JsonNode response) {
        String body = response.path("body").asString();
        return response.path("isBase64Encoded").asBoolean(false)
                ? new String(Base64.getDecoder().decode(body), UTF_8)
                : body;
    }

    private static OpenApiInteractionValidator contract() {
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(
                            Files.readString(Path.of("src/main/resources/openapi.yaml")))
                    .build();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Everything in the outbox that is written by this template. */
    List<Mail> mailed(String template) {
        return tables.items("OutboxTable").stream()
                .filter(item -> item.has("mail"))
                .map(item -> StoredItems.record(item, OutboxEntry.class).mail())
                .filter(mail -> mail.template().equals(template))
                .toList();
    }
}
