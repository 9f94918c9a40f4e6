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
