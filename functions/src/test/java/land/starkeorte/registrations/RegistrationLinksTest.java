package land.starkeorte.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.mail.Mailman;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A mailed link lets one browser in, once; a used or old one leads to a new one, and tells nobody anything. */
class RegistrationLinksTest {
    private final EventFixture events = new EventFixture(10);

    @Test
    void aLinkOpensOneSessionAndNothingByItself() {
        String[] link = guest();
        assertThat(events.byLink(link, "GET", "", null).status())
                .as("the link alone")
                .isEqualTo(401);
        String secret = Secrets.secret();
        assertThat(events.open(link, secret).status()).isEqualTo(201);
        assertThat(events.open(link, secret).status()).as("the answer was lost").isEqualTo(201);
        assertThat(events.open(link, Secrets.secret()).status())
                .as("another browser")
                .isEqualTo(401);
        assertThat(events.byLink(with(link, secret), "POST", "/acceptance", null)
                        .status())
                .isEqualTo(200);
        assertThat(events.byLink(with(link, secret), "DELETE", "/sessions/own", null)
                        .status())
                .isEqualTo(200);
        assertThat(events.byLink(with(link, secret), "GET", "", null).status()).isEqualTo(401);
    }

    @Test
    void ofManyBrowsersAtTheSameMomentOneGetsIn() {
        String[] link = guest();
        assertThat(IntStream.range(0, 6)
                        .parallel()
                        .mapToObj(i -> events.open(link, Secrets.secret()).status())
                        .toList())
                .containsOnlyOnce(201)
                .contains(401);
    }

    @Test
    void itWorksForAWeekAndASessionEndsByItself() {
        String[] late = guest();
        String[] used = guest();
        String secret = Secrets.secret();
        events.open(used, secret);
        events.dossiers.clock().pass(Duration.ofMinutes(61));
        assertThat(events.byLink(with(used, secret), "GET", "", null).status())
                .as("nobody was there for an hour")
                .isEqualTo(401);
        events.dossiers.clock().pass(Duration.ofDays(7));
        assertThat(events.open(late, Secrets.secret()).status()).isEqualTo(401);
    }

    @Test
    void aLinkThatWorksNoLongerLeadsToANewOneAndNobodyLearnsWhetherItWasOne() {
        String[] link = guest();
        events.open(link, Secrets.secret());
        var mailman = new Mailman(events.dossiers.tables(), events.dossiers.clock());
        mailman.deliver();
        for (String[] asked :
                List.of(link, link, link, new String[] {link[0], link[1], Secrets.secret()}, new String[] {
                    link[0], Secrets.id(), Secrets.secret()
                })) {
            var answer = events.byLink(asked, "POST", "/links", null);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().toString()).isEqualTo("{}");
        }
        assertThat(mailman.deliver())
                .as("to confirm, and one new link in ten minutes")
                .hasSize(2);
        JsonNode mail = events.mail("eventlink", "Gisela");
        assertThat(events.byLink(mail, "GET", "", null).status()).isEqualTo(200);
    }

    @Test
    void theNewLinkToWhatDoesNotTakePlaceSaysSo() {
        String[] link = guest();
        events.open(link, Secrets.secret());
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Das Dach ist undicht.\"}");
        events.byLink(link, "POST", "/links", null);
        assertThat(events.mail("eventlink", "Gisela").at("/model/off").asString())
                .isEqualTo("true");
    }

    @Test
    void whoeverAsksForALinkShutsNobodyOut() {
        String[] open = events.link(mail());
        for (int i = 0; i < 12; i++) {
            events.guest("Gisela", 1);
            events.mails("eventalready").forEach(events::mailed);
        }
        assertThat(events.byLink(open, "GET", "", null).status()).isEqualTo(200);
    }

    private String[] guest() {
        return events.mailed(mail());
    }

    private JsonNode mail() {
        events.guest("Gisela", 1);
        return events.mail("eventconfirm", "Gisela");
    }

    private static String[] with(String[] link, String secret) {
        return new String[] {link[0], link[1], secret};
    }
}
