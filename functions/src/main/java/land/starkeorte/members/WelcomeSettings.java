package land.starkeorte.members;

/** What it takes to welcome members. */
public record WelcomeSettings(
        String applicationsTable, String outboxTable, String membersTable, String accountsTable) {}
