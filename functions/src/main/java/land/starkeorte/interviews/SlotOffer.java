package land.starkeorte.interviews;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.GermanFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Talks that somebody offers, one after the other from {@code first}, as many as end by {@code last}. */
record SlotOffer(Instant first, Instant last, Duration length, String link) {
    /** What was typed, in Berlin's time. */
    static SlotOffer read(ObjectNode typed, Instant now) {
        var times = new @Nullable Instant[2];
        ObjectNode form = FormReader.read(typed, true, fields -> {
            String day = fields.line("day", 10, "Geben Sie den Tag an.");
            String from = fields.line("from", 5, "Geben Sie an, wann das erste Gespräch beginnt.");
            String until = fields.line("until", 5, "Geben Sie an, wann das letzte Gespräch endet.");
            fields.number("minutes", 15, 120, "Ein Gespräch dauert 15 bis 120 Minuten.");
            fields.web("link", 500, "Geben Sie die Adresse des Videogesprächs an.");
            times[0] = instant(fields, day, "from", from);
            times[1] = instant(fields, day, "until", until);
            if (times[0] != null && !times[0].isAfter(now)) {
                fields.refuse("day", "Diese Zeit ist schon vorbei.");
            } else if (times[0] != null && times[0].isAfter(now.plus(InterviewEndpoints.AHEAD))) {
                fields.refuse("day", "So weit im Voraus lassen sich keine Termine anbieten.");
            }
        });
        return new SlotOffer(
                Objects.requireNonNull(times[0]),
                Objects.requireNonNull(times[1]),
                Duration.ofMinutes(form.path("minutes").asInt(0)),
                form.path("link").asString());
    }

    /** In the night of spring's clock change an hour does not exist; the one that autumn repeats is meant as its first. */
    private static @Nullable Instant instant(FormReader fields, String day, String name, String time) {
        if (day.isEmpty() || time.isEmpty()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time));
            List<ZoneOffset> offsets = GermanFormat.ZONE.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                fields.refuse(name, "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden vorgestellt.");
                return null;
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            fields.refuse(name, "Geben Sie Tag und Uhrzeit an, zum Beispiel 14:30.");
            return null;
        }
    }
}
