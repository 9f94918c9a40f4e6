package land.starkeorte.recordings;

import java.time.Instant;
import land.starkeorte.tasks.OfficeTasks;
import land.starkeorte.tasks.TaskKind;

/** What the office has to do before members see all of a recording. */
final class RecordingTasks {
    private final OfficeTasks tasks;

    RecordingTasks(OfficeTasks tasks) {
        this.tasks = tasks;
    }

    void ask(Recording recording, Instant now) {
        ask(recording, false, now);
    }

    /** It will be gone. */
    void nothingToDo(Recording recording, Instant now) {
        ask(recording, true, now);
    }

    private void ask(Recording recording, boolean gone, Instant now) {
        MediaFile video = recording.contents().video();
        String id = recording.id();
        task(
                new OfficeTasks.NewTask(
                        TaskKind.RECORDING,
                        id + "\nconsent",
                        "Es fehlen Einwilligungen. Ohne sie sieht niemand die Aufzeichnung.",
                        7),
                !gone && !recording.archived().isEmpty() && !recording.isConsented(),
                recording,
                now);
        task(
                new OfficeTasks.NewTask(TaskKind.RECORDING, id + "\ncaptions", "Dem Video fehlen Untertitel.", 14),
                !gone
                        && video != null
                        && video.state() == MediaFile.State.ARCHIVED
                        && !recording.contents().captions(),
                recording,
                now);
        for (MediaFile.Kind kind : MediaFile.Kind.values()) {
            MediaFile material = recording.material(kind);
            task(
                    new OfficeTasks.NewTask(
                            TaskKind.RECORDING,
                            id + "\nbroken\n" + kind,
                            kind.words + " kam beschädigt an. Laden Sie die Datei noch einmal hoch.",
                            1),
                    !gone && material != null && material.state() == MediaFile.State.BROKEN,
                    recording,
                    now);
        }
    }

    private void task(OfficeTasks.NewTask duty, boolean open, Recording recording, Instant now) {
        var about = subject(recording);
        if (open) {
            tasks.open(duty, about, now);
        } else {
            tasks.close(duty, about, now);
        }
    }

    private static OfficeTasks.Subject subject(Recording recording) {
        return new OfficeTasks.Subject(recording.id(), recording.details().title());
    }
}
