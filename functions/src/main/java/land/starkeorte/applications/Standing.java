package land.starkeorte.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands, for the municipality: what is, what comes next, who has the ball, until when.
 *
 * @param until in the office's time zone; absent where nothing waits
 */
record Standing(
        String now, String next, String ball, @Nullable LocalDate until) {
    /** Days, deadlines and opening hours are meant as they are in Germany. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Period PRESELECTION = Period.ofDays(14);

    /** How long the municipality is given to mend something. */
    static final Period CORRECTION = Period.ofDays(14);

    static Standing of(Dossier dossier) {
        return switch (dossier.state()) {
            case DRAFT -> new Standing("Der Antrag ist ein Entwurf.", "Senden Sie ihn ab.", "municipality", null);
            case SUBMITTED ->
                new Standing(
                        "Ihr Antrag liegt den Gründungskommunen vor.",
                        "Sie treffen eine Vorauswahl; danach laden wir Sie zu einem Kennenlerngespräch ein.",
                        "network",
                        day(Objects.requireNonNull(dossier.submittedAt())).plus(PRESELECTION));
            case NEEDS_CORRECTION ->
                new Standing(
                        "Wir haben eine Rückfrage zu Ihren Angaben.",
                        "Bitte berichtigen Sie die genannten Angaben und senden Sie sie ab. Danach geht es weiter.",
                        "municipality",
                        correctionDue(Objects.requireNonNull(dossier.correction())));
            case WITHDRAWN ->
                new Standing(
                        "Sie haben den Antrag zurückgezogen.",
                        "Es geschieht nichts weiter. Ein neuer Antrag ist jederzeit willkommen.",
                        "nobody",
                        null);
        };
    }

    static LocalDate correctionDue(Correction correction) {
        return day(correction.askedAt()).plus(CORRECTION);
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    Map<String, ?> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("now", now);
        view.put("next", next);
        view.put("ball", ball);
        if (until != null) {
            view.put("until", until.toString());
        }
        return view;
    }
}
