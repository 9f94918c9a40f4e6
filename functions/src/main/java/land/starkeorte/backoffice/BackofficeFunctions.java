package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierReader;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.BounceListener;
import land.starkeorte.mail.MailPreview;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.tasks.Tasks;

/** Puts together what this feature offers to the others and to the platform. */
public final class BackofficeFunctions {
    private BackofficeFunctions() {}

    /**
     * What the platform starts.
     *
     * @param columns what other features know of dossiers
     */
    public static void register(
            FunctionRegistrations functions, Function<FunctionContext, List<ExportColumns>> columns) {
        functions
                .add(
                        "staff",
                        context -> serve(
                                context.settings(StaffSettings.class),
                                columns.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "openOverdueTasks",
                        context -> openOverdueTasks(
                                context.settings(DeadlineSettings.class), context.store(), context.clock()));
    }

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
        var office = new StaffDossiers(dossiers, clock);
        var board = new DossierBoard(store.table(table));
        var routes = new StaffBoardEndpoints(board, new DossierSearch(store.table(table), board), tasks, columns, clock)
                .routes()
                .and(new StaffDossierEndpoints(office, tasks, outbox::about).routes())
                .and(new StaffCorrectionEndpoints(office).routes())
                .and(new StaffTaskEndpoints(office, tasks).routes())
                .and(new StaffSentMailEndpoints(dossiers, outbox, clock).routes())
                .and(new StaffMailEndpoints(dossiers, outbox, new MailPreview(settings.siteUrl()), clock).routes());
        return new HttpFunction(routes, () -> {
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
    public static Routes attachments(Table table, String papersBucket, String copiesBucket) {
        return attachments(table, papers(papersBucket), papers(copiesBucket));
    }

    static Routes attachments(Table table, PaperArchive papers, PaperArchive copies) {
        return new StaffAttachmentEndpoints(new Outbox(table), papers, copies).routes();
    }

    /** Who acts when mail comes back. */
    public static BounceListener bounces(Table table, Clock clock) {
        return new BounceTasks(new DossierReader(table), new Tasks(table), clock);
    }

    private static PaperArchive papers(String bucket) {
        return new S3PaperArchive(
                Clients.s3(), new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()), bucket);
    }
}
