package land.starkeorte.applications;

/**
 * What the application's endpoints need to know.
 *
 * @param applicationsTable the feature's own table
 * @param outboxTable where its mails wait
 * @param robotsTable where used proofs of work are remembered
 * @param accessTable where links and sessions are kept
 * @param staffAddress whom a new application is told
 * @param preselectionDays how long the municipality must expect the pre-selection to take
 */
public record ApplicationSettings(
        String applicationsTable,
        String outboxTable,
        String robotsTable,
        String accessTable,
        String staffAddress,
        String preselectionDays) {}
