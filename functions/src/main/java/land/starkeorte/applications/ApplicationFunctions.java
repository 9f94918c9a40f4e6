package land.starkeorte.applications;

import java.time.Clock;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DynamoDossierReader;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.proofofwork.DynamoSpentProofs;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.tasks.DynamoTasks;
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

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The links that mails carry. */
    public static LinkIssuer links(
            DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, String siteUrl, Clock clock) {
        return new DossierLinks(new DynamoDossierReader(dynamoDb, applicationsTable), sessions, siteUrl, clock);
    }
}
