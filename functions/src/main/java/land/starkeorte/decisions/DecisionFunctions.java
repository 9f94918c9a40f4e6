package land.starkeorte.decisions;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the platform. */
public final class DecisionFunctions {
    private DecisionFunctions() {}

    /**
     * What the platform starts.
     *
     * @param access who lets officials into their dossiers
     * @param effects what the other features do when a decision moves a dossier
     * @param told what they do when a municipality is told that it is admitted
     */
    public static void register(
            FunctionRegistrations functions,
            Function<FunctionContext, DossierAccess> access,
            Function<FunctionContext, TransitionEffects> effects,
            Function<FunctionContext, TransitionEffects> told) {
        functions
                .add(
                        "decisions",
                        context -> serve(
                                context.settings(DecisionSettings.class),
                                context.settings(OfficeSettings.class).staffAddress(),
                                access.apply(context),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "writeLetters",
                        context -> writeLetters(
                                context.settings(LetterSettings.class),
                                told.apply(context),
                                context.store(),
                                context.clock()));
    }

    /** Who is told where nobody else of the office is known. */
    private record OfficeSettings(String staffAddress) {}

    /**
     * The endpoints, for the office and for whoever applied.
     *
     * @param staffAddress who is told where nobody else of the office is known
     */
    public static LambdaFunction serve(
            DecisionSettings settings,
            String staffAddress,
            DossierAccess dossierAccess,
            TransitionEffects effects,
            Store store,
            Clock clock) {
        return serve(settings, staffAddress, dossierAccess, effects, archive(settings), store, clock);
    }

    /**
     * What the table's stream and the schedule start.
     *
     * @param told what the other features do when a municipality is told that it is admitted
     */
    public static LambdaFunction writeLetters(
            LetterSettings settings, TransitionEffects told, Store store, Clock clock) {
        return writeLetters(settings, told, archive(settings.decisions()), store, clock);
    }

    /** What the office's table of applications says of decisions. */
    public static ExportColumns columns(Table table) {
        return new DecisionColumns(new Decisions(table));
    }

    static LambdaFunction serve(
            DecisionSettings settings,
            String staffAddress,
            DossierAccess dossierAccess,
            TransitionEffects effects,
            PaperArchive archive,
            Store store,
            Clock clock) {
        var decisions = decisions(settings, store);
        var views = new DecisionViews(archive);
        var transitions = new DossierTransitions(store.table(settings.applicationsTable()), effects, clock);
        var outbox = new Outbox(store.table(settings.outboxTable()));
        var workflow = new DecisionWorkflow(decisions, transitions, outbox, staffAddress);
        var writer = new IdempotentWriter(store.table(settings.decisionsTable()), clock);
        var routes = new DecisionEndpoints(decisions, views, dossierAccess)
                .routes()
                .and(new StaffDecisionEndpoints(decisions, views, workflow, transitions, writer, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = decisions.of("priming");
        });
    }

    static LambdaFunction writeLetters(
            LetterSettings settings, TransitionEffects told, PaperArchive archive, Store store, Clock clock) {
        return new WriteLetters(
                decisions(settings.decisions(), store),
                new DossierTransitions(store.table(settings.decisions().applicationsTable()), clock),
                new Outbox(store.table(settings.decisions().outboxTable())),
                told,
                archive,
                settings.networkAddress(),
                clock);
    }

    private static Decisions decisions(DecisionSettings settings, Store store) {
        return new Decisions(store.table(settings.decisionsTable()));
    }

    private static PaperArchive archive(DecisionSettings settings) {
        return new S3PaperArchive(
                Clients.s3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                settings.papersBucket());
    }
}
