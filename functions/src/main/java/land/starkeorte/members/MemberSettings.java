package land.starkeorte.members;

/**
 * What the members' endpoints need to know.
 *
 * @param membersTable the feature's own
 * @param accountsTable who may sign in
 * @param staffAddress whom the office's mails go to
 */
public record MemberSettings(String outboxTable, String membersTable, String accountsTable, String staffAddress) {}
