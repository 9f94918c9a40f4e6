package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Writes invitations as calendars read them; all times in UTC, which every calendar shows in its own zone. */
final class CalendarWriter {
    private CalendarWriter() {}

    /** @param organizer the address that invites; answers go there */
    static RenderedMail.File write(Invitation invitation, String to, String organizer, Instant now) {
        boolean cancelled = invitation.method() == Invitation.Method.CANCEL;
        var calendar = new ICalendar();
        calendar.setProductId("-//Starke Orte Netzwerk//Termine//DE");
        calendar.setMethod(cancelled ? Method.cancel() : Method.request());
        var event = new VEvent();
        event.setUid(invitation.uid());
        event.setSequence(invitation.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(new DateStart(Date.from(invitation.start()), true));
        event.setDateEnd(new DateEnd(Date.from(invitation.end()), true));
        event.setSummary(invitation.summary());
        event.setLocation(invitation.location());
        if (invitation.location().startsWith("https://")) {
            event.setUrl(invitation.location());
        }
        event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        event.setTransparency(Transparency.opaque());
        event.setOrganizer(new Organizer("Starke Orte Netzwerk", organizer));
        var attendee = new Attendee(null, to);
        attendee.setRole(Role.ATTENDEE);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        event.addAttendee(attendee);
        calendar.addEvent(event);
        String type = "text/calendar; charset=UTF-8; method=" + invitation.method();
        String encoded =
                Base64.getEncoder().encodeToString(Biweekly.write(calendar).go().getBytes(UTF_8));
        return new RenderedMail.File("termin.ics", type, encoded);
    }
}
