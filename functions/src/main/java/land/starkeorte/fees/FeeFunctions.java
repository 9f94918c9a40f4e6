package land.starkeorte.fees;

import java.time.Clock;
import land.starkeorte.applications.Doors;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.Clients;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.lambda.Round;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.paper.Archive;
import land.starkeorte.paper.S3Archive;
import land.starkeorte.s3.S3Signer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class FeeFunctions {
    private FeeFunctions() {}

    /** The endpoints, for the office and for whoever pays. */
    public static LambdaFunction serve(FeeSettings settings, Doors doors, DynamoDbClient dynamoDb, Clock clock) {
        return serve(settings, doors, archive(settings), dynamoDb, clock);
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction issueInvoice(FeeSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return issueInvoice(settings, archive(settings), dynamoDb, clock);
    }

    /** What follows from the moves of a dossier: whoever is admitted owes the fee. */
    public static DynamoConsequences consequences(String feesTable, DynamoDbClient dynamoDb) {
        var fees = new DynamoFees(new DynamoTable(dynamoDb, feesTable));
        return DynamoLedger.admission(fees);
    }

    /** What the schedule does. */
    public static Round round(
            String applicationsTable, String outboxTable, String feesTable, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(applicationsTable, outboxTable, feesTable, dynamoDb, clock);
        return new Reminding(parts.fees, parts.ledger, parts.chronicle);
    }

    static LambdaFunction serve(
            FeeSettings settings, Doors doors, Archive archive, DynamoDbClient dynamoDb, Clock clock) {
        var parts = parts(settings, dynamoDb, clock);
        var endpoints = new FeeEndpoints(
                parts.fees,
                parts.ledger,
                parts.chronicle,
                doors,
                archive,
                new DynamoActs(dynamoDb, settings.feesTable(), clock),
                settings.seller(),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = parts.fees.of("priming");
        });
    }

    static LambdaFunction issueInvoice(FeeSettings settings, Archive archive, DynamoDbClient dynamoDb, Clock clock) {
        var parts = parts(settings, dynamoDb, clock);
        return new IssueInvoice(parts.fees, parts.ledger, parts.chronicle, archive, settings.seller(), clock);
    }

    private static Parts parts(FeeSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return new Parts(settings.applicationsTable(), settings.outboxTable(), settings.feesTable(), dynamoDb, clock);
    }

    private static Archive archive(FeeSettings settings) {
        return new S3Archive(
                Clients.s3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                settings.papersBucket());
    }

    private static final class Parts {
        final DynamoFees fees;
        final DynamoChronicle chronicle;
        final DynamoLedger ledger;

        Parts(String applicationsTable, String outboxTable, String feesTable, DynamoDbClient dynamoDb, Clock clock) {
            fees = new DynamoFees(new DynamoTable(dynamoDb, feesTable));
            chronicle = new DynamoChronicle(dynamoDb, applicationsTable, clock);
            ledger = new DynamoLedger(fees, chronicle, new DynamoOutbox(dynamoDb, outboxTable));
        }
    }
}
