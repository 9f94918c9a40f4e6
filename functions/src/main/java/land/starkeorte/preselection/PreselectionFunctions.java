package land.starkeorte.preselection;

import java.time.Clock;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class PreselectionFunctions {
    private PreselectionFunctions() {}

    /** The endpoints, for founders and for the office. */
    public static LambdaFunction serve(
            PreselectionSettings settings, String accountsTable, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings, dynamoDb, clock);
        var writer = new IdempotentWriter(dynamoDb, settings.preselectionTable(), clock);
        var routes = new HashMap<String, Endpoint>();
        new FounderEndpoints(parts.polls, parts.preselection, parts.transitions, writer, clock)
                .routes()
                .forEach((route, endpoint) -> routes.put(route, endpoint.onlyFor("founder")));
        new StaffPreselectionEndpoints(
                        parts.polls,
                        parts.preselection,
                        parts.transitions,
                        new DynamoAccounts(dynamoDb, accountsTable),
                        writer,
                        clock)
                .routes()
                .forEach((route, endpoint) -> routes.put(route, endpoint.onlyFor("staff")));
        return new HttpFunction(routes, () -> {
            var _ = parts.polls.founders();
        });
    }

    /** What follows from the moves of a dossier. */
    public static TransitionEffects consequences(PreselectionSettings settings, DynamoDbClient dynamoDb) {
        return new OpenPollOnSubmission(
                new DynamoPolls(new DynamoTable(dynamoDb, settings.preselectionTable())),
                Period.ofDays(Integer.parseInt(settings.preselectionDays())),
                Integer.parseInt(settings.preselectionQuorum()));
    }

    /** Who lets founders look into what they vote on. */
    public static PollAccess electorate(String preselectionTable, DynamoDbClient dynamoDb) {
        return new PollAccess(new DynamoPolls(new DynamoTable(dynamoDb, preselectionTable)));
    }

    /** What the office's table of applications says of votes. */
    public static ExportColumns columns(String preselectionTable, DynamoDbClient dynamoDb) {
        return new VoteColumns(new DynamoPolls(new DynamoTable(dynamoDb, preselectionTable)));
    }

    /** What the schedule does: counts what is over, then tells founders of what is not. */
    public static List<ScheduledJob> rounds(PreselectionSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings, dynamoDb, clock);
        return List.of(
                new PollDeadlines(parts.polls, parts.preselection, parts.transitions, parts.table),
                new VoteDigests(parts.polls, parts.transitions, parts.outbox, parts.table));
    }

    private static final class Parts {
        final DynamoTable table;
        final DynamoPolls polls;
        final DynamoOutbox outbox;
        final DossierTransitions transitions;
        final PollWorkflow preselection;

        Parts(PreselectionSettings settings, DynamoDbClient dynamoDb, Clock clock) {
            table = new DynamoTable(dynamoDb, settings.preselectionTable());
            polls = new DynamoPolls(table);
            outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
            transitions = new DossierTransitions(dynamoDb, settings.applicationsTable(), clock);
            preselection = new PollWorkflow(polls, transitions, outbox);
        }
    }
}
