package land.starkeorte.events;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.util.Date;
import java.util.List;

/** Public events as a calendar that people subscribe to (RFC 5545); a changed event keeps its UID and raises its SEQUENCE. */
public final class EventCalendar {
    /** Hours after which a program should look again. */
    private static final int REFRESHED = 4;

    private EventCalendar() {}

    static String write(List<Event> events, String siteUrl) {
        return write("Veranstaltungen im Netzwerk Starke Orte", events, siteUrl, false);
    }

    /** For those who come: with the way into the video meeting. */
    public static String own(List<Event> events, String siteUrl) {
        return write("Unsere Termine im Netzwerk Starke Orte", events, siteUrl, true);
    }

    private static String write(String name, List<Event> events, String siteUrl, boolean own) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Starke Orte//Veranstaltungen//DE");
        calendar.setName(name);
        // What Outlook and Google read instead of RFC 7986's NAME.
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        // RFC 7986, section 5.7, wants to be told the type.
        calendar.setRefreshInterval(Duration.builder().hours(REFRESHED).build()).setParameter("VALUE", "DURATION");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT" + REFRESHED + "H");
        for (Event event : events) {
            VEvent entry = entry(event, siteUrl);
            if (own
                    && event.state() != Event.State.CANCELLED
                    && !event.details().link().isEmpty()) {
                entry.setLocation(event.details().link());
            }
            calendar.addEvent(entry);
        }
        return Biweekly.write(calendar).go();
    }

    /** The same in the public calendar and in the mails of those who come, so that nobody has it twice. */
    public static String uid(Event event, String siteUrl) {
        return event.id() + "@" + siteUrl.replaceAll("^https?://", "");
    }

    private static VEvent entry(Event event, String siteUrl) {
        Event.Details details = event.details();
        var entry = new VEvent();
        entry.setUid(uid(event, siteUrl));
        entry.setDateTimeStamp(Date.from(event.changedAt()));
        entry.setSequence(event.sequence());
        entry.setDateStart(Date.from(details.start()));
        entry.setDateEnd(Date.from(details.end()));
        boolean off = event.state() == Event.State.CANCELLED;
        // Many programs pass over the status of a calendar that is subscribed to.
        entry.setSummary(off ? "Abgesagt: " + details.title() : details.title());
        entry.setDescription(off ? "Fällt aus: " + event.reason() + "\n\n" + details.text() : details.text());
        if (!details.place().isEmpty()) {
            entry.setLocation(details.place());
        }
        entry.setUrl(siteUrl + "/veranstaltungen/" + event.id() + "/");
        entry.setStatus(off ? Status.cancelled() : Status.confirmed());
        return entry;
    }
}
