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
import land.starkeorte.mail.BounceListener;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.MailPreview;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.proofofwork.DynamoSpentProofs;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.s3.S3Signer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class ApplicationFunctions {
    private ApplicationFunctions() {}

    /** The endpoints for whoever applies. */
    public static LambdaFunction serve(
            ApplicationSettings settings, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
        var sessions = new Sessions(dynamoDb, settings.accessTable());
        var robotItems = new DynamoSpentProofs(dynamoDb, settings.robotsTable());
        var dossiers = new DynamoDrafts(
                dynamoDb,
                settings.applicationsTable(),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                robotItems,
                sessions,
                effects,
                clock);
        var dossierAccess = new DossierAccess(dossiers, sessions, clock);
        var endpoints = new ApplicationEndpoints(
                dossiers,
                dossierAccess,
                new ProofOfWork(robotItems::signingKey, clock),
                settings.staffAddress(),
                Period.ofDays(Integer.parseInt(settings.preselectionDays())),
                clock);
        var routes = new HashMap<>(endpoints.routes());
        routes.putAll(new DossierEndpoints(dossiers, dossierAccess, sessions, settings.staffAddress(), clock).routes());
        routes.putAll(new DossierSessionEndpoints(dossiers, dossierAccess, sessions, clock).routes());
        routes.putAll(
                new MunicipalityEndpoints(new DynamoMunicipalityClaims(dynamoDb, settings.applicationsTable()), clock)
                        .routes());
        var tasks = new DynamoTasks(dynamoDb, settings.applicationsTable());
        routes.putAll(new DisputeEndpoints(dossiers, dossierAccess, tasks, settings.staffAddress(), clock).routes());
        return new HttpFunction(routes, endpoints::prime);
    }

    /**
     * The endpoints for the office.
     *
     * @param columns what other features know of dossiers
     */
    public static LambdaFunction serveStaff(
            StaffSettings settings, List<ExportColumns> columns, DynamoDbClient dynamoDb, Clock clock) {
        String table = settings.applicationsTable();
        var outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
        var dossiers = new DynamoDossiers(dynamoDb, table, outbox, TransitionEffects.NONE, clock);
        var tasks = new DynamoTasks(dynamoDb, table);
        var board = new DynamoDossierBoard(dynamoDb, table);
        var routes = new HashMap<String, Endpoint>();
        routes.putAll(new StaffBoardEndpoints(board, tasks, columns, clock).routes());
        routes.putAll(new StaffDossierEndpoints(dossiers, tasks, outbox::about, clock).routes());
        routes.putAll(new StaffSentMailEndpoints(dossiers, outbox, clock).routes());
        routes.putAll(new StaffMailEndpoints(dossiers, outbox, new MailPreview(settings.siteUrl()), clock).routes());
        return new HttpFunction(forStaff(routes), () -> {
            var _ = board.counts();
            var _ = dossiers.contents("priming");
            var _ = dossiers.messages("priming", null);
            var _ = outbox.about("priming", 1);
        });
    }

    /** What the daily schedule starts. */
    public static LambdaFunction openOverdueTasks(DeadlineSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var patience = Duration.ofDays(Long.parseLong(settings.questionDays()));
        return new OverdueTasks(new DynamoTasks(dynamoDb, settings.applicationsTable()), patience, clock);
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction print(PrintSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return print(settings, papers(settings.copiesBucket()), dynamoDb, clock);
    }

    static LambdaFunction print(PrintSettings settings, PaperArchive archive, DynamoDbClient dynamoDb, Clock clock) {
        return new PrintApplications(
                new DynamoApplicationCopies(dynamoDb, settings.applicationsTable()),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                archive,
                settings.networkAddress(),
                clock);
    }

    /** The endpoint for the papers of what was sent, beside whatever else gives out files. */
    public static Map<String, Endpoint> copies(
            DynamoDbClient dynamoDb, String applicationsTable, String copiesBucket, DossierAccess dossierAccess) {
        return copies(dynamoDb, applicationsTable, papers(copiesBucket), dossierAccess);
    }

    static Map<String, Endpoint> copies(
            DynamoDbClient dynamoDb, String applicationsTable, PaperArchive archive, DossierAccess dossierAccess) {
        return new ApplicationCopyEndpoints(
                        new DynamoApplicationCopies(dynamoDb, applicationsTable), dossierAccess, archive)
                .routes();
    }

    /** The endpoint for what went with mails, beside whatever else gives out files. */
    public static Map<String, Endpoint> attachments(
            DynamoDbClient dynamoDb, String outboxTable, String papersBucket, String copiesBucket) {
        return attachments(dynamoDb, outboxTable, papers(papersBucket), papers(copiesBucket));
    }

    static Map<String, Endpoint> attachments(
            DynamoDbClient dynamoDb, String outboxTable, PaperArchive papers, PaperArchive copies) {
        return new StaffAttachmentEndpoints(new DynamoOutbox(dynamoDb, outboxTable), papers, copies).routes();
    }

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The links that mails carry. */
    public static LinkIssuer links(
            DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, String siteUrl, Clock clock) {
        return new DossierLinks(new DynamoDossierReader(dynamoDb, applicationsTable), sessions, siteUrl, clock);
    }

    /** Who acts when mail comes back. */
    public static BounceListener returnedMail(DynamoDbClient dynamoDb, String applicationsTable, Clock clock) {
        return new BounceTasks(
                new DynamoDossierReader(dynamoDb, applicationsTable),
                new DynamoTasks(dynamoDb, applicationsTable),
                clock);
    }

    /** Who lets officials into their dossiers. */
    public static DossierAccess doors(
            DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, Clock clock) {
        return new DossierAccess(new DynamoDossierReader(dynamoDb, applicationsTable), sessions, clock);
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
