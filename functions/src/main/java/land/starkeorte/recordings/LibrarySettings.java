package land.starkeorte.recordings;

/**
 * What the members' library needs to know.
 *
 * @param accountsTable who is a member no longer
 */
public record LibrarySettings(RecordingSettings own, String accountsTable) {}
