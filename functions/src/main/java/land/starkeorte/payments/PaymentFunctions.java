package land.starkeorte.payments;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.fees.CardSettings;
import land.starkeorte.fees.FeeEndpoints;
import land.starkeorte.fees.FeeParts;
import land.starkeorte.fees.FeeSettings;
import land.starkeorte.fees.FeeTables;
import land.starkeorte.fees.FeeViews;
import land.starkeorte.fees.StaffFeeEndpoints;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

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
                                context.table("bank"),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "bank",
                        context -> bank(
                                context.settings(BankSettings.class),
                                context.table("bank"),
                                effects.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "importBankStatement",
                        context -> importBankStatement(
                                context.settings(BankSettings.class),
                                context.table("bank"),
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
            Table bankTable,
            TransitionEffects effects,
            Store store,
            Clock clock) {
        return serve(
                settings, card, dossierAccess, registrationAccess, archive(settings), bankTable, effects, store, clock);
    }

    /** The endpoints for the bank's files. */
    public static LambdaFunction bank(
            BankSettings settings, Table bankTable, TransitionEffects effects, Store store, Clock clock) {
        return bank(settings.tables(), inbox(settings), bankTable, effects, store, clock);
    }

    /** What a file that was dropped starts. */
    public static LambdaFunction importBankStatement(
            BankSettings settings, Table bankTable, TransitionEffects effects, Store store, Clock clock) {
        return importBankStatement(settings, inbox(settings), bankTable, effects, store, clock);
    }

    public static LambdaFunction serve(
            FeeSettings settings,
            CardSettings card,
            DossierAccess dossierAccess,
            RegistrationAccess registrationAccess,
            PaperArchive archive,
            Table bankTable,
            TransitionEffects effects,
            Store store,
            Clock clock) {
        var parts = FeeParts.of(settings.tables(), effects, store, clock);
        var bank = new BankTransactions(bankTable);
        var views = new FeeViews(archive, settings.seller(), card);
        var writer = new IdempotentWriter(store.table(settings.tables().feesTable()), clock);
        var routes = new FeeEndpoints(parts.fees(), views, dossierAccess, registrationAccess)
                .routes()
                .and(new StaffFeeEndpoints(parts.fees(), views, parts.workflow(), parts.debtors(), writer, clock)
                        .routes())
                .and(new CardEndpoint(parts.fees(), posting(parts, bank, clock), card, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = parts.fees().of("priming");
        });
    }

    public static LambdaFunction bank(
            FeeTables tables, BankInbox inbox, Table bankTable, TransitionEffects effects, Store store, Clock clock) {
        var parts = FeeParts.of(tables, effects, store, clock);
        var bank = new BankTransactions(bankTable);
        var endpoints = new StaffBankEndpoints(
                bank,
                parts.fees(),
                parts.workflow(),
                parts.debtors(),
                inbox,
                new IdempotentWriter(bankTable, clock),
                clock);
        return new HttpFunction(endpoints.routes(), () -> {
            var _ = bank.line("priming");
        });
    }

    public static LambdaFunction importBankStatement(
            BankSettings settings,
            BankInbox inbox,
            Table bankTable,
            TransitionEffects effects,
            Store store,
            Clock clock) {
        var parts = FeeParts.of(settings.tables(), effects, store, clock);
        var bank = new BankTransactions(bankTable);
        return new ImportBankStatement(parts.fees(), bank, posting(parts, bank, clock), inbox, settings.networkIban());
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

    /** What is due, and what was paid on it. */
    private static PaymentPosting posting(FeeParts parts, BankTransactions bank, Clock clock) {
        return new PaymentPosting(parts.fees(), parts.workflow(), parts.debtors(), bank, clock);
    }
}
