package land.starkeorte.fees;

import java.time.Clock;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.S3PaperArchive;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class FeeFunctions {
    private FeeFunctions() {}

    /** What the platform starts. */
    public static void register(FunctionRegistrations functions) {
        functions.add(
                "issueInvoice",
                context -> issueInvoice(context.settings(FeeSettings.class), context.store(), context.clock()));
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction issueInvoice(FeeSettings settings, Store store, Clock clock) {
        return issueInvoice(settings, archive(settings), store, clock);
    }

    /** What follows from the moves of a dossier: whoever is admitted owes the fee. */
    public static TransitionEffects consequences(Table table) {
        var fees = new Fees(table);
        return FeeWorkflow.admission(fees);
    }

    /** What the office's table of applications says of fees. */
    public static ExportColumns columns(Table table) {
        return new FeeColumns(new Fees(table));
    }

    /** What follows when somebody books what costs something, or cancels it. */
    public static BookingCharges charges(Table table, Clock clock) {
        return new TripCharges(new Fees(table), clock);
    }

    /** What the schedule does. */
    public static ScheduledJob round(FeeTables tables, Store store, Clock clock) {
        var parts = FeeParts.of(tables, TransitionEffects.NONE, store, clock);
        return new FeeReminders(parts.fees(), parts.workflow(), parts.debtors());
    }

    static LambdaFunction issueInvoice(FeeSettings settings, PaperArchive archive, Store store, Clock clock) {
        var parts = FeeParts.of(settings.tables(), TransitionEffects.NONE, store, clock);
        return new IssueInvoice(parts.fees(), parts.workflow(), parts.debtors(), archive, settings.seller(), clock);
    }

    private static PaperArchive archive(FeeSettings settings) {
        return new S3PaperArchive(Clients.s3(), signer(), settings.papersBucket());
    }

    private static S3Signer signer() {
        return new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region());
    }
}
