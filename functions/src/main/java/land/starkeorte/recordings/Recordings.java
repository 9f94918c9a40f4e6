package land.starkeorte.recordings;

import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The recordings' table:
 *
 * <pre>
 * pk          sk        what
 * recordings  (id)      a recording
 * track#(id)  CAPTIONS  what runs beside its video
 * digests     (id)      a mail to all members that is being written
 * </pre>
 */
final class Recordings {
    private final Table table;

    Recordings(Table table) {
        this.table = table;
    }

    Optional<Recording> find(String id) {
        return id.matches("[0-9a-f]{32}") ? table.find("recordings", id, Recording.class) : Optional.empty();
    }

    List<Recording> all() {
        return table.all("recordings", Recording.class);
    }

    Transaction put(Recording recording) {
        return Transaction.of(table.save("recordings", recording.id(), recording));
    }

    Track track(String recording, Track.Kind kind) {
        return table.find("track#" + recording, kind.name(), Track.class).orElseGet(() -> Track.none(kind));
    }

    Transaction put(String recording, Track track) {
        return Transaction.of(table.save("track#" + recording, track.kind().name(), track));
    }

    Transaction remove(String recording, Track track) {
        return track.version() == 0
                ? Transaction.NONE
                : Transaction.of(table.delete("track#" + recording, track.kind().name(), track.version()));
    }

    /** Everything that we know of it. */
    Transaction remove(Recording recording) {
        var writes = Transaction.of(table.delete("recordings", recording.id(), recording.version()));
        for (Track.Kind kind : Track.Kind.values()) {
            writes = writes.and(remove(recording.id(), track(recording.id(), kind)));
        }
        return writes;
    }

    List<RecordingDigest> digests() {
        return table.all("digests", RecordingDigest.class);
    }

    Transaction put(RecordingDigest digest) {
        return Transaction.of(table.save("digests", digest.id(), digest));
    }

    Transaction remove(RecordingDigest digest) {
        return Transaction.of(table.delete("digests", digest.id(), digest.version()));
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}
