package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The office announces an event, changes it and cancels it; visitors, calendars and members follow. */
class EventJourneyTest extends OnTheLocalCloud {
    private static final LocalDate DAY = LocalDate.now(Today.CLOCK).plusDays(30);

    @Test
    void anEventIsWrittenPublishedChangedAndCancelled() {
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=veranstaltungen");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator("#view")).containsText("Flurfunk");
        browsing.look(office, "veranstaltungen-liste");
        office.getByText("Neue Veranstaltung").click();
        assertThat(office.locator("#view h1")).hasText("Neue Veranstaltung");
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator(".error-summary")).containsText("Geben Sie der Veranstaltung einen Titel");
        browsing.look(office, "veranstaltungen-fehler");
        office.locator("#f-event-kind").selectOption("PROJECT_VISIT");
        office.locator("#f-event-title").fill("Besuch im alten Kino");
        office.locator("#f-event-text").fill("Wir sehen, was entsteht.");
        office.locator("#f-event-start").fill(DAY + "T10:00");
        office.locator("#f-event-end").fill(DAY + "T12:00");
        office.locator("#f-event-place").fill("Kino am Markt");
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator("#view h1")).hasText("Besuch im alten Kino");
        assertThat(office.locator("#notice")).containsText("Niemand sieht ihn");
        browsing.look(office, "veranstaltung-entwurf");
        String path = "/veranstaltungen/" + office.url().replaceAll(".*veranstaltung=", "") + "/";
        assertThat(cloud.read(path).statusCode()).isEqualTo(404);
        office.locator(".button", new Page.LocatorOptions().setHasText("Veröffentlichen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Veröffentlicht.");
        LocalCloud.await(() -> cloud.read(path).statusCode(), status -> status == 200, "the event's page");
        theVisitorFindsIt(path);
        whatIsNoNumberIsToldAndNotTakenForNone(office);
        twoWriteTheSameAndNothingIsLost(office);
        office.locator("#f-event-place").fill("Rathaus, großer Saal");
        office.getByText("Änderung speichern").click();
        assertThat(office.locator("#notice")).containsText("Gespeichert.");
        LocalCloud.await(() -> cloud.read(path).body(), page -> page.contains("großer Saal"), "the new place");
        office.setViewportSize(390, 900);
        browsing.look(office, "veranstaltung-intern");
        office.locator("summary", new Page.LocatorOptions().setHasText("Absagen"))
                .click();
        office.getByLabel("Warum fällt sie aus?").fill("Das Dach ist undicht.");
        office.locator(".button", new Page.LocatorOptions().setHasText("Veranstaltung absagen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Abgesagt.");
        browsing.look(office, "veranstaltung-abgesagt");
        LocalCloud.await(() -> cloud.read(path).body(), page -> page.contains("undicht"), "the cancellation");
        assertThat(cloud.read("/veranstaltungen/kalender.ics").body()).contains("STATUS:CANCELLED");
        office.getByText("Als neuen Entwurf kopieren").click();
        assertThat(office.locator("#notice")).containsText("Kopiert");
        aMemberSeesWhatIsInternal();
        assertThat(browsing.complaints).isEmpty();
    }

    private static void whatIsNoNumberIsToldAndNotTakenForNone(Page office) {
        office.locator("#f-event-capacity").fill("30 Plätze");
        office.getByText("Änderung speichern").click();
        assertThat(office.locator(".error-summary")).containsText("Geben Sie die Zahl der Plätze an");
        office.locator("#f-event-capacity").fill("1.000");
        // A day without an hour, which the browser takes for nothing.
        office.locator("#f-event-closes").focus();
        office.keyboard().type("01122026");
        office.getByText("Änderung speichern").click();
        assertThat(office.locator(".error-summary")).containsText("Tag und Uhrzeit vollständig");
        browsing.look(office, "veranstaltung-unlesbar");
        office.locator("#f-event-closes").fill("");
        office.getByText("Änderung speichern").click();
        assertThat(office.locator("#notice")).containsText("Gespeichert.");
        assertThat(office.locator("#f-event-capacity")).hasValue("1.000");
        assertThat(office.locator("#view")).containsText("0 von 1.000 Plätzen vergeben");
    }

    private void twoWriteTheSameAndNothingIsLost(Page office) {
        Page other = browsing.open(1280);
        other.navigate(office.url());
        browsing.signIn(other, "leitung@starke-orte.example");
        office.locator("#f-event-title").fill("Besuch im alten Kino am Markt");
        office.locator("#f-event-text").fill("Meine Worte.");
        other.locator("#f-event-text").fill("Andere Worte.");
        other.locator("#f-event-programme").fill("Ankommen");
        other.getByText("Änderung speichern").click();
        assertThat(other.locator("#notice")).containsText("Gespeichert.");
        office.getByText("Änderung speichern").click();
        assertThat(office.locator(".error-summary")).containsText("Nichts ist verloren.");
        assertThat(office.locator(".meeting")).containsText("Meine Worte.");
        assertThat(office.locator(".meeting")).containsText("Andere Worte.");
        assertThat(office.locator("#f-event-programme")).hasValue("Ankommen");
        for (int width : new int[] {1280, 390}) {
            office.setViewportSize(width, 900);
            browsing.look(office, "veranstaltung-zwei-fassungen");
        }
        office.setViewportSize(1280, 900);
        office.getByText("Gespeicherte Fassung").click();
        office.getByText("Änderung speichern").click();
        assertThat(office.locator("#notice")).containsText("Gespeichert.");
        assertThat(office.locator("#view h1")).hasText("Besuch im alten Kino am Markt");
        assertThat(office.locator("#f-event-text")).hasValue("Andere Worte.");
        assertThat(office.locator("#f-event-programme")).hasValue("Ankommen");
        other.context().close();
    }

    private void theVisitorFindsIt(String path) {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/veranstaltungen/");
        assertThat(page.locator("main")).not().containsText("Flurfunk");
        page.getByText("Besuch im alten Kino").click();
        page.waitForURL("**" + path);
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 900);
            browsing.look(page, "veranstaltung");
        }
        page.context().close();
    }

    private void aMemberSeesWhatIsInternal() {
        Page page = browsing.open(390);
        page.navigate(cloud.site + "/intern/?ansicht=veranstaltungen");
        browsing.signIn(page, "angermuende@starke-orte.example");
        assertThat(page.locator("#view")).containsText("Flurfunk");
        assertThat(page.locator("#view")).not().containsText("video.example");
        browsing.look(page, "veranstaltungen-mitglied");
    }
}
