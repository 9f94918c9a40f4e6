package land.starkeorte.recordings;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.events.EventDirectory;

/** What is told of a recording, to the office and to members. */
final class RecordingViews {
    private RecordingViews() {}

    /** Everything, with what is still missing. */
    static Map<String, Object> office(Recording recording, Period retention, Instant now) {
        var view = common(recording);
        view.put("version", recording.version());
        view.put(
                "keepUntil",
                Optional.ofNullable(recording.details().keepUntil())
                        .map(Object::toString)
                        .orElse(""));
        view.put("lastDay", recording.lastDay(retention).toString());
        view.put("released", recording.released());
        view.put("consented", recording.isConsented());
        view.put("shown", recording.isShown(retention, now));
        view.put("over", !recording.event().end().isAfter(now));
        view.put(
                "speakers",
                recording.details().speakers().stream()
                        .map(speaker -> Map.of(
                                "name",
                                speaker.name(),
                                "office",
                                speaker.office(),
                                "consentOn",
                                Optional.ofNullable(speaker.consentOn())
                                        .map(Object::toString)
                                        .orElse(""),
                                "consentIn",
                                speaker.consentIn()))
                        .toList());
        for (MediaFile material : recording.materials()) {
            view.put(material.kind().slug(), office(material));
        }
        return view;
    }

    private static Map<String, Object> office(MediaFile material) {
        return Map.of(
                "file", material.id(),
                "name", material.name(),
                "size", material.size(),
                "state", material.state().name());
    }

    /** What members read. */
    static Map<String, Object> member(Recording recording) {
        var view = common(recording);
        view.put(
                "speakers",
                recording.details().speakers().stream()
                        .map(speaker -> Map.of("name", speaker.name(), "office", speaker.office()))
                        .toList());
        List<MediaFile> there = recording.archived();
        view.put("watchable", there.stream().anyMatch(material -> material.kind() == MediaFile.Kind.VIDEO));
        there.stream()
                .filter(material -> material.kind() == MediaFile.Kind.SLIDES)
                .forEach(slides -> view.put("slides", Map.of("name", slides.name(), "size", slides.size())));
        return view;
    }

    private static Map<String, Object> common(Recording recording) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", recording.id());
        view.put("title", recording.details().title());
        view.put("text", recording.details().text());
        view.put("event", event(recording.event()));
        view.put("captions", recording.captions());
        view.put("chapters", recording.chapters());
        return view;
    }

    /**
     * What is said beside the video, and links to these of its files.
     *
     * @param valid how long the links live
     */
    static Map<String, Object> contents(
            Recording recording,
            List<MediaFile> files,
            Recordings recordings,
            RecordingStorage storage,
            Duration valid) {
        var view = new LinkedHashMap<String, Object>();
        view.put("linkSeconds", valid.toSeconds());
        for (Track.Kind kind : Track.Kind.values()) {
            view.put(
                    kind.slug() + "Text", recordings.track(recording.id(), kind).vtt());
        }
        for (MediaFile file : files) {
            String key = file.key(recording.id());
            view.put(
                    file.kind().slug() + "Url",
                    file.kind() == MediaFile.Kind.VIDEO
                            ? storage.playing(key, file.type(), valid)
                            : storage.saving(key, file.name(), file.type(), valid));
        }
        return view;
    }

    static Map<String, Object> event(EventDirectory.Date event) {
        return Map.of(
                "id", event.id(),
                "title", event.title(),
                "topics", event.topics().stream().map(Enum::name).toList(),
                "start", event.start().toString(),
                "end", event.end().toString());
    }
}
