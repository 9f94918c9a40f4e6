package land.starkeorte.recordings;

import java.util.List;

/**
 * A mail to all members about what is new in the archive. It is written down with the recordings' mark that they were told of,
 * and goes on from where it stopped: nobody is told twice, nobody is left out.
 *
 * @param lines one for each recording, as the mail shows them
 * @param after the last address that was written to; empty before the first
 */
record RecordingDigest(String id, List<String> lines, String after, int version) {
    RecordingDigest {
        lines = List.copyOf(lines);
    }

    RecordingDigest told(String last) {
        return new RecordingDigest(id, lines, last, version);
    }
}
