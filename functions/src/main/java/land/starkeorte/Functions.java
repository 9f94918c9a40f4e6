package land.starkeorte;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.access.Sessions;
import land.starkeorte.accounts.AccountFunctions;
import land.starkeorte.accounts.AccountSettings;
import land.starkeorte.accounts.SignInSettings;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.applications.ApplicationSettings;
import land.starkeorte.applications.PrintSettings;
import land.starkeorte.backoffice.BackofficeFunctions;
import land.starkeorte.backoffice.DeadlineSettings;
import land.starkeorte.backoffice.StaffSettings;
import land.starkeorte.decisions.DecisionFunctions;
import land.starkeorte.decisions.DecisionSettings;
import land.starkeorte.decisions.LetterSettings;
import land.starkeorte.documents.DocumentFunctions;
import land.starkeorte.documents.DocumentSettings;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierFunctions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.events.EventFunctions;
import land.starkeorte.events.EventSettings;
import land.starkeorte.fees.CardSettings;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.fees.FeeSettings;
import land.starkeorte.fees.FeeTables;
import land.starkeorte.interviews.InterviewFunctions;
import land.starkeorte.interviews.InterviewSettings;
import land.starkeorte.mail.FeedbackSettings;
import land.starkeorte.mail.LinkIssuer;
import land.starkeorte.mail.MailFunctions;
import land.starkeorte.mail.MailSettings;
import land.starkeorte.members.MemberFunctions;
import land.starkeorte.members.MemberSettings;
import land.starkeorte.members.WelcomeSettings;
import land.starkeorte.participants.CertificateSettings;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.payments.BankSettings;
import land.starkeorte.payments.PaymentFunctions;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.Clocks;
import land.starkeorte.platform.FunctionDefinition;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.platform.ScheduledJobs;
import land.starkeorte.preselection.PreselectionFunctions;
import land.starkeorte.preselection.PreselectionSettings;
import land.starkeorte.recordings.ArchiveSettings;
import land.starkeorte.recordings.LibrarySettings;
import land.starkeorte.recordings.RecordingFunctions;
import land.starkeorte.recordings.UploadSettings;
import land.starkeorte.registering.RegisteringFunctions;
import land.starkeorte.registering.RegistrationSettings;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.registrations.RegistrationFunctions;
import land.starkeorte.site.PublishSettings;
import land.starkeorte.site.SiteFunctions;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Store;
import land.starkeorte.tasks.TaskFunctions;
import land.starkeorte.upkeep.UpkeepFunctions;

/** The table of contents: which function is made of what. */
public final class Functions {
    /** The one clock. */
    private static final Clock CLOCK = Clocks.system();

    private static final Map<String, FunctionDefinition<?>> FUNCTIONS = Map.ofEntries(
            Map.entry("applications", new FunctionDefinition<>(Applying.class, Functions::applications)),
            Map.entry(
                    "archiveRecordings", new FunctionDefinition<>(ArchiveSettings.class, Functions::archiveRecordings)),
            Map.entry("certificates", new FunctionDefinition<>(CertificateSettings.class, Functions::certificates)),
            Map.entry("checkDocument", new FunctionDefinition<>(DocumentSettings.class, Functions::checkDocument)),
            Map.entry("decisions", new FunctionDefinition<>(Deciding.class, Functions::decisions)),
            Map.entry("deliverMail", new FunctionDefinition<>(MailSettings.class, Functions::deliverMail)),
            Map.entry("documents", new FunctionDefinition<>(Documenting.class, Functions::documents)),
            Map.entry("bank", new FunctionDefinition<>(Banking.class, Functions::bank)),
            Map.entry("events", new FunctionDefinition<>(Announcing.class, Functions::events)),
            Map.entry("fees", new FunctionDefinition<>(Collecting.class, Functions::fees)),
            Map.entry("importBankStatement", new FunctionDefinition<>(Banking.class, Functions::importBankStatement)),
            Map.entry("interviews", new FunctionDefinition<>(Interviewing.class, Functions::interviews)),
            Map.entry("issueInvoice", new FunctionDefinition<>(FeeSettings.class, Functions::issueInvoice)),
            Map.entry("library", new FunctionDefinition<>(LibrarySettings.class, Functions::library)),
            Map.entry("mailFeedback", new FunctionDefinition<>(FeedbackSettings.class, Functions::mailFeedback)),
            Map.entry("members", new FunctionDefinition<>(MemberSettings.class, Functions::members)),
            Map.entry("openAccounts", new FunctionDefinition<>(AccountSettings.class, Functions::openAccounts)),
            Map.entry(
                    "openOverdueTasks", new FunctionDefinition<>(DeadlineSettings.class, Functions::openOverdueTasks)),
            Map.entry("preselection", new FunctionDefinition<>(Preselecting.class, Functions::preselection)),
            Map.entry("printApplications", new FunctionDefinition<>(PrintSettings.class, Functions::printApplications)),
            Map.entry("publishSite", new FunctionDefinition<>(Publishing.class, Functions::publishSite)),
            Map.entry("recordings", new FunctionDefinition<>(UploadSettings.class, Functions::recordings)),
            Map.entry("registrations", new FunctionDefinition<>(Registering.class, Functions::registrations)),
            Map.entry("remind", new FunctionDefinition<>(Reminding.class, Functions::remind)),
            Map.entry("signIn", new FunctionDefinition<>(SignInSettings.class, AccountFunctions::signIn)),
            Map.entry("staff", new FunctionDefinition<>(Staffing.class, Functions::staff)),
            Map.entry("sweepDocuments", new FunctionDefinition<>(DocumentSettings.class, Functions::sweepDocuments)),
            Map.entry("sweepMails", new FunctionDefinition<>(MailSettings.class, Functions::sweepMails)),
            Map.entry("maintainEvents", new FunctionDefinition<>(Announcing.class, Functions::maintainEvents)),
            Map.entry("welcomeMembers", new FunctionDefinition<>(WelcomeSettings.class, Functions::welcomeMembers)),
            Map.entry("writeLetters", new FunctionDefinition<>(Telling.class, Functions::writeLetters)));

    private Functions() {}

    /** Every function, by the name that a Lambda pins. */
    public static Map<String, FunctionDefinition<?>> functions() {
        return FUNCTIONS;
    }

    /** An application that is sent opens a vote; one that is withdrawn ends it, and frees the slot of its interview. */
    private record Applying(ApplicationSettings own, PreselectionSettings preselection, InterviewSettings interviews) {}

    /** Founders read the documents of what they vote on. */
    private record Documenting(
            DocumentSettings own,
            String preselectionTable,
            String outboxTable,
            String papersBucket,
            String copiesBucket,
            String accessTable) {}

    /** Whoever votes for a founding municipality can sign in. */
    private record Preselecting(PreselectionSettings own, String accountsTable) {}

    /** Declined, a vote ends and an interview's slot is free. */
    private record Deciding(
            DecisionSettings own,
            PreselectionSettings preselection,
            InterviewSettings interviews,
            String accessTable,
            String staffAddress) {}

    /** Told that it is admitted, a municipality owes the fee. */
    private record Telling(LetterSettings own, String feesTable) {}

    /** Whoever applies books an interview. */
    private record Interviewing(InterviewSettings own, String accessTable) {}

    /** Whoever has paid becomes a member; whoever has booked sees what it costs. */
    private record Collecting(
            FeeSettings own, CardSettings card, String membersTable, String accessTable, String registrationsTable) {}

    /** The same, where the bank tells of it. */
    private record Banking(BankSettings own, String membersTable) {}

    /** Everything about members and events that everybody may see. */
    private record Publishing(PublishSettings own, String membersTable, String eventsTable) {}

    /** The office takes along what everybody knows of dossiers. */
    private record Staffing(
            StaffSettings own,
            String preselectionTable,
            String interviewsTable,
            String decisionsTable,
            String feesTable) {}

    /** Whoever books what costs something owes it. */
    private record Announcing(EventSettings own, String feesTable) {}

    /** The same, where they do it themselves. */
    private record Registering(RegistrationSettings own, String feesTable) {}

    /** Everything that is due because time has passed. */
    private record Reminding(PreselectionSettings preselection, InterviewSettings interviews, FeeTables fees) {}

    private static Store store() {
        return new DynamoStore(Clients.dynamoDb());
    }

    private static LambdaFunction applications(Applying settings) {
        var store = store();
        var effects = consequences(settings.preselection(), settings.interviews(), store);
        return ApplicationFunctions.serve(settings.own(), effects, store, CLOCK);
    }

    private static LambdaFunction checkDocument(DocumentSettings settings) {
        return DocumentFunctions.check(settings, store(), CLOCK);
    }

    private static LambdaFunction decisions(Deciding settings) {
        var store = store();
        var dossierAccess = doors(settings.own().applicationsTable(), settings.accessTable(), store);
        var effects = consequences(settings.preselection(), settings.interviews(), store);
        return DecisionFunctions.serve(settings.own(), settings.staffAddress(), dossierAccess, effects, store, CLOCK);
    }

    private static LambdaFunction writeLetters(Telling settings) {
        var store = store();
        var fees = FeeFunctions.consequences(settings.feesTable(), store);
        return DecisionFunctions.writeLetters(settings.own(), fees, store, CLOCK);
    }

    private static TransitionEffects consequences(
            PreselectionSettings preselection, InterviewSettings interviews, Store store) {
        return PreselectionFunctions.consequences(preselection, store)
                .and(InterviewFunctions.consequences(interviews, store, CLOCK));
    }

    private static LambdaFunction deliverMail(MailSettings settings) {
        var store = store();
        return MailFunctions.deliver(settings, links(settings, store), store, CLOCK);
    }

    private static LambdaFunction documents(Documenting settings) {
        var store = store();
        var dossierAccess = doors(settings.own().applicationsTable(), settings.accessTable(), store);
        var pollAccess = PreselectionFunctions.electorate(settings.preselectionTable(), store);
        var beside = new HashMap<>(ApplicationFunctions.copies(
                store, settings.own().applicationsTable(), settings.copiesBucket(), dossierAccess));
        beside.putAll(BackofficeFunctions.attachments(
                store, settings.outboxTable(), settings.papersBucket(), settings.copiesBucket()));
        return DocumentFunctions.serve(settings.own(), dossierAccess, pollAccess, beside, store, CLOCK);
    }

    private static LambdaFunction bank(Banking settings) {
        var store = store();
        var joining = MemberFunctions.consequences(settings.membersTable(), store);
        return PaymentFunctions.bank(settings.own(), joining, store, CLOCK);
    }

    private static LambdaFunction fees(Collecting settings) {
        var store = store();
        var dossierAccess = doors(settings.own().tables().applicationsTable(), settings.accessTable(), store);
        var joining = MemberFunctions.consequences(settings.membersTable(), store);
        var registrationAccess = RegisteringFunctions.access(
                settings.registrationsTable(), new Sessions(store.table(settings.accessTable())), store, CLOCK);
        return PaymentFunctions.serve(
                settings.own(), settings.card(), dossierAccess, registrationAccess, joining, store, CLOCK);
    }

    private static LambdaFunction importBankStatement(Banking settings) {
        var store = store();
        var joining = MemberFunctions.consequences(settings.membersTable(), store);
        return PaymentFunctions.importBankStatement(settings.own(), joining, store, CLOCK);
    }

    private static LambdaFunction members(MemberSettings settings) {
        return MemberFunctions.serve(settings, store(), CLOCK);
    }

    private static LambdaFunction openAccounts(AccountSettings settings) {
        return AccountFunctions.open(settings, store());
    }

    private static LambdaFunction publishSite(Publishing settings) {
        var store = store();
        String siteUrl = settings.own().siteUrl();
        return SiteFunctions.publish(
                settings.own(),
                List.of(
                        MemberFunctions.section(settings.membersTable(), siteUrl, store, CLOCK),
                        EventFunctions.section(settings.eventsTable(), siteUrl, store, CLOCK)));
    }

    private static LambdaFunction events(Announcing settings) {
        var store = store();
        return ParticipantFunctions.serve(settings.own(), charges(settings.feesTable(), store), store, CLOCK);
    }

    private static LambdaFunction welcomeMembers(WelcomeSettings settings) {
        return MemberFunctions.welcome(settings, store(), CLOCK);
    }

    private static LambdaFunction issueInvoice(FeeSettings settings) {
        return FeeFunctions.issueInvoice(settings, store(), CLOCK);
    }

    private static LambdaFunction interviews(Interviewing settings) {
        var store = store();
        var dossierAccess = doors(settings.own().applicationsTable(), settings.accessTable(), store);
        return InterviewFunctions.serve(settings.own(), dossierAccess, store, CLOCK);
    }

    /** Who lets officials into their dossiers. */
    private static DossierAccess doors(String applicationsTable, String accessTable, Store store) {
        return DossierFunctions.access(store, applicationsTable, new Sessions(store.table(accessTable)), CLOCK);
    }

    private static LambdaFunction mailFeedback(FeedbackSettings settings) {
        var store = store();
        var told = BackofficeFunctions.bounces(store, settings.applicationsTable(), CLOCK);
        return MailFunctions.feedback(settings, told, store, CLOCK);
    }

    private static LambdaFunction openOverdueTasks(DeadlineSettings settings) {
        return BackofficeFunctions.openOverdueTasks(settings, store(), CLOCK);
    }

    private static LambdaFunction printApplications(PrintSettings settings) {
        return ApplicationFunctions.print(settings, store(), CLOCK);
    }

    private static LambdaFunction preselection(Preselecting settings) {
        return PreselectionFunctions.serve(settings.own(), settings.accountsTable(), store(), CLOCK);
    }

    private static LambdaFunction remind(Reminding settings) {
        var store = store();
        var rounds = new ArrayList<>(PreselectionFunctions.rounds(settings.preselection(), store, CLOCK));
        rounds.add(InterviewFunctions.round(settings.interviews(), store, CLOCK));
        rounds.add(FeeFunctions.round(settings.fees(), store, CLOCK));
        return new ScheduledJobs(rounds, CLOCK);
    }

    private static LambdaFunction staff(Staffing settings) {
        var store = store();
        return BackofficeFunctions.serve(
                settings.own(),
                List.of(
                        PreselectionFunctions.columns(settings.preselectionTable(), store),
                        InterviewFunctions.columns(settings.interviewsTable(), store),
                        DecisionFunctions.columns(settings.decisionsTable(), store),
                        FeeFunctions.columns(settings.feesTable(), store)),
                store,
                CLOCK);
    }

    private static LambdaFunction sweepDocuments(DocumentSettings settings) {
        return DocumentFunctions.sweep(settings, store(), CLOCK);
    }

    private static LambdaFunction sweepMails(MailSettings settings) {
        var store = store();
        return MailFunctions.sweep(settings, links(settings, store), store, CLOCK);
    }

    /** Whoever mails speak of draws the links in them. */
    private static LinkIssuer links(MailSettings settings, Store store) {
        var sessions = new Sessions(store.table(settings.accessTable()));
        var dossiers =
                ApplicationFunctions.links(store, settings.applicationsTable(), sessions, settings.siteUrl(), CLOCK);
        var registrations =
                RegistrationFunctions.links(settings.registrationsTable(), sessions, settings.siteUrl(), store, CLOCK);
        return (target, address) -> switch (target) {
            case LinkTarget.OneDossier _, LinkTarget.EveryDossier _ -> dossiers.issue(target, address);
            case LinkTarget.OneRegistration _ -> registrations.issue(target, address);
        };
    }

    private static LambdaFunction registrations(Registering settings) {
        var store = store();
        return ParticipantFunctions.register(settings.own(), charges(settings.feesTable(), store), store, CLOCK);
    }

    private static BookingCharges charges(String feesTable, Store store) {
        return FeeFunctions.charges(feesTable, store, CLOCK);
    }

    private static LambdaFunction certificates(CertificateSettings settings) {
        return ParticipantFunctions.certify(settings, store(), CLOCK);
    }

    private static LambdaFunction maintainEvents(Announcing settings) {
        var store = store();
        return UpkeepFunctions.maintain(settings.own(), charges(settings.feesTable(), store), store, CLOCK);
    }

    private static LambdaFunction recordings(UploadSettings settings) {
        var store = store();
        var programme = EventFunctions.programme(settings.eventsTable(), store);
        return RecordingFunctions.collect(settings, programme, store, CLOCK);
    }

    private static LambdaFunction library(LibrarySettings settings) {
        return RecordingFunctions.lend(settings, store(), CLOCK);
    }

    private static LambdaFunction archiveRecordings(ArchiveSettings settings) {
        var store = store();
        return RecordingFunctions.archive(
                settings,
                EventFunctions.programme(settings.eventsTable(), store),
                TaskFunctions.tasks(store, settings.applicationsTable()),
                MemberFunctions.addresses(settings.membersTable(), store),
                store,
                CLOCK);
    }
}
