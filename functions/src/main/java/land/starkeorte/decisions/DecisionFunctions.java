package land.starkeorte.decisions;

import java.time.Clock;
import land.starkeorte.applications.Columns;
import land.starkeorte.applications.Doors;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.Clients;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.paper.Archive;
import land.starkeorte.paper.S3Archive;
import land.starkeorte.s3.S3Signer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the platform. */
public final class DecisionFunctions {
    private DecisionFunctions() {}

    /**
     * The endpoints, for the office and for whoever applied.
     *
     * @param staffAddress who is told where nobody else of the office is known
     */
    public static LambdaFunction serve(
            DecisionSettings settings,
            String staffAddress,
            Doors doors,
            DynamoConsequences consequences,
            DynamoDbClient dynamoDb,
            Clock clock) {
        return serve(settings, staffAddress, doors, consequences, archive(settings), dynamoDb, clock);
    }

    /**
     * What the table's stream and the schedule start.
     *
     * @param told what the other features do when a municipality is told that it is admitted
     */
    public static LambdaFunction writeLetters(
            LetterSettings settings, DynamoConsequences told, DynamoDbClient dynamoDb, Clock clock) {
        return writeLetters(settings, told, archive(settings.decisions()), dynamoDb, clock);
    }

    /** What the office's table of applications says of decisions. */
    public static Columns columns(String decisionsTable, DynamoDbClient dynamoDb) {
        return new DecisionColumns(new DynamoDecisions(new DynamoTable(dynamoDb, decisionsTable)));
    }

    static LambdaFunction serve(
            DecisionSettings settings,
            String staffAddress,
            Doors doors,
            DynamoConsequences consequences,
            Archive archive,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var decisions = decisions(settings, dynamoDb);
        var endpoints = new DecisionEndpoints(
                decisions,
                new DynamoChronicle(dynamoDb, settings.applicationsTable(), consequences, clock),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                staffAddress,
                doors,
                archive,
                new DynamoActs(dynamoDb, settings.decisionsTable(), clock),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = decisions.of("priming");
        });
    }

    static LambdaFunction writeLetters(
            LetterSettings settings, DynamoConsequences told, Archive archive, DynamoDbClient dynamoDb, Clock clock) {
        return new WriteLetters(
                decisions(settings.decisions(), dynamoDb),
                new DynamoChronicle(dynamoDb, settings.decisions().applicationsTable(), clock),
                new DynamoOutbox(dynamoDb, settings.decisions().outboxTable()),
                told,
                archive,
                settings.networkAddress(),
                clock);
    }

    private static DynamoDecisions decisions(DecisionSettings settings, DynamoDbClient dynamoDb) {
        return new DynamoDecisions(new DynamoTable(dynamoDb, settings.decisionsTable()));
    }

    private static Archive archive(DecisionSettings settings) {
        return new S3Archive(
                Clients.s3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                settings.papersBucket());
    }
}
