package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the office does besides answering: pages of its list, tasks of its own, addresses, a history that was forged. */
class OfficeJourneyTest extends OnAnEmptyCloud {
    private static final String NOBODY = "bounce@simulator.amazonses.com";

    @Test
    void theOfficeKeepsItsHouseInOrder() throws Exception {
        var first = Applicant.send(cloud, "03159016", "anne@goettingen.example");
        try (Stream<String> list =
                Files.lines(LocalCloud.ROOT.resolve("functions/src/main/resources/municipalities.csv"))) {
            for (String line :
                    list.filter(line -> line.startsWith("01")).limit(26).toList()) {
                Applicant.send(cloud, line.substring(0, 8), "mail@gemeinde.example");
            }
        }
        townHallAsksAndComesAndGoes(first);
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=liste");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        pages(office);
        office.locator("#views a", new Page.LocatorOptions().setHasText("Liste"))
                .click();
        office.getByLabel("Suchen").fill("anne goettingen");
        office.getByText("Anzeigen").click();
        assertThat(office.locator("tbody tr")).hasCount(1);
        office.locator("tbody a").click();
        assertThat(office.locator("h1:visible")).hasText("Göttingen (Niedersachsen)");
        ownTask(office);
        noteIsWrittenOnceWhenItsAnswerIsLost(office);
        address(office);
        question(office);
        forgedHistory(office);
        assertThat(browsing.complaints).allMatch(complaint -> complaint.contains("ERR_CONNECTION_RESET"));
    }

    private void townHallAsksAndComesAndGoes(Applicant applicant) {
        Page page = browsing.open(1280);
        browsing.comeBack(page, cloud.site, applicant);
        page.getByLabel("Nachricht an die Geschäftsstelle").fill("Danke, alles gut.");
        page.getByText("Nachricht senden").click();
        assertThat(page.locator("#notice")).containsText("gesendet");
        page.getByLabel("Person aus Ihrer Kommune").fill(NOBODY);
        page.getByText("Person hinzufügen").click();
        assertThat(page.locator("[data-people] > li")).hasCount(2);
        page.getByLabel(NOBODY + " entfernen").click();
        assertThat(page.locator("[data-people] > li")).hasCount(1);
        assertThat(page.locator("#people-title")).isFocused();
        assertThat(page.locator("#notice")).containsText("kann den Vorgang nicht mehr öffnen");
        page.getByLabel("Person aus Ihrer Kommune").fill(NOBODY);
        page.getByText("Person hinzufügen").click();
        assertThat(page.locator("[data-people] > li")).hasCount(2);
    }

    private void pages(Page page) {
        assertThat(page.locator("tbody tr")).hasCount(25);
        List<String> shown = page.locator("tbody th").allTextContents();
        page.getByText("Nächste Seite").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile("#nach="));
        assertThat(shown).doesNotContainAnyElementsOf(page.locator("tbody th").allTextContents());
        page.goBack();
        assertThat(page.locator("tbody tr")).hasCount(25);
        page.getByText("Nächste Seite").click();
        page.getByText("Zum Anfang").click();
        assertThat(page.locator("tbody tr")).hasCount(25);
        page.locator("thead a", new Page.LocatorOptions().setHasText("Kommune")).click();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Kommune");
        page.getByText("Nächste Seite").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(browsing.requests).noneMatch(url -> url.contains("nach=") || url.contains("anne"));
    }

    private void ownTask(Page page) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Neue Aufgabe"))
                .click();
        Locator form = page.locator("form[data-prefix='task-']");
        form.getByText("Aufgabe anlegen").click();
        assertThat(page.locator(".error-summary")).containsText("Schreiben Sie, was zu tun ist.");
        // The refusal stands at this form's own field, and its link leads there.
        assertThat(form.locator("#f-task-text")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[aria-invalid]")).hasCount(2);
        page.locator(".error-summary a").first().click();
        assertThat(form.getByLabel("Was ist zu tun?")).isFocused();
        browsing.look(page, "intern-aufgabe-fehlt");
        form.getByLabel("Was ist zu tun?").fill("Im Rathaus anrufen");
        form.getByLabel("Bis wann?").fill(LocalDate.now(Today.CLOCK).plusDays(8).toString());
        form.getByLabel("Wer?").selectOption("mitarbeit@starke-orte.example");
        form.getByText("Aufgabe anlegen").click();
        assertThat(page.locator(".tasks")).containsText("Im Rathaus anrufen");
        assertThat(page.locator("h1:visible")).isFocused();
        page.getByLabel("Erledigt: Im Rathaus anrufen").click();
        assertThat(page.locator(".tasks")).containsText("Erledigt von Sie");
    }

    /** The note arrives, the answer does not; whoever presses again has still written it once. */
    private void noteIsWrittenOnceWhenItsAnswerIsLost(Page page) {
        var lost = new AtomicInteger();
        page.route("**/notes", route -> {
            if (lost.incrementAndGet() <= 2) {
                route.fetch();
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        page.getByLabel("Notiz für die Geschäftsstelle").fill("Ruft zurück.");
        page.getByText("Notiz speichern").click();
        assertThat(page.locator(".error-summary")).containsText("Keine Verbindung");
        page.getByText("Notiz speichern").click();
        assertThat(page.locator("#notice")).containsText("gespeichert");
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Ruft zurück.")))
                .hasCount(1);
        page.unroute("**/notes");
    }

    private void address(Page page) {
        LocalCloud.await(
                () -> {
                    page.locator("#views a", new Page.LocatorOptions().setHasText("Liste"))
                            .click();
                    assertThat(page.locator("h1:visible")).hasText("Vorgänge");
                    page.goBack();
                    assertThat(page.locator("h1:visible")).hasText("Göttingen (Niedersachsen)");
                    return page.getByLabel(NOBODY + " wieder freigeben").count();
                },
                count -> count > 0,
                "the mail that came back");
        page.getByLabel(NOBODY + " wieder freigeben").first().click();
        assertThat(page.locator("#notice")).containsText("können wieder E-Mails gehen");
    }

    private void question(Page page) {
        assertThat(page.getByText("unbeantwortet")).isVisible();
        page.getByText("Braucht keine Antwort").click();
        assertThat(page.getByText("unbeantwortet")).hasCount(0);
    }

    private void forgedHistory(Page page) {
        page.route(Pattern.compile("/api/staff/dossiers/[0-9a-f]{32}$"), route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replaceFirst("\"why\":\"Antrag gesendet\"", "\"why\":\"Antrag geprüft\"")));
        });
        page.locator("#views a", new Page.LocatorOptions().setHasText("Tafel")).click();
        assertThat(page.locator("h1:visible")).hasText("Tafel");
        page.goBack();
        assertThat(page.locator("[data-chain=broken]")).containsText("ab Schritt 2 nicht mehr");
        browsing.look(page, "intern-gefaelscht");
    }
}
