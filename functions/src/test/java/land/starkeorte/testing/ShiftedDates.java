package land.starkeorte.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tests tell their dates as if it were Monday, 23 November 2026; here they move with the day that {@link TestClock} begins. */
public final class ShiftedDates {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMANY);
    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, GERMANY);
    private static final long DAYS = ChronoUnit.DAYS.between(LocalDate.of(2026, 11, 23), TODAY);

    private static final Pattern DATE = Pattern.compile("(?<instant>\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)"
            + "|(?<offset>\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\+\\d\\d:\\d\\d)"
            + "|(?<date>\\d{4}-(0\\d|1[0-2])-\\d\\d)"
            + "|(?<weekday>[A-Z][a-z]+tag|Mittwoch), (?<exactly>\\d+\\. [A-Z][a-zä]+ \\d{4})"
            + "|(?<day>\\d+\\. [A-Z][a-zä]+ \\d{4})"
            + "|(?<year>(?<=SO-)2026)");

    private ShiftedDates() {}

    /** The text, with every date in it as many days later as the tests play later. */
    public static String told(String text) {
        return DAYS == 0 ? text : DATE.matcher(text).replaceAll(ShiftedDates::move);
    }

    private static String move(MatchResult found) {
        String text = found.group();
        if (found.group("instant") != null) {
            return Instant.parse(text)
                    .atZone(GERMANY)
                    .plusDays(DAYS)
                    .toInstant()
                    .toString();
        }
        if (found.group("offset") != null) {
            return LocalDateTime.from(OffsetDateTime.parse(text))
                    .plusDays(DAYS)
                    .atZone(GERMANY)
                    .toOffsetDateTime()
                    .toString();
        }
        if (found.group("date") != null) {
            return LocalDate.parse(text).plusDays(DAYS).toString();
        }
        if (found.group("exactly") != null) {
            LocalDate moved = LocalDate.parse(found.group("exactly"), WRITTEN).plusDays(DAYS);
            return moved.format(DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy", Locale.GERMANY));
        }
        if (found.group("day") != null) {
            return LocalDate.parse(text, WRITTEN).plusDays(DAYS).format(WRITTEN);
        }
        return Integer.toString(TODAY.getYear());
    }
}
