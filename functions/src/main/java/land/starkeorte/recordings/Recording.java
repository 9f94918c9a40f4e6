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
 */
record Recording(
        String id,
        Details details,
        EventDirectory.Date event,
        Contents contents,
        Publication publication,
        int version) {
    /**
     * What there is to see and hear.
     *
     * @param captions whether there are some
     * @param chapters whether there are some
     */
    record Contents(@Nullable MediaFile video, @Nullable MediaFile slides, boolean captions, boolean chapters) {
        static final Contents NONE = new Contents(null, null, false, false);

        Contents with(MediaFile.Kind kind, @Nullable MediaFile file) {
            return switch (kind) {
                case VIDEO -> new Contents(file, slides, captions, chapters);
                case SLIDES -> new Contents(video, file, captions, chapters);
            };
        }

        Contents with(Track.Kind kind, boolean is) {
            return switch (kind) {
                case CAPTIONS -> new Contents(video, slides, is, chapters);
                case CHAPTERS -> new Contents(video, slides, captions, is);
            };
        }
    }

    /**
     * Who may see it, and who was told.
     *
     * @param released whether the office has let members see it
     * @param told whether members were told of it
     * @param warned the last day as the office was told; absent where it was told none
     * @param deleting whether it is only there until its files are gone
     */
    record Publication(
            boolean released, boolean told, @Nullable LocalDate warned, boolean deleting) {
        static final Publication NONE = new Publication(false, false, null, false);
    }

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
        return new Recording(id, details, event, Contents.NONE, Publication.NONE, 0);
    }

    /** Without a consent nothing stays released. */
    Recording written(Details newDetails) {
        var written = new Recording(id, newDetails, event, contents, publication, version);
        return written.isConsented() ? written : written.released(false);
    }

    /** The event was moved or renamed since. */
    Recording of(EventDirectory.Date newEvent) {
        return new Recording(id, details, newEvent, contents, publication, version);
    }

    Recording with(MediaFile file) {
        return with(contents.with(file.kind(), file));
    }

    Recording without(MediaFile.Kind kind) {
        return with(contents.with(kind, null));
    }

    Recording with(Track.Kind kind, boolean is) {
        return with(contents.with(kind, is));
    }

    private Recording with(Contents newContents) {
        return new Recording(id, details, event, newContents, publication, version);
    }

    Recording released(boolean is) {
        return with(new Publication(is, publication.told(), publication.warned(), isDeleting()));
    }

    Recording announced() {
        return with(new Publication(publication.released(), true, publication.warned(), isDeleting()));
    }

    Recording warned(LocalDate lastDay) {
        return with(new Publication(publication.released(), publication.told(), lastDay, isDeleting()));
    }

    Recording markedForDeletion() {
        return with(new Publication(false, publication.told(), publication.warned(), true));
    }

    private Recording with(Publication newPublication) {
        return new Recording(id, details, event, contents, newPublication, version);
    }

    boolean isDeleting() {
        return publication.deleting();
    }

    @Nullable
    MediaFile material(MediaFile.Kind kind) {
        return kind == MediaFile.Kind.VIDEO ? contents.video() : contents.slides();
    }

    /** Its files, as far as there are some. */
    List<MediaFile> materials() {
        return Stream.of(contents.video(), contents.slides())
                .flatMap(file -> Stream.ofNullable(file))
                .toList();
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
        return publication.released()
                && isConsented()
                && !isDeleting()
                && !archived().isEmpty()
                && !GermanFormat.dayOf(now).isAfter(lastDay(retention));
    }

    /** The last day on which members find it, in German time: by the rule or as the office asked, and never without a warning. */
    LocalDate lastDay(Period retention) {
        return isWarned(retention) ? Objects.requireNonNull(publication.warned()) : planned(retention);
    }

    /** The last day as it would be if everybody were warned in time. */
    LocalDate planned(Period retention) {
        LocalDate byRule = GermanFormat.dayOf(event.end()).plus(retention);
        LocalDate asked = details.keepUntil();
        return asked != null && asked.isAfter(byRule) ? asked : byRule;
    }

    /** Whether the office knows the last day; who moves it is warned anew. */
    boolean isWarned(Period retention) {
        LocalDate warned = publication.warned();
        return warned != null && !warned.isBefore(planned(retention));
    }

    /** Whether it is to be deleted. */
    boolean isExpired(Period retention, Instant now) {
        return isWarned(retention) && GermanFormat.dayOf(now).isAfter(lastDay(retention));
    }
}
