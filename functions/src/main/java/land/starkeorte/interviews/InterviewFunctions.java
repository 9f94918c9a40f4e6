package land.starkeorte.interviews;

import java.time.Clock;
import java.util.HashMap;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.dossiers.DossierAccess;
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
public final class InterviewFunctions {
    private InterviewFunctions() {}

    /** The endpoints, for whoever applies, for founders and for the office. */
    public static LambdaFunction serve(
            InterviewSettings settings, DossierAccess dossierAccess, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings, dynamoDb, clock);
        var writer = new IdempotentWriter(dynamoDb, settings.interviewsTable(), clock);
        var routes = new HashMap<String, Endpoint>(
                new InterviewEndpoints(parts.interviews, parts.booking, parts.transitions, dossierAccess, writer, clock)
                        .routes());
        routes.putAll(
                new InterviewHostEndpoints(parts.interviews, parts.booking, parts.transitions, writer, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.interviews.of("priming");
        });
    }

    /** What follows from the moves of a dossier. */
    public static TransitionEffects consequences(InterviewSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return new Parts(settings, dynamoDb, clock).booking.consequences();
    }

    /** What the office's table of applications says of interviews. */
    public static ExportColumns columns(String interviewsTable, DynamoDbClient dynamoDb) {
        return new InterviewColumns(new DynamoInterviews(new DynamoTable(dynamoDb, interviewsTable)));
    }

    /** What the schedule does. */
    public static ScheduledJob round(InterviewSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings, dynamoDb, clock);
        return new InterviewReminders(parts.interviews, parts.booking, parts.transitions, parts.table);
    }

    private static final class Parts {
        final DynamoTable table;
        final DynamoInterviews interviews;
        final DossierTransitions transitions;
        final InterviewWorkflow booking;

        Parts(InterviewSettings settings, DynamoDbClient dynamoDb, Clock clock) {
            table = new DynamoTable(dynamoDb, settings.interviewsTable());
            interviews = new DynamoInterviews(table);
            transitions = new DossierTransitions(dynamoDb, settings.applicationsTable(), clock);
            booking =
                    new InterviewWorkflow(interviews, transitions, new DynamoOutbox(dynamoDb, settings.outboxTable()));
        }
    }
}
