package land.starkeorte.members;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.site.SiteSection;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class MemberFunctions {
    private MemberFunctions() {}

    /** What the platform starts. */
    public static void register(FunctionRegistrations functions) {
        functions
                .add(
                        "members",
                        context -> serve(context.settings(MemberSettings.class), context.store(), context.clock()))
                .add(
                        "welcomeMembers",
                        context -> welcome(context.settings(WelcomeSettings.class), context.store(), context.clock()));
    }

    /** The endpoints, for members and for the office. */
    public static LambdaFunction serve(MemberSettings settings, Store store, Clock clock) {
        var members = members(settings.membersTable(), store);
        var outbox = new Outbox(store.table(settings.outboxTable()));
        var writer = new IdempotentWriter(store.table(settings.membersTable()), clock);
        Routes routes = new ProfileEndpoints(members, outbox, writer, settings.staffAddress(), clock).routes();
        routes = routes.and(new StaffMemberEndpoints(
                        members, new Accounts(store.table(settings.accountsTable())), outbox, writer, clock)
                .routes());
        var transitions = new DossierTransitions(store.table(settings.applicationsTable()), clock);
        routes = routes.and(new MemberExport(members, transitions).routes());
        return new HttpFunction(routes, () -> {
            var _ = members.find("priming");
        });
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction welcome(WelcomeSettings settings, Store store, Clock clock) {
        return new WelcomeMembers(
                members(settings.membersTable(), store),
                new Accounts(store.table(settings.accountsTable())),
                new DossierTransitions(store.table(settings.applicationsTable()), clock),
                new Outbox(store.table(settings.outboxTable())),
                clock);
    }

    /** What everybody may see of members. */
    public static SiteSection section(Table table, String siteUrl, Clock clock) {
        return new MemberPages(new Members(table), siteUrl, clock);
    }

    /** What follows from the moves of a dossier: whoever has paid becomes a member. */
    public static TransitionEffects consequences(Table table) {
        return Members.joining(new Members(table));
    }

    /** The addresses of everybody who acts for a member, each once, in their order. */
    public static Supplier<List<String>> addresses(Table table) {
        var members = new Members(table);
        return () -> members.all().stream()
                .flatMap(member -> member.mails().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Members members(String table, Store store) {
        return new Members(store.table(table));
    }
}
