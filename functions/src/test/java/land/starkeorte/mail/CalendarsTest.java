package land.starkeorte.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invitations as another library reads them. */
class CalendarsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Invitation.Method.class)
    void anotherParserReadsWhatWasMeant(Invitation.Method method) throws Exception {
        Calendar calendar = read(invitation(method, "Kennenlerngespräch; mit „Bad Dürrheim“, Herzberg\\Elster", 3));
        calendar.validate(true);
        assertThat(calendar.getMethod().getValue()).isEqualTo(method.name());
        VEvent event = calendar.<VEvent>getComponents("VEVENT").get(0);
        assertThat(value(event, "UID")).isEqualTo("interview-1");
        assertThat(value(event, "SEQUENCE")).isEqualTo("3");
        assertThat(value(event, "DTSTART")).isEqualTo("20270328T005500Z");
        assertThat(value(event, "DTEND")).isEqualTo("20270328T012500Z");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20261123T090000Z");
        assertThat(value(event, "SUMMARY")).isEqualTo("Kennenlerngespräch; mit „Bad Dürrheim“, Herzberg\\Elster");
        assertThat(value(event, "STATUS")).isEqualTo(method == Invitation.Method.CANCEL ? "CANCELLED" : "CONFIRMED");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:netzwerk@starke-orte.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:rathaus@bad-duerrheim.example");
    }

    @Test
    void noLineIsLongerThanTheStandardAllows() {
        String written = text(invitation(Invitation.Method.REQUEST, "Ä".repeat(300), 0));
        assertThat(written.split("\r\n", -1))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(150));
    }

    @Test
    void theMailCarriesItWithItsMethod() {
        var mail = new Mail(
                "1",
                "rathaus@bad-duerrheim.example",
                "booked",
                Map.of(
                        "municipality",
                        "Bad Dürrheim",
                        "reference",
                        "ABCD-EFGH",
                        "when",
                        "bald",
                        "link",
                        "https://x.example",
                        "dossier",
                        "1"),
                null,
                "1",
                invitation(Invitation.Method.REQUEST, "Gespräch", 0));
        RenderedMail letter = new MailRenderer(
                        "https://starke-orte.example", "netzwerk@starke-orte.example", key -> new byte[] {1})
                .write(mail, List.of(), NOW);
        assertThat(letter.files())
                .extracting(RenderedMail.File::type)
                .containsExactly("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(letter.subject()).isEqualTo("Ihr Kennenlerngespräch: bald");
    }

    private static Invitation invitation(Invitation.Method method, String summary, int sequence) {
        return new Invitation(
                "interview-1",
                sequence,
                method,
                Instant.parse("2027-03-28T00:55:00Z"),
                Instant.parse("2027-03-28T01:25:00Z"),
                summary,
                "https://video.example/raum");
    }

    private static String value(VEvent event, String name) {
        return event.<Property>getProperty(name).orElseThrow().getValue();
    }

    private static Calendar read(Invitation invitation) throws Exception {
        return new CalendarBuilder().build(new StringReader(text(invitation)));
    }

    private static String text(Invitation invitation) {
        var file =
                CalendarWriter.write(invitation, "rathaus@bad-duerrheim.example", "netzwerk@starke-orte.example", NOW);
        return new String(Base64.getDecoder().decode(file.base64()), UTF_8);
    }
}
