package land.starkeorte.recordings;

import java.time.Period;

/**
 * What everything about recordings needs to know.
 *
 * @param recordingsTable their own table
 * @param recordingsBucket where the files lie
 * @param retentionYears how long a recording is kept after its event
 */
public record RecordingSettings(String recordingsTable, String recordingsBucket, String retentionYears) {
    Period retention() {
        return Period.ofYears(Integer.parseInt(retentionYears));
    }
}
