package land.starkeorte.preselection;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class PreselectionFunctions {
    private PreselectionFunctions() {}

    /** What the platform starts. */
    public static void register(FunctionRegistrations functions) {
        functions.add(
                "preselection",
                context -> serve(
                        context.settings(PreselectionSettings.class),
                        context.table("accounts"),
                        context.store(),
                        context.clock()));
    }

    /** The endpoints, for founders and for the office. */
    public static LambdaFunction serve(PreselectionSettings settings, Table accounts, Store store, Clock clock) {
        var parts = new Parts(settings, store, clock);
        var writer = new IdempotentWriter(store.table(settings.preselectionTable()), clock);
        var founders = new FounderEndpoints(parts.polls, parts.preselection, parts.transitions, writer, clock);
        var staff = new StaffPreselectionEndpoints(
                parts.polls, parts.preselection, parts.transitions, new Accounts(accounts), writer, clock);
        return new HttpFunction(founders.routes().and(staff.routes()), () -> {
            var _ = parts.polls.founders();
        });
    }

    /** What follows from the moves of a dossier. */
    public static TransitionEffects consequences(PreselectionSettings settings, Store store) {
        return new OpenPollOnSubmission(
                new Polls(store.table(settings.preselectionTable())),
                Period.ofDays(Integer.parseInt(settings.preselectionDays())),
                Integer.parseInt(settings.preselectionQuorum()));
    }

    /** Who lets founders look into what they vote on. */
    public static PollAccess electorate(Table table) {
        return new PollAccess(new Polls(table));
    }

    /** What the office's table of applications says of votes. */
    public static ExportColumns columns(Table table) {
        return new VoteColumns(new Polls(table));
    }

    /** What the schedule does: counts what is over, then tells founders of what is not. */
    public static List<ScheduledJob> rounds(PreselectionSettings settings, Store store, Clock clock) {
        var parts = new Parts(settings, store, clock);
        return List.of(
                new PollDeadlines(parts.polls, parts.preselection, parts.transitions, parts.table),
                new VoteDigests(parts.polls, parts.transitions, parts.outbox, parts.table));
    }

    private static final class Parts {
        final Table table;
        final Polls polls;
        final Outbox outbox;
        final DossierTransitions transitions;
        final PollWorkflow preselection;

        Parts(PreselectionSettings settings, Store store, Clock clock) {
            table = store.table(settings.preselectionTable());
            polls = new Polls(table);
            outbox = new Outbox(store.table(settings.outboxTable()));
            transitions = new DossierTransitions(store.table(settings.applicationsTable()), clock);
            preselection = new PollWorkflow(polls, transitions, outbox);
        }
    }
}
