package land.starkeorte.recordings;

import java.util.List;

/**
 * A mail to all members about what is new in the archive. It is written down with the recordings' mark that they were told of,
 * and goes on from where it stopped: nobody is told twice, nobody is left out.
 *
 * @param lines one for each recording, as the mail shows them
 * @param after the last address that was written to; empty before the first
 */
record Digest(String id, List<String> lines, String after, int version) {
    Digest {
        lines = List.copyOf(lines);
    }

    Digest told(String last) {
        return new Digest(id, lines, last, version);
    }
}
