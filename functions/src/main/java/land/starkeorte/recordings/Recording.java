package land.starkeorte.recordings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.forms.GermanFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an event, or of a part of it.
 *
 * @param event as it was when we last looked
 * @param captions whether there are some
 * @param chapters whether there are some
 * @param released whether the office has let members see it
 * @param told whether members were told of it
 * @param warned the last day as the office was told; absent where it was told none
 * @param deleting whether it is only there until its files are gone
 */
record Recording(
        String id,
        Details details,
        EventDirectory.Date event,
        @Nullable MediaFile video,
        @Nullable MediaFile slides,
        boolean captions,
        boolean chapters,
        boolean released,
        boolean told,
        @Nullable LocalDate warned,
        boolean deleting,
        int version) {
    /**
     * What the office writes.
     *
     * @param keepUntil the last day, where it is to stay longer than the rule says
     */
    record Details(
            String title,
            String text,
            List<Speaker> speakers,
            @Nullable LocalDate keepUntil) {
        Details {
            speakers = List.copyOf(speakers);
        }
    }

    static Recording of(String id, Details details, EventDirectory.Date event) {
        return new Recording(id, details, event, null, null, false, false, false, false, null, false, 0);
    }

    /** Without a consent nothing stays released. */
    Recording written(Details newDetails) {
        var written = new Recording(
                id, newDetails, event, video, slides, captions, chapters, released, told, warned, deleting, version);
        return written.isConsented() ? written : written.released(false);
    }

    Recording released(boolean is) {
        return new Recording(
                id, details, event, video, slides, captions, chapters, is, told, warned, deleting, version);
    }

    Recording with(MediaFile file) {
        return with(file.kind(), file);
    }

    Recording without(MediaFile.Kind kind) {
        return with(kind, null);
    }

    private Recording with(MediaFile.Kind kind, @Nullable MediaFile file) {
        boolean isVideo = kind == MediaFile.Kind.VIDEO;
        return new Recording(
                id,
                details,
                event,
                isVideo ? file : video,
                isVideo ? slides : file,
                captions,
                chapters,
                released,
                told,
                warned,
                deleting,
                version);
    }

    Recording with(Track.Kind kind, boolean is) {
        boolean isCaptions = kind == Track.Kind.CAPTIONS;
        return new Recording(
                id,
                details,
                event,
                video,
                slides,
                isCaptions ? is : captions,
                isCaptions ? chapters : is,
                released,
                told,
                warned,
                deleting,
                version);
    }

    /** The event was moved or renamed since. */
    Recording of(EventDirectory.Date newEvent) {
        return new Recording(
                id, details, newEvent, video, slides, captions, chapters, released, told, warned, deleting, version);
    }

    Recording announced() {
        return new Recording(
                id, details, event, video, slides, captions, chapters, released, true, warned, deleting, version);
    }

    Recording warned(LocalDate lastDay) {
        return new Recording(
                id, details, event, video, slides, captions, chapters, released, told, lastDay, deleting, version);
    }

    Recording markedForDeletion() {
        return new Recording(id, details, event, video, slides, captions, chapters, false, told, warned, true, version);
    }

    @Nullable
    MediaFile material(MediaFile.Kind kind) {
        return kind == MediaFile.Kind.VIDEO ? video : slides;
    }

    /** Its files, as far as there are some. */
    List<MediaFile> materials() {
        return Stream.of(video, slides).flatMap(file -> Stream.ofNullable(file)).toList();
    }

    /** Its files that are where members find them. */
    List<MediaFile> archived() {
        return materials().stream()
                .filter(file -> file.state() == MediaFile.State.ARCHIVED)
                .toList();
    }

    /** Who has to be asked before anybody may see it. */
    List<Speaker> missingConsents() {
        return details.speakers().stream()
                .filter(speaker -> !speaker.hasConsented())
                .toList();
    }

    /** Whether everybody in it has agreed; of whom we do not know, nobody has. */
    boolean isConsented() {
        return !details.speakers().isEmpty() && missingConsents().isEmpty();
    }

    /** Whether members see it. */
    boolean isShown(Period retention, Instant now) {
        return released
                && isConsented()
                && !deleting
                && !archived().isEmpty()
                && !GermanFormat.dayOf(now).isAfter(lastDay(retention));
    }

    /** The last day on which members find it, in German time: by the rule or as the office asked, and never without a warning. */
    LocalDate lastDay(Period retention) {
        return isWarned(retention) ? Objects.requireNonNull(warned) : planned(retention);
    }

    /** The last day as it would be if everybody were warned in time. */
    LocalDate planned(Period retention) {
        LocalDate byRule = GermanFormat.dayOf(event.end()).plus(retention);
        LocalDate asked = details.keepUntil();
        return asked != null && asked.isAfter(byRule) ? asked : byRule;
    }

    /** Whether the office knows the last day; who moves it is warned anew. */
    boolean isWarned(Period retention) {
        return warned != null && !warned.isBefore(planned(retention));
    }

    /** Whether it is to be deleted. */
    boolean isExpired(Period retention, Instant now) {
        return isWarned(retention) && GermanFormat.dayOf(now).isAfter(lastDay(retention));
    }
}
