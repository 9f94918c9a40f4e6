package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.BounceListener;
import land.starkeorte.mail.MailPreview;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.tasks.Tasks;

/** Puts together what this feature offers to the others and to the platform. */
public final class BackofficeFunctions {
    private BackofficeFunctions() {}

    /**
     * The endpoints for the office.
     *
     * @param columns what other features know of dossiers
     */
    public static LambdaFunction serve(StaffSettings settings, List<ExportColumns> columns, Store store, Clock clock) {
        String table = settings.applicationsTable();
        var outbox = new Outbox(store.table(settings.outboxTable()));
        var dossiers = new Dossiers(store.table(table), outbox, TransitionEffects.NONE, clock);
        var tasks = new Tasks(store.table(table));
        var board = new DossierBoard(store.table(table));
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
    public static LambdaFunction openOverdueTasks(DeadlineSettings settings, Store store, Clock clock) {
        var patience = Duration.ofDays(Long.parseLong(settings.questionDays()));
        return new OverdueTasks(new Tasks(store.table(settings.applicationsTable())), patience, clock);
    }

    /** The endpoint for what went with mails, beside whatever else gives out files. */
    public static Map<String, Endpoint> attachments(
            Store store, String outboxTable, String papersBucket, String copiesBucket) {
        return attachments(store, outboxTable, papers(papersBucket), papers(copiesBucket));
    }

    static Map<String, Endpoint> attachments(
            Store store, String outboxTable, PaperArchive papers, PaperArchive copies) {
        return new StaffAttachmentEndpoints(new Outbox(store.table(outboxTable)), papers, copies).routes();
    }

    /** Who acts when mail comes back. */
    public static BounceListener bounces(Store store, String applicationsTable, Clock clock) {
        return new BounceTasks(
                new DossierReader(store.table(applicationsTable)), new Tasks(store.table(applicationsTable)), clock);
    }

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }

    /** The group is checked here for every route; the token itself API Gateway has checked. */
    private static Map<String, Endpoint> forStaff(Map<String, Endpoint> routes) {
        var guarded = new HashMap<String, Endpoint>();
        routes.forEach((route, endpoint) -> guarded.put(route, endpoint.onlyFor("staff")));
        return guarded;
    }
}
