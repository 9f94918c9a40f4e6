package land.starkeorte.events;

import biweekly.Biweekly;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import land.starkeorte.forms.German;
import land.starkeorte.http.Problem;

/** Events that come again and again: each date is an event of its own, which can be changed by itself. */
final class Series {
    /** All of them are written in one transaction; of a monthly meeting more than three years. */
    static final int MOST = 40;

    private static final Set<Frequency> RARE =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private Series() {}

    /**
     * All dates, in German time: three o'clock stays three o'clock when the clocks change.
     *
     * @param rule RFC 5545, section 3.3.10, with an end; empty for a single date
     */
    static List<Event.Details> dates(Event.Details first, String rule) {
        if (rule.isEmpty()) {
            return List.of(first);
        }
        RecurrenceRule parsed = parse(rule);
        var dates = new ArrayList<Event.Details>();
        var next = parsed.getDateIterator(Date.from(first.start()), TimeZone.getTimeZone(German.ZONE));
        while (next.hasNext()) {
            if (dates.size() == MOST) {
                throw Problem.invalid("rrule", "Höchstens " + MOST + " Termine sind auf einmal möglich.");
            }
            dates.add(first.on(next.next().toInstant()));
        }
        return dates;
    }

    private static RecurrenceRule parse(String rule) {
        var calendar = rule.matches("[A-Z0-9=;,+-]{1,200}")
                ? Biweekly.parse(String.join(
                                "\r\n",
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "BEGIN:VEVENT",
                                "RRULE:" + rule,
                                "END:VEVENT",
                                "END:VCALENDAR",
                                ""))
                        .first()
                : null;
        RecurrenceRule parsed =
                calendar == null ? null : calendar.getEvents().getFirst().getRecurrenceRule();
        var value = parsed == null ? null : parsed.getValue();
        if (parsed == null
                || value == null
                || !rule.startsWith("FREQ=")
                || value.getFrequency() == null
                || !RARE.contains(value.getFrequency())
                || (value.getCount() == null && value.getUntil() == null)) {
            throw Problem.invalid("rrule", "Diese Wiederholung ist nicht lesbar, oder sie hat kein Ende.");
        }
        return parsed;
    }

    /** The same hour, and the same distance to it, on the day of a date of the series. */
    static Event.Details on(Instant day, Event.Details details) {
        LocalTime hour = details.start().atZone(German.ZONE).toLocalTime();
        return details.on(German.dayOf(day).atTime(hour).atZone(German.ZONE).toInstant());
    }
}
