package land.starkeorte.registrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.applications.DossierFixture;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.events.EventSettings;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registering.RegistrationSettings;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestTables;
import land.starkeorte.upkeep.UpkeepFunctions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event with seats, and everybody who wants one. */
public final class EventFixture {
    static final String SITE = "https://starke-orte.example";

    public final DossierFixture dossiers;
    public final LambdaFunction office;
    public final LambdaFunction api;
    final LambdaFunction tending;
    public final String event;

    private final Table table;

    public EventFixture(int seats) {
        this(event("Treffen").put("capacity", seats));
    }

    public EventFixture(ObjectNode event) {
        this(event, new TestTables(), TestTables::store);
    }

    /** @param through how registering and tending reach the tables, which are DynamoDB's */
    public EventFixture(ObjectNode event, UnaryOperator<DynamoDbClient> through) {
        this(event, TestTables.inDynamoDb(), tables -> new DynamoStore(through.apply(tables.client())));
    }

    private EventFixture(ObjectNode event, TestTables tables, Function<TestTables, Store> through) {
        dossiers = new DossierFixture(tables);
        table = tables.reach("RegistrationsTable");
        Store direct = tables.store();
        Store client = through.apply(tables);
        office = ParticipantFunctions.serve(settings(dossiers), charges(direct), direct, dossiers.clock());
        api = ParticipantFunctions.register(registering(), charges(client), client, dossiers.clock());
        tending = UpkeepFunctions.maintain(settings(dossiers), charges(client), client, dossiers.clock());
        this.event = staff("POST", "", event.toString()).body().path("id").asString();
        staff("POST", "/" + this.event + "/publication", "{}");
    }

    private BookingCharges charges(Store client) {
        return FeeFunctions.charges(client.table(dossiers.tables().table("FeesTable")), dossiers.clock());
    }

    RegistrationSettings registering() {
        return new RegistrationSettings(
                settings(dossiers),
                dossiers.tables().table("RobotsTable"),
                dossiers.tables().table("AccountsTable"),
                dossiers.tables().table("AccessTable"),
                "20");
    }

    public static EventSettings settings(DossierFixture dossiers) {
        return new EventSettings(
                dossiers.tables().table("EventsTable"),
                dossiers.tables().table("RegistrationsTable"),
                dossiers.tables().table("OutboxTable"),
                SITE);
    }

    public static ObjectNode event(String title) {
        return Json.MAPPER
                .createObjectNode()
                .put("version", 0)
                .put("kind", "MEETUP")
                .put("title", title)
                .put("text", "Über </script> & <b>Leerstand</b>.")
                .put("programme", "Ankommen\nReden")
                .put("start", told("2026-12-09T15:00"))
                .put("end", told("2026-12-09T16:30"))
                .put("place", "")
                .put("link", "https://video.example/raum")
                .put("audience", "PUBLIC")
                .put("price", "")
                .put("contact", "mitarbeit@starke-orte.example")
                .put("capacity", 0)
                .put("limit", 0)
                .put("opens", "")
                .put("closes", "")
                .put("cancelBy", "")
                .put("needs", false)
                .put("questions", "");
    }

    /** So many people of whom the first has this name and an address made of it. */
    public static ObjectNode people(String first, int size) {
        var delegation = Json.MAPPER.createObjectNode();
        var people = delegation.putArray("people");
        people.addObject().put("name", first).put("office", "Amt").put("mail", first + "@gemeinde.example");
        for (int i = 1; i < size; i++) {
            people.addObject().put("name", first + " " + (i + 1));
        }
        return delegation;
    }

    /** The same, where it costs something. */
    public static ObjectNode paying(ObjectNode delegation) {
        delegation
                .putObject("buyer")
                .put("name", "Stadt Göttingen")
                .put("street", "Hiroshimaplatz 1–4")
                .put("postcode", "37083")
                .put("city", "Göttingen")
                .put("leitwegId", "04011000-1234512345-06")
                .put("contact", "Kämmerei")
                .put("mail", "kasse@goettingen.example");
        return delegation;
    }

    /** One after the other, so that they wait in this order. */
    public Answer register(String ags, String first, int size) {
        dossiers.clock().pass(Duration.ofMillis(1));
        return register(ags, people(first, size), UUID.randomUUID().toString());
    }

    public Answer register(String ags, ObjectNode delegation, String key) {
        return dossiers.as(
                "person-" + ags,
                "member",
                ags,
                api,
                "POST",
                "/api/member/events/" + event + "/registrations",
                delegation.toString(),
                key);
    }

    public Answer guest(String first, int size) {
        dossiers.clock().pass(Duration.ofMillis(1));
        return guest(people(first, size));
    }

    public Answer guest(ObjectNode delegation) {
        return guest(delegation, UUID.randomUUID().toString(), dossiers.proof());
    }

    public Answer guest(ObjectNode delegation, String key, String proof) {
        return dossiers.call(
                api,
                "POST",
                "/api/events/" + event + "/registrations",
                delegation.toString(),
                Map.of("idempotency-key", key, "altcha", proof));
    }

    /** What members may do with a registration of their municipality. */
    public Answer member(String ags, String method, String what, String body) {
        return dossiers.as("person-" + ags, "member", ags, api, method, "/api/member/events/" + event + what, body);
    }

    /** What whoever has the link of a mail may do. */
    public Answer byLink(JsonNode mail, String method, String what, String body) {
        return byLink(link(mail), method, what, body);
    }

    public Answer byLink(String[] link, String method, String what, String body) {
        return dossiers.call(
                api,
                method,
                "/api/events/" + link[0] + "/registrations/" + link[1] + what,
                body,
                Map.of("authorization", "Bearer " + link[2]));
    }

    /** Event, registration and the secret of the session that the mail's link begins. */
    public String[] link(JsonNode mail) {
        String[] link = mailed(mail);
        String secret = Secrets.secret();
        return open(link, secret).status() == 201 ? new String[] {link[0], link[1], secret} : link;
    }

    /** Uses a link, as the page's button does. */
    public Answer open(String[] link, String secret) {
        return byLink(link, "POST", "/sessions", "{\"secret\":\"" + secret + "\",\"remember\":false}");
    }

    /** Event, registration and secret, as the mail's link carries them. */
    public String[] mailed(JsonNode mail) {
        var sessions = new Sessions(dossiers.tables().reach("AccessTable"));
        String url = RegistrationFunctions.links(
                        dossiers.tables().reach("RegistrationsTable"), sessions, SITE, dossiers.clock())
                .issue(
                        LinkTarget.of(mail.path("links").asString()),
                        mail.path("to").asString())
                .getFirst()
                .url();
        return url.substring(url.indexOf('#') + 1).split("\\.", -1);
    }

    public Answer staff(String method, String what, String body) {
        return dossiers.as("anna", "staff", "", office, method, "/api/staff/events" + what, body);
    }

    public Answer change(ObjectNode event) {
        int version =
                staff("GET", "/" + this.event, null).body().path("version").asInt();
        return staff("PUT", "/" + this.event, event.put("version", version).toString());
    }

    /** What the stream starts. */
    public void tend() {
        Invoke.function(
                tending,
                new ByteArrayInputStream("{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"%s\"}}}}]}"
                        .formatted(event)
                        .getBytes(UTF_8)));
    }

    /** What the schedule starts. */
    public void round() {
        Invoke.function(tending, new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    public List<JsonNode> mails(String template) {
        return dossiers.mails(template);
    }

    public JsonNode mail(String template, String first) {
        return mails(template).stream()
                .filter(mail -> mail.path("to").asString().startsWith(first.toLowerCase(java.util.Locale.ROOT) + "@"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mail " + template + " to " + first));
    }

    public JsonNode list() {
        return staff("GET", "/" + event + "/registrations", null).body();
    }

    /** How the delegation of this person stands. */
    public String state(String first) {
        return list().path("registrations")
                .valueStream()
                .filter(registration ->
                        registration.at("/people/0/name").asString().equals(first))
                .map(registration -> registration.path("state").asString())
                .findFirst()
                .orElse("");
    }

    /** Numbers of all seats that somebody holds; one twice would be there twice. */
    public List<Integer> taken() {
        var all = new ArrayList<Integer>();
        table.all(event, "registration#", Registration.class).forEach(registration -> all.addAll(registration.seats()));
        return all;
    }

    /** Numbers of all seats that nobody holds, whoever may have them. */
    public List<Integer> empty() {
        var all = new ArrayList<Integer>();
        for (String kind : List.of("free#", "kept#")) {
            table.all(event, kind, Seats.Seat.class).forEach(seat -> all.add(seat.number()));
        }
        return all;
    }
}
