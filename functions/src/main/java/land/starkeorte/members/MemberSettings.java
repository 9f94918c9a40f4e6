package land.starkeorte.members;

/**
 * What the members' endpoints need to know.
 *
 * @param applicationsTable where members applied, with their addresses
 * @param membersTable the feature's own
 * @param accountsTable who may sign in
 * @param staffAddress whom the office's mails go to
 */
public record MemberSettings(
        String applicationsTable, String outboxTable, String membersTable, String accountsTable, String staffAddress) {}
