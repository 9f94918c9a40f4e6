package land.starkeorte.fees;

import java.time.Clock;
import java.util.HashMap;
import land.starkeorte.applications.Columns;
import land.starkeorte.applications.Doors;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.events.Charges;
import land.starkeorte.events.Owners;
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

    /**
     * The endpoints, for the office, for whoever pays and for the card provider.
     *
     * @param owners who lets whoever booked to what they owe
     * @param consequences what the other features do when a payment moves a dossier
     */
    public static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            Doors doors,
            Owners owners,
            DynamoConsequences consequences,
            DynamoDbClient dynamoDb,
            Clock clock) {
        return serve(settings, card, doors, owners, archive(settings), consequences, dynamoDb, clock);
    }

    /** The endpoints for the bank's files. */
    public static LambdaFunction bank(
            BankSettings settings, DynamoConsequences consequences, DynamoDbClient dynamoDb, Clock clock) {
        return bank(settings.tables(), inbox(settings), consequences, dynamoDb, clock);
    }

    /** What a file that was dropped starts. */
    public static LambdaFunction importBankStatement(
            BankSettings settings, DynamoConsequences consequences, DynamoDbClient dynamoDb, Clock clock) {
        return importBankStatement(settings, inbox(settings), consequences, dynamoDb, clock);
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

    /** What the office's table of applications says of fees. */
    public static Columns columns(String feesTable, DynamoDbClient dynamoDb) {
        return new FeeColumns(new DynamoFees(new DynamoTable(dynamoDb, feesTable)));
    }

    /** What follows when somebody books what costs something, or cancels it. */
    public static Charges charges(String feesTable, DynamoDbClient dynamoDb, Clock clock) {
        return new DynamoCharges(new DynamoFees(new DynamoTable(dynamoDb, feesTable)), clock);
    }

    /** What the schedule does. */
    public static Round round(FeeTables tables, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(tables, DynamoConsequences.NONE, dynamoDb, clock);
        return new Reminding(parts.fees, parts.ledger, parts.debtors);
    }

    static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            Doors doors,
            Owners owners,
            Archive archive,
            DynamoConsequences consequences,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var parts = new Parts(settings.tables(), consequences, dynamoDb, clock);
        var routes = new HashMap<>(new FeeEndpoints(
                        parts.fees,
                        parts.ledger,
                        parts.debtors,
                        doors,
                        owners,
                        archive,
                        new DynamoActs(dynamoDb, settings.tables().feesTable(), clock),
                        settings.seller(),
                        card,
                        clock)
                .routes());
        routes.putAll(new CardEndpoint(parts.fees, parts.cashbook, card, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.fees.of("priming");
        });
    }

    static LambdaFunction bank(
            FeeTables tables, BankInbox inbox, DynamoConsequences consequences, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(tables, consequences, dynamoDb, clock);
        var endpoints = new BankEndpoints(
                parts.bank,
                parts.fees,
                parts.ledger,
                parts.debtors,
                inbox,
                new DynamoActs(dynamoDb, tables.bankTable(), clock),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = parts.bank.line("priming");
        });
    }

    static LambdaFunction importBankStatement(
            BankSettings settings,
            BankInbox inbox,
            DynamoConsequences consequences,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var parts = new Parts(settings.tables(), consequences, dynamoDb, clock);
        return new ImportBankStatement(parts.fees, parts.bank, parts.cashbook, inbox, settings.networkIban());
    }

    static LambdaFunction issueInvoice(FeeSettings settings, Archive archive, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings.tables(), DynamoConsequences.NONE, dynamoDb, clock);
        return new IssueInvoice(parts.fees, parts.ledger, parts.debtors, archive, settings.seller(), clock);
    }

    private static Archive archive(FeeSettings settings) {
        return new S3Archive(Clients.s3(), signer(), settings.papersBucket());
    }

    private static BankInbox inbox(BankSettings settings) {
        return new S3BankInbox(Clients.s3(), signer(), settings);
    }

    private static S3Signer signer() {
        return new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region());
    }

    private static final class Parts {
        final DynamoFees fees;
        final DynamoBank bank;
        final Debtors debtors;
        final DynamoLedger ledger;
        final Cashbook cashbook;

        Parts(FeeTables tables, DynamoConsequences consequences, DynamoDbClient dynamoDb, Clock clock) {
            fees = new DynamoFees(new DynamoTable(dynamoDb, tables.feesTable()));
            bank = new DynamoBank(new DynamoTable(dynamoDb, tables.bankTable()));
            debtors = new Debtors(
                    new DynamoChronicle(dynamoDb, tables.applicationsTable(), consequences, clock),
                    new DynamoOutbox(dynamoDb, tables.outboxTable()));
            ledger = new DynamoLedger(fees, debtors);
            cashbook = new Cashbook(fees, ledger, debtors, bank, clock);
        }
    }
}
