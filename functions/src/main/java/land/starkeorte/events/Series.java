package land.starkeorte.events;

import biweekly.Biweekly;
import biweekly.property.RecurrenceRule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import land.starkeorte.forms.GermanFormat;

/** Events that come again and again: each date is an event of its own, which can be changed by itself. */
final class Series {
    /** All of them are written in one transaction; of a monthly meeting more than three years. */
    static final int MOST = 40;

    private static final String DAY = "(?:MO|TU|WE|TH|FR|SA|SU)";

    /** The parts of a rule that are understood: whatever makes several dates of one day, or none, is not among them. */
    private static final Map<String, Pattern> PARTS = Map.of(
            "FREQ", Pattern.compile("DAILY|WEEKLY|MONTHLY|YEARLY"),
            "INTERVAL", Pattern.compile("[1-9]\\d?"),
            "COUNT", Pattern.compile("[1-9]\\d{0,3}"),
            "UNTIL", Pattern.compile("\\d{8}(?:T\\d{6}Z?)?"),
            "BYDAY", list("(?:[+-]?[1-5])?" + DAY),
            "BYMONTHDAY", list("-?(?:[1-9]|[12]\\d|3[01])"),
            "BYMONTH", list("(?:[1-9]|1[0-2])"),
            "BYSETPOS", list("-?[1-5]"),
            "WKST", Pattern.compile(DAY));

    private Series() {}

    /** What a rule comes to. */
    sealed interface Dates {}

    /** At least one date. */
    record Found(List<Event.Details> dates) implements Dates {}

    /** No series. */
    record NotFound(EventRefusal why) implements Dates {}

    /**
     * All dates, in German time: three o'clock stays three o'clock when the clocks change.
     *
     * @param rule RFC 5545, section 3.3.10, with an end; empty for a single date
     */
    static Dates dates(Event.Details first, String rule) {
        if (rule.isEmpty()) {
            return new Found(List.of(first));
        }
        return parse(rule).map(parsed -> dates(first, parsed)).orElseGet(() -> new NotFound(EventRefusal.NO_RULE));
    }

    private static Dates dates(Event.Details first, RecurrenceRule parsed) {
        var dates = new ArrayList<Event.Details>();
        var next = parsed.getDateIterator(Date.from(first.start()), TimeZone.getTimeZone(GermanFormat.ZONE));
        while (next.hasNext()) {
            if (dates.size() == MOST) {
                return new NotFound(EventRefusal.TOO_MANY_DATES);
            }
            dates.add(first.on(next.next().toInstant()));
        }
        return dates.isEmpty() ? new NotFound(EventRefusal.NO_DATES) : new Found(dates);
    }

    private static Pattern list(String one) {
        return Pattern.compile(one + "(?:," + one + ")*");
    }

    /** Each part once, and one of those that end it. */
    private static boolean isUnderstood(String rule) {
        var names = new HashSet<String>();
        for (String part : rule.split(";", -1)) {
            String[] halves = part.split("=", 2);
            Pattern values = PARTS.get(halves[0]);
            if (halves.length < 2
                    || values == null
                    || !values.matcher(halves[1]).matches()
                    || !names.add(halves[0])) {
                return false;
            }
        }
        return names.contains("FREQ") && names.contains("COUNT") != names.contains("UNTIL");
    }

    private static Optional<RecurrenceRule> parse(String rule) {
        if (!isUnderstood(rule)) {
            return Optional.empty();
        }
        var calendar = Biweekly.parse(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "BEGIN:VEVENT",
                        "RRULE:" + rule,
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""))
                .first();
        return Optional.ofNullable(calendar)
                .map(read -> read.getEvents().getFirst().getRecurrenceRule())
                .filter(read -> read.getValue() != null);
    }

    /** The same hour, and the same distance to it, on the day of a date of the series. */
    static Event.Details on(Instant day, Event.Details details) {
        LocalTime hour = details.start().atZone(GermanFormat.ZONE).toLocalTime();
        return details.on(
                GermanFormat.dayOf(day).atTime(hour).atZone(GermanFormat.ZONE).toInstant());
    }
}
