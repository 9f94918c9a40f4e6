package land.starkeorte.interviews;

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
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class InterviewFunctions {
    private InterviewFunctions() {}

    /**
     * What the platform starts.
     *
     * @param access who lets officials into their dossiers
     */
    public static void register(FunctionRegistrations functions, Function<FunctionContext, DossierAccess> access) {
        functions.add(
                "interviews",
                context -> serve(
                        context.settings(InterviewSettings.class),
                        access.apply(context),
                        context.store(),
                        context.clock()));
    }

    /** The endpoints, for whoever applies, for founders and for the office. */
    public static LambdaFunction serve(
            InterviewSettings settings, DossierAccess dossierAccess, Store store, Clock clock) {
        var parts = new Parts(settings, store, clock);
        var writer = new IdempotentWriter(store.table(settings.interviewsTable()), clock);
        var routes = new InterviewEndpoints(
                        parts.interviews, parts.booking, parts.transitions, dossierAccess, writer, clock)
                .routes()
                .and(new SlotEndpoints(parts.interviews, parts.booking, parts.transitions, writer, clock).routes())
                .and(new StaffInterviewEndpoints(parts.interviews, parts.booking, parts.transitions, writer, clock)
                        .routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.interviews.of("priming");
        });
    }

    /** What follows from the moves of a dossier. */
    public static TransitionEffects consequences(InterviewSettings settings, Store store, Clock clock) {
        return new Parts(settings, store, clock).booking.consequences();
    }

    /** What the office's table of applications says of interviews. */
    public static ExportColumns columns(Table table) {
        return new InterviewColumns(new Interviews(table));
    }

    /** What the schedule does. */
    public static ScheduledJob round(InterviewSettings settings, Store store, Clock clock) {
        var parts = new Parts(settings, store, clock);
        return new InterviewReminders(parts.interviews, parts.booking, parts.transitions, parts.table);
    }

    private static final class Parts {
        final Table table;
        final Interviews interviews;
        final DossierTransitions transitions;
        final InterviewWorkflow booking;

        Parts(InterviewSettings settings, Store store, Clock clock) {
            table = store.table(settings.interviewsTable());
            interviews = new Interviews(table);
            transitions = new DossierTransitions(store.table(settings.applicationsTable()), clock);
            booking = new InterviewWorkflow(interviews, transitions, new Outbox(store.table(settings.outboxTable())));
        }
    }
}
