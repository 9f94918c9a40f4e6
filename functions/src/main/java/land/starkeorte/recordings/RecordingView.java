package land.starkeorte.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import land.starkeorte.events.EventDirectory;
import org.jspecify.annotations.Nullable;

/** What members and the office both see of a recording. */
record RecordingView(
        String id, String title, String text, EventDirectory.Date event, boolean captions, boolean chapters) {
    static RecordingView of(Recording recording) {
        return new RecordingView(
                recording.id(),
                recording.details().title(),
                recording.details().text(),
                recording.event(),
                recording.contents().captions(),
                recording.contents().chapters());
    }

    /**
     * For members.
     *
     * @param slides absent where there are none yet
     */
    record Member(
            @JsonUnwrapped RecordingView recording,
            List<Named> speakers,
            boolean watchable,
            @Nullable Slides slides) {
        /** Without where a consent is filed. */
        record Named(String name, String office) {}

        /** @param size in bytes */
        record Slides(String name, long size) {}

        static Member of(Recording recording) {
            List<MediaFile> there = recording.archived();
            return new Member(
                    RecordingView.of(recording),
                    recording.details().speakers().stream()
                            .map(speaker -> new Named(speaker.name(), speaker.office()))
                            .toList(),
                    there.stream().anyMatch(file -> file.kind() == MediaFile.Kind.VIDEO),
                    there.stream()
                            .filter(file -> file.kind() == MediaFile.Kind.SLIDES)
                            .findFirst()
                            .map(slides -> new Slides(slides.name(), slides.size()))
                            .orElse(null));
        }
    }

    /**
     * For the office: everything, with what is still missing.
     *
     * @param keepUntil empty where the rule says how long
     * @param video absent, as {@code slides}, where there is none
     */
    record Staff(
            @JsonUnwrapped RecordingView recording,
            int version,
            String keepUntil,
            LocalDate lastDay,
            boolean released,
            boolean consented,
            boolean shown,
            boolean over,
            List<Consent> speakers,
            @Nullable File video,
            @Nullable File slides) {
        /** @param consentOn empty where there is none */
        record Consent(String name, String office, String consentOn, String consentIn) {}

        /** @param size in bytes */
        record File(String file, String name, long size, MediaFile.State state) {
            static @Nullable File of(@Nullable MediaFile file) {
                return file == null ? null : new File(file.id(), file.name(), file.size(), file.state());
            }
        }

        static Staff of(Recording recording, Period retention, Instant now) {
            Recording.Details details = recording.details();
            return new Staff(
                    RecordingView.of(recording),
                    recording.version(),
                    Objects.toString(details.keepUntil(), ""),
                    recording.lastDay(retention),
                    recording.publication().released(),
                    recording.isConsented(),
                    recording.isShown(retention, now),
                    !recording.event().end().isAfter(now),
                    details.speakers().stream()
                            .map(speaker -> new Consent(
                                    speaker.name(),
                                    speaker.office(),
                                    Objects.toString(speaker.consentOn(), ""),
                                    speaker.consentIn()))
                            .toList(),
                    File.of(recording.contents().video()),
                    File.of(recording.contents().slides()));
        }
    }

    /**
     * What is said beside the video, and links to files.
     *
     * @param linkSeconds how long the links live
     * @param videoUrl absent, as {@code slidesUrl}, where there is no such file
     */
    record Contents(
            long linkSeconds,
            String captionsText,
            String chaptersText,
            @Nullable String videoUrl,
            @Nullable String slidesUrl) {
        static Contents of(
                Recording recording,
                List<MediaFile> files,
                Recordings recordings,
                RecordingStorage storage,
                Duration valid) {
            return new Contents(
                    valid.toSeconds(),
                    recordings.track(recording.id(), Track.Kind.CAPTIONS).vtt(),
                    recordings.track(recording.id(), Track.Kind.CHAPTERS).vtt(),
                    file(files, MediaFile.Kind.VIDEO)
                            .map(video -> storage.playing(video.key(recording.id()), video.type(), valid))
                            .orElse(null),
                    file(files, MediaFile.Kind.SLIDES)
                            .map(slides ->
                                    storage.saving(slides.key(recording.id()), slides.name(), slides.type(), valid))
                            .orElse(null));
        }

        private static Optional<MediaFile> file(List<MediaFile> files, MediaFile.Kind kind) {
            return files.stream().filter(file -> file.kind() == kind).findFirst();
        }
    }
}
