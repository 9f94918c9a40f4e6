package land.starkeorte.applications;

import java.time.Clock;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.tasks.Tasks;

/** Puts together what this feature offers to the others and to the platform. */
public final class ApplicationFunctions {
    private ApplicationFunctions() {}

    /** The endpoints for whoever applies. */
    public static LambdaFunction serve(
            ApplicationSettings settings, TransitionEffects effects, Store store, Clock clock) {
        Table table = store.table(settings.applicationsTable());
        var sessions = new Sessions(store.table(settings.accessTable()));
        var proofs = new SpentProofs(store.table(settings.robotsTable()));
        var outbox = new Outbox(store.table(settings.outboxTable()));
        var dossiers = new Dossiers(table, outbox, effects, clock);
        var drafts = new Drafts(store, new DossierItems(table), outbox, proofs, sessions);
        var dossierAccess = new DossierAccess(dossiers, sessions, clock);
        var endpoints = new ApplicationEndpoints(
                dossiers,
                drafts,
                dossierAccess,
                new ProofOfWork(proofs::signingKey, clock),
                settings.staffAddress(),
                Period.ofDays(Integer.parseInt(settings.preselectionDays())),
                clock);
        var routes = new HashMap<>(endpoints.routes());
        routes.putAll(new DossierEndpoints(dossiers, dossierAccess, sessions, settings.staffAddress(), clock).routes());
        routes.putAll(new DossierSessionEndpoints(drafts, dossierAccess, sessions, clock).routes());
        routes.putAll(new MunicipalityEndpoints(new MunicipalityClaims(dossiers), clock).routes());
        var tasks = new Tasks(table);
        routes.putAll(new DisputeEndpoints(dossiers, dossierAccess, tasks, settings.staffAddress(), clock).routes());
        return new HttpFunction(routes, endpoints::prime);
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction print(PrintSettings settings, Store store, Clock clock) {
        return print(settings, papers(settings.copiesBucket()), store, clock);
    }

    static LambdaFunction print(PrintSettings settings, PaperArchive archive, Store store, Clock clock) {
        return new PrintApplications(
                new ApplicationCopies(store.table(settings.applicationsTable())),
                new DossierReader(store.table(settings.applicationsTable())),
                new Outbox(store.table(settings.outboxTable())),
                archive,
                settings.networkAddress(),
                clock);
    }

    /** The endpoint for the papers of what was sent, beside whatever else gives out files. */
    public static Map<String, Endpoint> copies(
            Store store, String applicationsTable, String copiesBucket, DossierAccess dossierAccess) {
        return copies(store, applicationsTable, papers(copiesBucket), dossierAccess);
    }

    static Map<String, Endpoint> copies(
            Store store, String applicationsTable, PaperArchive archive, DossierAccess dossierAccess) {
        return new ApplicationCopyEndpoints(
                        new ApplicationCopies(store.table(applicationsTable)), dossierAccess, archive)
                .routes();
    }

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The links that mails carry. */
    public static LinkIssuer links(
            Store store, String applicationsTable, Sessions sessions, String siteUrl, Clock clock) {
        return new DossierLinks(new DossierReader(store.table(applicationsTable)), sessions, siteUrl, clock);
    }
}
