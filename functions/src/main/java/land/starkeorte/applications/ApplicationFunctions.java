package land.starkeorte.applications;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.access.Sessions;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.Clients;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Links;
import land.starkeorte.mail.Preview;
import land.starkeorte.mail.ReturnedMail;
import land.starkeorte.paper.Archive;
import land.starkeorte.paper.S3Archive;
import land.starkeorte.robots.DynamoRobots;
import land.starkeorte.robots.Robots;
import land.starkeorte.s3.S3Signer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class ApplicationFunctions {
    private ApplicationFunctions() {}

    /** The endpoints for whoever applies. */
    public static LambdaFunction serve(
            ApplicationSettings settings, DynamoConsequences consequences, DynamoDbClient dynamoDb, Clock clock) {
        var sessions = new Sessions(dynamoDb, settings.accessTable());
        var robotItems = new DynamoRobots(dynamoDb, settings.robotsTable());
        var dossiers = new DynamoDrafts(
                dynamoDb,
                settings.applicationsTable(),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                robotItems,
                sessions,
                consequences,
                clock);
        var doors = new Doors(dossiers, sessions, clock);
        var endpoints = new ApplicationEndpoints(
                dossiers,
                doors,
                new Robots(robotItems::signingKey, clock),
                settings.staffAddress(),
                Period.ofDays(Integer.parseInt(settings.preselectionDays())),
                clock);
        var routes = new HashMap<>(endpoints.routes());
        routes.putAll(new DossierEndpoints(dossiers, doors, sessions, settings.staffAddress(), clock).routes());
        routes.putAll(new SessionEndpoints(dossiers, doors, sessions, clock).routes());
        routes.putAll(
                new MunicipalityEndpoints(new DynamoClaims(dynamoDb, settings.applicationsTable()), clock).routes());
        var tasks = new DynamoTasks(dynamoDb, settings.applicationsTable());
        routes.putAll(new DisputeEndpoints(dossiers, doors, tasks, settings.staffAddress(), clock).routes());
        return new HttpFunction(routes, endpoints::prime);
    }

    /**
     * The endpoints for the office.
     *
     * @param columns what other features know of dossiers
     */
    public static LambdaFunction serveStaff(
            StaffSettings settings, List<Columns> columns, DynamoDbClient dynamoDb, Clock clock) {
        String table = settings.applicationsTable();
        var outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
        var dossiers = new DynamoDossiers(dynamoDb, table, outbox, DynamoConsequences.NONE, clock);
        var tasks = new DynamoTasks(dynamoDb, table);
        var board = new DynamoBoard(dynamoDb, table);
        var routes = new HashMap<String, Endpoint>();
        routes.putAll(new BoardEndpoints(board, tasks, columns, clock).routes());
        routes.putAll(new DeskEndpoints(dossiers, tasks, outbox::about, clock).routes());
        routes.putAll(new SentMailEndpoints(dossiers, outbox, clock).routes());
        routes.putAll(new MailEndpoints(dossiers, outbox, new Preview(settings.siteUrl()), clock).routes());
        return new HttpFunction(forStaff(routes), () -> {
            var _ = board.counts();
            var _ = dossiers.contents("priming");
            var _ = dossiers.messages("priming", null);
            var _ = outbox.about("priming", 1);
        });
    }

    /** What the daily schedule starts. */
    public static LambdaFunction openTasks(DeadlineSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var patience = Duration.ofDays(Long.parseLong(settings.questionDays()));
        return new OpenTasks(new DynamoTasks(dynamoDb, settings.applicationsTable()), patience, clock);
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction print(PrintSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return print(settings, papers(settings.copiesBucket()), dynamoDb, clock);
    }

    static LambdaFunction print(PrintSettings settings, Archive archive, DynamoDbClient dynamoDb, Clock clock) {
        return new PrintApplications(
                new DynamoCopies(dynamoDb, settings.applicationsTable()),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                archive,
                settings.networkAddress(),
                clock);
    }

    /** The endpoint for the papers of what was sent, beside whatever else gives out files. */
    public static Map<String, Endpoint> copies(
            DynamoDbClient dynamoDb, String applicationsTable, String copiesBucket, Doors doors) {
        return copies(dynamoDb, applicationsTable, papers(copiesBucket), doors);
    }

    static Map<String, Endpoint> copies(
            DynamoDbClient dynamoDb, String applicationsTable, Archive archive, Doors doors) {
        return new CopyEndpoints(new DynamoCopies(dynamoDb, applicationsTable), doors, archive).routes();
    }

    /** The endpoint for what went with mails, beside whatever else gives out files. */
    public static Map<String, Endpoint> attachments(
            DynamoDbClient dynamoDb, String outboxTable, String papersBucket, String copiesBucket) {
        return attachments(dynamoDb, outboxTable, papers(papersBucket), papers(copiesBucket));
    }

    static Map<String, Endpoint> attachments(
            DynamoDbClient dynamoDb, String outboxTable, Archive papers, Archive copies) {
        return new AttachmentEndpoints(new DynamoOutbox(dynamoDb, outboxTable), papers, copies).routes();
    }

    private static Archive papers(String bucket) {
        return new S3Archive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The links that mails carry. */
    public static Links links(
            DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, String siteUrl, Clock clock) {
        return new DossierLinks(new DynamoAccess(dynamoDb, applicationsTable), sessions, siteUrl, clock);
    }

    /** Who acts when mail comes back. */
    public static ReturnedMail returnedMail(DynamoDbClient dynamoDb, String applicationsTable, Clock clock) {
        return new BounceTasks(
                new DynamoAccess(dynamoDb, applicationsTable), new DynamoTasks(dynamoDb, applicationsTable), clock);
    }

    /** Who lets officials into their dossiers. */
    public static Doors doors(DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, Clock clock) {
        return new Doors(new DynamoAccess(dynamoDb, applicationsTable), sessions, clock);
    }

    /** Tasks for the office that are about something else than a dossier. */
    public static OfficeTasks officeTasks(DynamoDbClient dynamoDb, String applicationsTable) {
        return new OfficeTasks(new DynamoTasks(dynamoDb, applicationsTable));
    }

    /** The group is checked here for every route; the token itself API Gateway has checked. */
    private static Map<String, Endpoint> forStaff(Map<String, Endpoint> routes) {
        var guarded = new HashMap<String, Endpoint>();
        routes.forEach((route, endpoint) -> guarded.put(route, endpoint.onlyFor("staff")));
        return guarded;
    }
}
