package land.starkeorte.members;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.site.SiteSection;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class MemberFunctions {
    private MemberFunctions() {}

    /** The endpoints, for members and for the office. */
    public static LambdaFunction serve(MemberSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var members = members(settings.membersTable(), dynamoDb);
        var outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
        var writer = new IdempotentWriter(dynamoDb, settings.membersTable(), clock);
        var routes =
                new HashMap<>(new ProfileEndpoints(members, outbox, writer, settings.staffAddress(), clock).routes());
        routes.putAll(new StaffMemberEndpoints(
                        members, new DynamoAccounts(dynamoDb, settings.accountsTable()), outbox, writer, clock)
                .routes());
        var transitions = new DossierTransitions(dynamoDb, settings.applicationsTable(), clock);
        routes.putAll(new MemberExport(members, transitions).routes());
        return new HttpFunction(routes, () -> {
            var _ = members.find("priming");
        });
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction welcome(WelcomeSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return new WelcomeMembers(
                members(settings.membersTable(), dynamoDb),
                new DynamoAccounts(dynamoDb, settings.accountsTable()),
                new DossierTransitions(dynamoDb, settings.applicationsTable(), clock),
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                clock);
    }

    /** What everybody may see of members. */
    public static SiteSection section(String membersTable, String siteUrl, DynamoDbClient dynamoDb, Clock clock) {
        return new MemberPages(members(membersTable, dynamoDb), siteUrl, clock);
    }

    /** What follows from the moves of a dossier: whoever has paid becomes a member. */
    public static TransitionEffects consequences(String membersTable, DynamoDbClient dynamoDb) {
        return DynamoMembers.joining(members(membersTable, dynamoDb));
    }

    /** The addresses of everybody who acts for a member, each once, in their order. */
    public static Supplier<List<String>> addresses(String membersTable, DynamoDbClient dynamoDb) {
        var members = members(membersTable, dynamoDb);
        return () -> members.all().stream()
                .flatMap(member -> member.mails().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static DynamoMembers members(String table, DynamoDbClient dynamoDb) {
        return new DynamoMembers(new DynamoTable(dynamoDb, table));
    }
}
