package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody was first with an application for a municipality; what is said then, and what is left when it is withdrawn. */
class DisputeJourneyTest extends OnAnEmptyCloud {
    private static final String FIRST = "fremd@irgendwo.example";
    private static final String SECOND = "anne@goettingen.example";

    @Test
    void theOneInTheWayIsDisputedAndWithdrawnAndNobodyReadsItAnyMore() {
        Applicant first = Applicant.send(cloud, "03159016", FIRST);
        Page townHall = browsing.open(390);
        messagesComeInPages(first, townHall);
        Applicant second = Applicant.begin(cloud, "03159016", SECOND);
        Page other = browsing.open(390);
        itIsDisputed(second, other);
        Page founder = browsing.open(1280);
        founder.navigate(cloud.site + "/intern/");
        browsing.signIn(founder, "angermuende@starke-orte.example");
        founder.getByText("Göttingen (Niedersachsen)").click();
        assertThat(founder.locator("#view")).containsText("Das alte Kino steht leer.");
        itIsWithdrawn(townHall);
        nobodyReadsItAnyMore(founder);
        // The municipality is free, and the draft is still there.
        assertThat(second.submit(cloud).statusCode()).isEqualTo(201);
        assertThat(browsing.complaints).isEmpty();
    }

    private static void messagesComeInPages(Applicant first, Page townHall) {
        for (int i = 1; i <= 25; i++) {
            var said = cloud.post(
                    "/api/dossiers/" + first.dossier() + "/messages",
                    "{\"text\":\"Nachricht Nummer " + i + "\"}",
                    "authorization",
                    "Bearer " + first.secret(),
                    "idempotency-key",
                    UUID.randomUUID().toString());
            assertThat(said.statusCode()).isEqualTo(201);
        }
        browsing.comeBack(townHall, cloud.site, first);
        loadEarlier(townHall, "vorgang-aeltere");
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?vorgang=" + first.dossier());
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        loadEarlier(office, "vorgang-aeltere-intern");
    }

    private static void loadEarlier(Page page, String name) {
        Locator messages = page.locator("ol.messages li:not(.earlier)");
        assertThat(messages).hasCount(20);
        assertThat(messages.first()).containsText("Nummer 6");
        browsing.look(page, name);
        page.setViewportSize(page.viewportSize().width == 390 ? 1280 : 390, 900);
        browsing.look(page, name);
        page.getByText("Ältere laden").click();
        assertThat(messages).hasCount(25);
        assertThat(messages.first()).containsText("Nummer 1");
        assertThat(messages.first()).isFocused();
        assertThat(page.locator("#notice")).hasText("5 ältere geladen.");
        assertThat(page.getByText("Ältere laden")).hasCount(0);
    }

    private static void itIsDisputed(Applicant second, Page page) {
        browsing.comeBack(page, cloud.site, second);
        page.navigate(cloud.site + "/antrag/?seite=pruefen");
        page.getByLabel("Ich spreche für").check();
        page.getByText("Antrag senden").click();
        assertThat(page.locator(".error-summary")).containsText("gibt es schon einen Antrag");
        browsing.look(page, "antrag-schon-unterwegs");
        page.setViewportSize(1280, 900);
        browsing.look(page, "antrag-schon-unterwegs");
        page.getByText("Unsere Kommune hat keinen Antrag gestellt").click();
        assertThat(page.locator("#summary")).containsText("Die Geschäftsstelle weiß Bescheid");
        assertThat(page.locator("#summary .note")).isFocused();
        browsing.look(page, "antrag-bestritten");
        page.setViewportSize(390, 900);
        browsing.look(page, "antrag-bestritten");
        String mail = cloud.awaitMail("geschaeftsstelle@starke-orte.example", "Wer spricht für Göttingen")
                .path("text")
                .asString();
        assertThat(mail).contains(FIRST, SECOND);
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=aufgaben");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator(".tasks")).containsText("Antrag bestritten");
        assertThat(office.locator(".tasks [data-kind=dispute]")).hasCount(1);
    }

    private static void itIsWithdrawn(Page townHall) {
        townHall.getByLabel("unsere Kommune zieht den Antrag zurück").check();
        townHall.locator("#withdrawal .button").click();
        assertThat(townHall.locator("#notice")).hasText("Der Antrag ist zurückgezogen.");
        assertThat(townHall.locator("#message")).isHidden();
        assertThat(townHall.locator("#person")).isHidden();
        assertThat(townHall.locator("[data-over]")).isVisible();
        browsing.look(townHall, "vorgang-beendet");
        townHall.setViewportSize(390, 900);
        browsing.look(townHall, "vorgang-beendet");
    }

    private static void nobodyReadsItAnyMore(Page founder) {
        founder.reload();
        assertThat(founder.locator("#view h1")).hasText("Hier gibt es nichts mehr zu lesen");
        assertThat(founder.locator("#view")).containsText("Die Kommune hat ihren Antrag zurückgezogen.");
        browsing.look(founder, "vorauswahl-beendet");
        founder.setViewportSize(390, 900);
        browsing.look(founder, "vorauswahl-beendet");
        founder.getByText("Zu allen Vorauswahlen").click();
        assertThat(founder.locator("#view h1")).hasText("Vorauswahl");
        assertThat(founder.locator(".tasks")).containsText("Antrag und Dokumente sind nicht mehr zu sehen.");
        assertThat(founder.locator(".tasks a")).hasCount(0);
        browsing.look(founder, "vorauswahl-zurueckgezogen");
        founder.setViewportSize(1280, 900);
        browsing.look(founder, "vorauswahl-zurueckgezogen");
    }
}
