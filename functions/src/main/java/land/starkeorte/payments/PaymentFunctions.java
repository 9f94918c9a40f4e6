package land.starkeorte.payments;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.fees.CardSettings;
import land.starkeorte.fees.Debtors;
import land.starkeorte.fees.FeeEndpoints;
import land.starkeorte.fees.FeeSettings;
import land.starkeorte.fees.FeeTables;
import land.starkeorte.fees.FeeWorkflow;
import land.starkeorte.fees.Fees;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the others and to the platform. */
public final class PaymentFunctions {
    private PaymentFunctions() {}

    /**
     * What the platform starts.
     *
     * @param access who lets officials into their dossiers
     * @param registrations who lets whoever booked to what they owe
     * @param effects what the other features do when a payment moves a dossier
     */
    public static void register(
            FunctionRegistrations functions,
            Function<FunctionContext, DossierAccess> access,
            Function<FunctionContext, RegistrationAccess> registrations,
            Function<FunctionContext, TransitionEffects> effects) {
        functions
                .add(
                        "fees",
                        context -> serve(
                                context.settings(FeeSettings.class),
                                context.settings(CardSettings.class),
                                access.apply(context),
                                registrations.apply(context),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "bank",
                        context -> bank(
                                context.settings(BankSettings.class),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "importBankStatement",
                        context -> importBankStatement(
                                context.settings(BankSettings.class),
                                effects.apply(context),
                                context.store(),
                                context.clock()));
    }

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
            Store store,
            Clock clock) {
        return serve(settings, card, dossierAccess, registrationAccess, archive(settings), effects, store, clock);
    }

    /** The endpoints for the bank's files. */
    public static LambdaFunction bank(BankSettings settings, TransitionEffects effects, Store store, Clock clock) {
        return bank(settings.tables(), inbox(settings), effects, store, clock);
    }

    /** What a file that was dropped starts. */
    public static LambdaFunction importBankStatement(
            BankSettings settings, TransitionEffects effects, Store store, Clock clock) {
        return importBankStatement(settings, inbox(settings), effects, store, clock);
    }

    public static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            DossierAccess dossierAccess,
            RegistrationAccess registrationAccess,
            PaperArchive archive,
            TransitionEffects effects,
            Store store,
            Clock clock) {
        var parts = new Parts(settings.tables(), effects, store, clock);
        Routes routes = new FeeEndpoints(
                        parts.fees,
                        parts.workflow,
                        parts.debtors,
                        dossierAccess,
                        registrationAccess,
                        archive,
                        new IdempotentWriter(store.table(settings.tables().feesTable()), clock),
                        settings.seller(),
                        card,
                        clock)
                .routes();
        routes = routes.and(new CardEndpoint(parts.fees, parts.posting, card, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.fees.of("priming");
        });
    }

    public static LambdaFunction bank(
            FeeTables tables, BankInbox inbox, TransitionEffects effects, Store store, Clock clock) {
        var parts = new Parts(tables, effects, store, clock);
        var endpoints = new StaffBankEndpoints(
                parts.bank,
                parts.fees,
                parts.workflow,
                parts.debtors,
                inbox,
                new IdempotentWriter(store.table(tables.bankTable()), clock),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = parts.bank.line("priming");
        });
    }

    public static LambdaFunction importBankStatement(
            BankSettings settings, BankInbox inbox, TransitionEffects effects, Store store, Clock clock) {
        var parts = new Parts(settings.tables(), effects, store, clock);
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
        final Fees fees;
        final BankTransactions bank;
        final Debtors debtors;
        final FeeWorkflow workflow;
        final PaymentPosting posting;

        Parts(FeeTables tables, TransitionEffects effects, Store store, Clock clock) {
            fees = new Fees(store.table(tables.feesTable()));
            bank = new BankTransactions(store.table(tables.bankTable()));
            debtors = new Debtors(
                    new DossierTransitions(store.table(tables.applicationsTable()), effects, clock),
                    new Outbox(store.table(tables.outboxTable())));
            workflow = new FeeWorkflow(fees, debtors);
            posting = new PaymentPosting(fees, workflow, debtors, bank, clock);
        }
    }
}
