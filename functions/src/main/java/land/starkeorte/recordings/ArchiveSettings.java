package land.starkeorte.recordings;

/**
 * What the archive needs to know.
 *
 * @param eventsTable what was recorded
 * @param applicationsTable where tasks are
 * @param membersTable whom to tell
 * @param outboxTable where mails wait
 * @param staffAddress the office
 */
public record ArchiveSettings(
        RecordingSettings own,
        String eventsTable,
        String applicationsTable,
        String membersTable,
        String outboxTable,
        String staffAddress) {}
