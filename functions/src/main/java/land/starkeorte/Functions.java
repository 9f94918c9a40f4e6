package land.starkeorte;

import java.util.List;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.accounts.AccountFunctions;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.backoffice.BackofficeFunctions;
import land.starkeorte.backoffice.ExportColumns;
import land.starkeorte.decisions.DecisionFunctions;
import land.starkeorte.documents.DocumentFunctions;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierFunctions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.fees.FeeTables;
import land.starkeorte.http.Routes;
import land.starkeorte.interviews.InterviewFunctions;
import land.starkeorte.interviews.InterviewSettings;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.MailFunctions;
import land.starkeorte.members.MemberFunctions;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.payments.PaymentFunctions;
import land.starkeorte.preselection.PreselectionFunctions;
import land.starkeorte.preselection.PreselectionSettings;
import land.starkeorte.recordings.RecordingFunctions;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.site.SiteFunctions;
import land.starkeorte.site.SiteSection;
import land.starkeorte.tasks.TaskFunctions;
import land.starkeorte.upkeep.UpkeepFunctions;

/**
 * The table of contents: which features there are, and what each is given of the others. What a function is given decides
 * which tables its role in template.yaml must reach; a test holds both together.
 */
public final class Functions {
    /** Every function, by the name that a Lambda pins. */
    public static final FunctionRegistrations REGISTRATIONS = registrations();

    private Functions() {}

    private static FunctionRegistrations registrations() {
        var functions = new FunctionRegistrations().add("remind", Functions::remind);
        AccountFunctions.register(functions);
        ApplicationFunctions.register(functions, Functions::voteAndInterview);
        BackofficeFunctions.register(functions, Functions::columns);
        DecisionFunctions.register(
                functions, Functions::dossierAccess, Functions::voteAndInterview, Functions::admission);
        DocumentFunctions.register(
                functions,
                Functions::dossierAccess,
                context -> PreselectionFunctions.electorate(context.table("preselection")),
                Functions::files);
        FeeFunctions.register(functions);
        InterviewFunctions.register(functions, Functions::dossierAccess);
        MailFunctions.register(
                functions,
                Functions::links,
                context -> BackofficeFunctions.bounces(context.table("applications"), context.clock()));
        MemberFunctions.register(functions);
        ParticipantFunctions.register(functions, Functions::charges);
        PaymentFunctions.register(
                functions,
                Functions::dossierAccess,
                context ->
                        RegisteringFunctions.access(context.table("registrations"), sessions(context), context.clock()),
                context -> MemberFunctions.consequences(context.table("members")));
        PreselectionFunctions.register(functions);
        RecordingFunctions.register(
                functions,
                Functions::programme,
                context -> TaskFunctions.tasks(context.table("applications")),
                context -> MemberFunctions.addresses(context.table("members")));
        SiteFunctions.register(functions, Functions::sections);
        UpkeepFunctions.register(functions, Functions::charges);
        return functions;
    }

    /** Everything that is due because time has passed. */
    private static LambdaFunction remind(FunctionContext context) {
        var preselection = context.settings(PreselectionSettings.class);
        var jobs = PreselectionFunctions.rounds(preselection, context.store(), context.clock());
        return new ScheduledJobs(jobs, context.clock())
                .and(InterviewFunctions.round(
                        context.settings(InterviewSettings.class), context.store(), context.clock()))
                .and(FeeFunctions.round(context.settings(FeeTables.class), context.store(), context.clock()));
    }

    /** An application that is sent opens a vote; one that is over ends it, and frees the slot of its interview. */
    private static TransitionEffects voteAndInterview(FunctionContext context) {
        return PreselectionFunctions.consequences(context.settings(PreselectionSettings.class), context.store())
                .and(InterviewFunctions.consequences(
                        context.settings(InterviewSettings.class), context.store(), context.clock()));
    }

    /** Told that it is admitted, a municipality owes the fee. */
    private static TransitionEffects admission(FunctionContext context) {
        return FeeFunctions.consequences(context.table("fees"));
    }

    /** Who lets officials into their dossiers. */
    private static DossierAccess dossierAccess(FunctionContext context) {
        return DossierFunctions.access(context.table("applications"), sessions(context), context.clock());
    }

    private static Sessions sessions(FunctionContext context) {
        return new Sessions(context.table("access"));
    }

    /** The office takes along what everybody knows of dossiers. */
    private static List<ExportColumns> columns(FunctionContext context) {
        return List.of(
                PreselectionFunctions.columns(context.table("preselection")),
                InterviewFunctions.columns(context.table("interviews")),
                DecisionFunctions.columns(context.table("decisions")),
                FeeFunctions.columns(context.table("fees")));
    }

    /** Where files lie that are none of a dossier's own documents. */
    private record FileSettings(String papersBucket, String copiesBucket) {}

    private static Routes files(FunctionContext context) {
        var buckets = context.settings(FileSettings.class);
        return ApplicationFunctions.copies(
                        context.table("applications"), buckets.copiesBucket(), dossierAccess(context))
                .and(BackofficeFunctions.attachments(
                        context.table("outbox"), buckets.papersBucket(), buckets.copiesBucket()));
    }

    /** Where links in mails lead to. */
    private record LinkSettings(String siteUrl) {}

    /** Whoever mails speak of issues the links in them. */
    private static LinkIssuer links(FunctionContext context) {
        String siteUrl = context.settings(LinkSettings.class).siteUrl();
        var dossiers =
                ApplicationFunctions.links(context.table("applications"), sessions(context), siteUrl, context.clock());
        var registrations = RegistrationFunctions.links(
                context.table("registrations"), sessions(context), siteUrl, context.clock());
        return (target, address) -> switch (target) {
            case LinkTarget.OneDossier _, LinkTarget.EveryDossier _ -> dossiers.issue(target, address);
            case LinkTarget.OneRegistration _ -> registrations.issue(target, address);
        };
    }

    /** Whoever books what costs something owes it. */
    private static BookingCharges charges(FunctionContext context) {
        return FeeFunctions.charges(context.table("fees"), context.clock());
    }

    private static EventDirectory programme(FunctionContext context) {
        return EventFunctions.programme(context.table("events"));
    }

    /** Everything about members and events that everybody may see. */
    private static List<SiteSection> sections(FunctionContext context, String siteUrl) {
        return List.of(
                MemberFunctions.section(context.table("members"), siteUrl, context.clock()),
                EventFunctions.section(context.table("events"), siteUrl, context.clock()));
    }
}
