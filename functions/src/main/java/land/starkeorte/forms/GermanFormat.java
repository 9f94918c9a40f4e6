package land.starkeorte.forms;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Days and times as people in Germany write them. */
public final class GermanFormat {
    /** Days, deadlines and opening hours are meant as they are in Germany. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMANY);

    private GermanFormat() {}

    /** For example {@code 3. Dezember 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** For example {@code Donnerstag, 3. Dezember 2026, 14:00 Uhr}, in Berlin's time. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZONE));
    }

    /** The day it is in Berlin then. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The last second of the day: what ends on it ends at 23:59. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
    }

    /** Lower case, without accents, ß as ss; as the browser has it (municipalities.js). */
    public static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss");
    }

    /** The same for those who type ä as ae, a or ä. */
    public static String folded(String text) {
        return plain(text).replaceAll("([aou])e+", "$1");
    }

    /** What somebody typed as an amount above zero: {@code 40}, {@code 1.234,50} or {@code 40.00}, with or without €. */
    public static Optional<Long> cents(String typed) {
        String bare = typed.replaceAll("[\\s\u00a0€]", "");
        String plain =
                bare.matches("\\d+\\.\\d\\d") ? bare.replace('.', ',') : bare.replaceAll("\\.(?=\\d{3}(?:\\D|$))", "");
        return plain.matches("\\d{1,9}(,\\d{1,2})?")
                ? Optional.of(new BigDecimal(plain.replace(',', '.'))
                                .movePointRight(2)
                                .longValueExact())
                        .filter(cents -> cents > 0)
                : Optional.empty();
    }

    /** 10000 cents as {@code 100,00 €}. */
    public static String euros(long cents) {
        return String.format(
                Locale.GERMANY,
                "%s%,d,%02d\u00a0€",
                cents < 0 ? "−" : "",
                Math.abs(cents) / 100,
                Math.abs(cents) % 100);
    }
}
