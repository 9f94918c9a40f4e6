package land.starkeorte.applications;

import java.time.Clock;
import java.time.Period;
import java.util.function.Function;
import land.starkeorte.access.Sessions;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.tasks.Tasks;

/** Puts together what this feature offers to the others and to the platform. */
public final class ApplicationFunctions {
    private ApplicationFunctions() {}

    /**
     * What the platform starts.
     *
     * @param effects what the other features do when a dossier moves
     */
    public static void register(FunctionRegistrations functions, Function<FunctionContext, TransitionEffects> effects) {
        functions
                .add(
                        "applications",
                        context -> serve(
                                context.settings(ApplicationSettings.class),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "printApplications",
                        context -> print(context.settings(PrintSettings.class), context.store(), context.clock()));
    }

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
        String staff = settings.staffAddress();
        var routes = endpoints
                .routes()
                .and(new DossierEndpoints(dossiers, dossierAccess, sessions, staff, clock).routes())
                .and(new OfficialEndpoints(dossiers, dossierAccess, clock).routes())
                .and(new DossierSessionEndpoints(drafts, dossierAccess, sessions, clock).routes())
                .and(new MunicipalityEndpoints(new MunicipalityClaims(dossiers), clock).routes())
                .and(new DisputeEndpoints(dossiers, dossierAccess, new Tasks(table), staff, clock).routes());
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
    public static Routes copies(Table table, String copiesBucket, DossierAccess dossierAccess) {
        return copies(table, papers(copiesBucket), dossierAccess);
    }

    static Routes copies(Table table, PaperArchive archive, DossierAccess dossierAccess) {
        return new ApplicationCopyEndpoints(new ApplicationCopies(table), dossierAccess, archive).routes();
    }

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The links that mails carry. */
    public static LinkIssuer links(Table table, Sessions sessions, String siteUrl, Clock clock) {
        return new DossierLinks(new DossierReader(table), sessions, siteUrl, clock);
    }
}
