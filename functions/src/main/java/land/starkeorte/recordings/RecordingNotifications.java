package land.starkeorte.recordings;

import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Transaction;

/** Tells all members what is new in the archive: one mail for everything that is new on a day. */
final class RecordingNotifications {
    /** DynamoDB allows 100 items in a transaction; one of them is the digest itself. */
    private static final int CHUNK = 90;

    private final Recordings recordings;
    private final Outbox outbox;
    private final RecordingMails recordingMails;
    private final Supplier<List<String>> members;
    private final Period retention;

    RecordingNotifications(
            Recordings recordings,
            Outbox outbox,
            RecordingMails recordingMails,
            Supplier<List<String>> members,
            Period retention) {
        this.recordings = recordings;
        this.outbox = outbox;
        this.recordingMails = recordingMails;
        this.members = members;
        this.retention = retention;
    }

    void go(Instant now, ScheduledJob.Attempts each) {
        each.attempt("new digest", () -> begin(now));
        for (RecordingDigest digest : recordings.digests()) {
            each.attempt("digest " + digest.id(), () -> goOn(digest, now));
        }
    }

    /** What is in it, and that it was told, are one write. */
    private void begin(Instant now) {
        List<Recording> fresh = recordings.all().stream()
                .filter(recording -> !recording.publication().told() && recording.isShown(retention, now))
                .sorted(Comparator.comparing(recording -> recording.event().start()))
                .limit(CHUNK)
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var digest = new RecordingDigest(
                Secrets.id(), fresh.stream().map(RecordingMails::line).toList(), "", 0);
        var writes = Transaction.all(fresh.stream().map(recording -> recordings.put(recording.announced())))
                .and(recordings.put(digest));
        if (!recordings.write(writes)) {
            throw new IllegalStateException("Changed meanwhile");
        }
    }

    private void goOn(RecordingDigest begun, Instant now) {
        RecordingDigest digest = begun;
        while (true) {
            String after = digest.after();
            List<String> next = members.get().stream()
                    .filter(address -> address.compareTo(after) > 0)
                    .limit(CHUNK)
                    .toList();
            if (next.isEmpty()) {
                recordings.write(recordings.remove(digest));
                return;
            }
            var writes = recordings.put(digest.told(next.getLast()));
            for (String address : next) {
                writes = writes.and(outbox.putOfMany(recordingMails.fresh(digest, address), now));
            }
            if (!recordings.write(writes)) {
                // Another run is at it and will end it.
                return;
            }
            digest = recordings.digests().stream()
                    .filter(one -> one.id().equals(begun.id()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
