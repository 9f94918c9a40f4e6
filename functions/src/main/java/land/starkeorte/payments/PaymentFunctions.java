package land.starkeorte.payments;

import java.time.Clock;
import java.util.HashMap;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.fees.CardSettings;
import land.starkeorte.fees.Debtors;
import land.starkeorte.fees.DynamoFees;
import land.starkeorte.fees.FeeEndpoints;
import land.starkeorte.fees.FeeSettings;
import land.starkeorte.fees.FeeTables;
import land.starkeorte.fees.FeeWorkflow;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class PaymentFunctions {
    private PaymentFunctions() {}

    /**
     * The endpoints, for the office, for whoever pays and for the card provider.
     *
     * @param registrationAccess who lets whoever booked to what they owe
     * @param effects what the other features do when a payment moves a dossier
     */
    public static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            DossierAccess dossierAccess,
            RegistrationAccess registrationAccess,
            TransitionEffects effects,
            DynamoDbClient dynamoDb,
            Clock clock) {
        return serve(settings, card, dossierAccess, registrationAccess, archive(settings), effects, dynamoDb, clock);
    }

    /** The endpoints for the bank's files. */
    public static LambdaFunction bank(
            BankSettings settings, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
        return bank(settings.tables(), inbox(settings), effects, dynamoDb, clock);
    }

    /** What a file that was dropped starts. */
    public static LambdaFunction importBankStatement(
            BankSettings settings, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
        return importBankStatement(settings, inbox(settings), effects, dynamoDb, clock);
    }

    public static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            DossierAccess dossierAccess,
            RegistrationAccess registrationAccess,
            PaperArchive archive,
            TransitionEffects effects,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var parts = new Parts(settings.tables(), effects, dynamoDb, clock);
        var routes = new HashMap<>(new FeeEndpoints(
                        parts.fees,
                        parts.workflow,
                        parts.debtors,
                        dossierAccess,
                        registrationAccess,
                        archive,
                        new IdempotentWriter(dynamoDb, settings.tables().feesTable(), clock),
                        settings.seller(),
                        card,
                        clock)
                .routes());
        routes.putAll(new CardEndpoint(parts.fees, parts.posting, card, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.fees.of("priming");
        });
    }

    public static LambdaFunction bank(
            FeeTables tables, BankInbox inbox, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(tables, effects, dynamoDb, clock);
        var endpoints = new StaffBankEndpoints(
                parts.bank,
                parts.fees,
                parts.workflow,
                parts.debtors,
                inbox,
                new IdempotentWriter(dynamoDb, tables.bankTable(), clock),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = parts.bank.line("priming");
        });
    }

    public static LambdaFunction importBankStatement(
            BankSettings settings, BankInbox inbox, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
        var parts = new Parts(settings.tables(), effects, dynamoDb, clock);
        return new ImportBankStatement(parts.fees, parts.bank, parts.posting, inbox, settings.networkIban());
    }

    private static PaperArchive archive(FeeSettings settings) {
        return new S3PaperArchive(Clients.s3(), signer(), settings.papersBucket());
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
        final FeeWorkflow workflow;
        final PaymentPosting posting;

        Parts(FeeTables tables, TransitionEffects effects, DynamoDbClient dynamoDb, Clock clock) {
            fees = new DynamoFees(new DynamoTable(dynamoDb, tables.feesTable()));
            bank = new DynamoBank(new DynamoTable(dynamoDb, tables.bankTable()));
            debtors = new Debtors(
                    new DossierTransitions(dynamoDb, tables.applicationsTable(), effects, clock),
                    new DynamoOutbox(dynamoDb, tables.outboxTable()));
            workflow = new FeeWorkflow(fees, debtors);
            posting = new PaymentPosting(fees, workflow, debtors, bank, clock);
        }
    }
}
