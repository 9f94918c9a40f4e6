package land.starkeorte.recordings;

/**
 * What the office needs to collect recordings.
 *
 * @param eventsTable what was recorded
 */
public record UploadSettings(RecordingSettings own, String eventsTable) {}
