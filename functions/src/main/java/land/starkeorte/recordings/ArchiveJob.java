package land.starkeorte.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.s3.CompositeChecksum;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.OfficeTasks;

/**
 * Takes the recordings of past events in, tells what is missing and what is new, and lets go of what is too old. Each step is
 * either done whole or done again the next day; a copy is made by the store in one step, so none is ever half there.
 */
final class ArchiveJob implements ScheduledJob {
    /** Old enough that hardly anybody asks for it: the cheaper class from the beginning; the bucket does the same with time. */
    private static final Period SELDOM = Period.ofYears(1);

    private static final Period WARNING = Period.ofDays(30);

    /** Longer than any upload, copy or retry that may just be under way. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** What is not begun by then waits for the next try: a function lives for a quarter of an hour. */
    private static final Duration ENOUGH = Duration.ofMinutes(10);

    private final Recordings recordings;
    private final RecordingStorage storage;
    private final EventDirectory programme;
    private final RecordingTasks office;
    private final Outbox outbox;
    private final RecordingMails recordingMails;
    private final RecordingNotifications notifications;
    private final Period retention;
    private final Clock clock;

    ArchiveJob(
            Recordings recordings,
            RecordingStorage storage,
            EventDirectory programme,
            OfficeTasks tasks,
            Outbox outbox,
            RecordingMails recordingMails,
            RecordingNotifications notifications,
            Period retention,
            Clock clock) {
        this.recordings = recordings;
        this.storage = storage;
        this.programme = programme;
        this.office = new RecordingTasks(tasks);
        this.outbox = outbox;
        this.recordingMails = recordingMails;
        this.notifications = notifications;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        for (Recording recording : recordings.all()) {
            each.attempt("recording " + recording.id(), () -> tend(recording, now, each));
        }
        each.attempt("digest", () -> notifications.go(now, each));
        each.attempt("unknown files", () -> tidy(now, each));
    }

    private void tend(Recording found, Instant now, ScheduledJob.Attempts each) {
        Recording recording = found;
        if (recording.isDeleting() || recording.isExpired(retention, now)) {
            letGo(recording, now);
            return;
        }
        recording = asPlanned(recording);
        if (!recording.event().end().isAfter(now)) {
            for (MediaFile material : recording.materials()) {
                each.attempt(material.kind().slug() + " of " + found.id(), () -> take(found.id(), material, now));
            }
        }
        Recording after = recordings.find(found.id()).orElse(recording);
        office.ask(after, now);
        warn(after, now);
    }

    /** The event may have been moved or renamed; where it was cancelled since, it stays as we knew it. */
    private Recording asPlanned(Recording recording) {
        Optional<EventDirectory.Date> event = programme.find(recording.event().id());
        if (event.isEmpty() || event.get().equals(recording.event())) {
            return recording;
        }
        save(recording.of(event.get()));
        return recordings.find(recording.id()).orElseThrow();
    }

    /** Only what is bit by bit what the browser has sent. */
    private void take(String id, MediaFile material, Instant now) {
        String incoming = material.incoming(id);
        if (material.state() == MediaFile.State.ARCHIVED) {
            // Killed after the record was written, the last time.
            storage.discard(incoming);
            return;
        }
        if (material.state() != MediaFile.State.ARRIVED) {
            return;
        }
        if (clock.instant().isAfter(now.plus(ENOUGH))) {
            throw new IllegalStateException("Left for the next try");
        }
        if (!isWhole(incoming, material)) {
            save(material, id, MediaFile.State.BROKEN);
            throw new IllegalStateException("Not what was sent");
        }
        if (!storage.has(material.archived(id))) {
            Instant end = recordings.find(id).orElseThrow().event().end();
            boolean seldom = GermanFormat.dayOf(end).plus(SELDOM).isBefore(GermanFormat.dayOf(now));
            storage.copy(incoming, material.archived(id), seldom);
        }
        save(material, id, MediaFile.State.ARCHIVED);
        storage.discard(incoming);
    }

    private boolean isWhole(String key, MediaFile material) {
        Optional<InputStream> there = storage.open(key);
        if (there.isEmpty()) {
            return false;
        }
        try (InputStream content = there.get()) {
            return CompositeChecksum.of(content, material.partSize()).equals(material.checksum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On what the office has written meanwhile; where another file has taken this one's place, it stays so. */
    private void save(MediaFile material, String id, MediaFile.State state) {
        Recording recording = recordings.find(id).orElseThrow();
        MediaFile there = recording.material(material.kind());
        if (there == null || !there.id().equals(material.id())) {
            throw new IllegalStateException("Replaced meanwhile");
        }
        save(recording.with(material.now(state)));
    }

    private void save(Recording recording) {
        write(recordings.put(recording));
    }

    private void write(Transaction writes) {
        if (!recordings.write(writes)) {
            throw new IllegalStateException("Changed meanwhile");
        }
    }

    /** Once for each last day, so that whoever moves it is warned again; a warning that comes late leaves as much time. */
    private void warn(Recording recording, Instant now) {
        LocalDate planned = recording.planned(retention);
        LocalDate soonest = GermanFormat.dayOf(now).plus(WARNING);
        if (soonest.isBefore(planned) || recording.isWarned(retention)) {
            return;
        }
        LocalDate last = soonest.isAfter(planned) ? soonest : planned;
        var writes =
                recordings.put(recording.warned(last)).and(outbox.put(recordingMails.expiring(recording, last), now));
        write(writes);
    }

    /** First the files, then what we know of them: nothing lies there that nobody knows of. */
    private void letGo(Recording recording, Instant now) {
        office.nothingToDo(recording, now);
        for (MediaFile material : recording.materials()) {
            if (material.state() == MediaFile.State.ARRIVING) {
                storage.abort(material.incoming(recording.id()), material.upload());
            }
            storage.discard(material.incoming(recording.id()));
            storage.discard(material.archived(recording.id()));
        }
        write(recordings.remove(recording));
    }

    /** What was replaced, or never belonged to anything. */
    private void tidy(Instant now, ScheduledJob.Attempts each) {
        Set<String> known = new HashSet<>();
        for (Recording recording : recordings.all()) {
            for (MediaFile material : recording.materials()) {
                known.add(material.key(recording.id()));
                if (material.state() == MediaFile.State.ARRIVED) {
                    known.add(material.archived(recording.id()));
                }
            }
        }
        try (Stream<RecordingStorage.StoredPart> stored = storage.all()) {
            stored.filter(file -> file.storedAt().isBefore(now.minus(PATIENCE)))
                    .filter(file -> !known.contains(file.key()))
                    .sorted(Comparator.comparing(RecordingStorage.StoredPart::key))
                    .forEach(file -> each.attempt(file.key(), () -> storage.discard(file.key())));
        }
    }
}
