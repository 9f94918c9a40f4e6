package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Three seats: a guest and a member take them, another guest waits, and gets the place that comes free. */
class RegistrationJourneyTest extends OnTheLocalCloud {
    private static final LocalDate DAY = LocalDate.now(Today.CLOCK).plusDays(30);

    @Test
    void threeSeatsTwoDelegationsAndOneThatWaits() {
        Page office = browsing.open(1280);
        String event = published(office);
        Page guest = browsing.open(390);
        guest.navigate(cloud.site + "/anmeldung/?veranstaltung=" + event);
        assertThat(guest.locator("#view")).containsText("Noch 3 Plätze von 3 frei.");
        send(guest);
        assertThat(guest.locator(".error-summary")).containsText("Geben Sie Vor- und Nachnamen an.");
        browsing.look(guest, "anmeldung-fehler");
        name(guest, 0, "Gisela Gast", "gisela@amt.example");
        guest.locator("[name='answers.a0']").fill("Bahn");
        guest.getByText("Weitere Person").click();
        assertThat(guest.locator("[name='people.1.name']")).isFocused();
        name(guest, 1, "Gustav Gast", "");
        browsing.look(guest, "anmeldung");
        send(guest);
        assertThat(guest.locator("#view h1")).hasText("Bitte bestätigen Sie die Anmeldung");
        browsing.look(guest, "anmeldung-gesendet");
        open(guest, "gisela@amt.example", "bestätigen");
        guest.getByText("Anmeldung bestätigen").click();
        assertThat(guest.locator("#notice")).containsText("Bestätigt.");
        browsing.look(guest, "anmeldung-gilt");
        aMemberTakesTheLastSeat(event);
        Page waiting = browsing.open(1280);
        waiting.navigate(cloud.site + "/anmeldung/?veranstaltung=" + event);
        assertThat(waiting.locator("#view")).containsText("Ausgebucht");
        name(waiting, 0, "Wanda Wartet", "wanda@amt.example");
        waiting.locator("[name='answers.a0']").fill("Rad");
        send(waiting);
        assertThat(waiting.locator("#view h1")).hasText("Bitte bestätigen Sie die Anmeldung");
        open(waiting, "wanda@amt.example", "bestätigen");
        browsing.look(waiting, "anmeldung-zu-bestaetigen");
        waiting.getByText("Anmeldung bestätigen").click();
        assertThat(waiting.locator("#notice")).containsText("Sie stehen auf der Warteliste.");
        browsing.look(waiting, "anmeldung-wartet");
        office.navigate(cloud.site + "/intern/?veranstaltung=" + event);
        assertThat(office.locator("#view")).containsText("3 von 3 Plätzen vergeben, 1 auf der Warteliste.");
        office.setViewportSize(390, 900);
        browsing.look(office, "anmeldungen");
        guest.locator("summary", new Page.LocatorOptions().setHasText("Absagen"))
                .click();
        guest.getByText("Jetzt absagen").click();
        assertThat(guest.locator("#notice")).hasText("Abgesagt.");
        browsing.look(guest, "anmeldung-abgesagt");
        open(waiting, "wanda@amt.example", "Platz frei");
        browsing.look(waiting, "anmeldung-angebot");
        waiting.getByText("Plätze annehmen").click();
        assertThat(waiting.locator("#notice")).containsText("Angenommen.");
        assertThat(waiting.locator("#view")).containsText("Die Anmeldung gilt.");
        cloud.awaitMail("wanda@amt.example", "Angemeldet");
        theOfficeCancelsAndEverybodyKnows(office, event);
        waiting.reload();
        assertThat(waiting.locator("#view")).containsText("Diese Veranstaltung fällt aus. Das Dach ist undicht.");
        assertThat(waiting.locator("#view")).not().containsText("gilt");
        assertThat(waiting.locator("#view details")).hasCount(0);
        browsing.look(waiting, "anmeldung-faellt-aus");
        assertThat(browsing.complaints).isEmpty();
    }

    @Test
    void theDoorWorksWithoutAConnection() {
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=neue-veranstaltung");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        var soon = LocalDateTime.now(Today.CLOCK).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        write(office, "Treffen am Abend", soon.toString(), soon.plusHours(1).toString());
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator("#notice")).containsText("Niemand sieht ihn");
        office.locator(".button", new Page.LocatorOptions().setHasText("Veröffentlichen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Veröffentlicht.");
        office.locator("summary", new Page.LocatorOptions().setHasText("Jemanden anmelden"))
                .click();
        name(office, 0, "Anna Abend", "anna@amt.example");
        office.getByText("Weitere Person").click();
        name(office, 1, "Bodo Abend", "");
        office.locator("#f-desk-reason").fill("Rief an.");
        office.locator("form.delegation .actions .button").click();
        assertThat(office.locator("#notice")).hasText("Angemeldet.");
        office.getByText("Einlass und Teilnehmerliste").click();
        assertThat(office.locator("#view")).containsText("0 von 2 sind da. Alles ist übertragen.");
        browsing.look(office, "einlass");
        LocalCloud.await(
                () -> office.evaluate(
                        "caches.match('/js/internal/checkin.js').then((kept) => Boolean(kept && navigator.serviceWorker.controller))"),
                Boolean.TRUE::equals,
                "the page to be at hand");
        office.context().setOffline(true);
        office.getByLabel("Anna Abend").check();
        assertThat(office.locator("#view")).containsText("1 von 2 sind da. Ein Häkchen ist noch nicht übertragen");
        office.setViewportSize(390, 900);
        browsing.look(office, "einlass-offline");
        office.reload();
        assertThat(office.getByLabel("Anna Abend")).isChecked();
        assertThat(office.locator("#view")).containsText("noch nicht übertragen, bis Sie sich wieder anmelden.");
        browsing.look(office, "einlass-neu-geladen");
        office.context().setOffline(false);
        office.locator(".button", new Page.LocatorOptions().setHasText("Wieder anmelden"))
                .click();
        browsing.password(office, "mitarbeit@starke-orte.example");
        assertThat(office.locator("#view")).containsText("1 von 2 sind da. Alles ist übertragen.");
        Page other = browsing.open(390);
        other.navigate(office.url());
        browsing.signIn(other, "leitung@starke-orte.example");
        assertThat(other.getByLabel("Anna Abend")).isChecked();
        assertThat(other.getByLabel("Bodo Abend")).not().isChecked();
        other.navigate(cloud.site + "/intern/?ansicht=teilnahme");
        assertThat(other.locator("#view h1")).hasText("Teilnahme");
        browsing.look(other, "teilnahme");
        whoeverWasThereGetsACertificate(
                office.url().replaceAll(".*einlass=", ""),
                soon.atZone(ZoneId.of("Europe/Berlin")).toInstant());
        assertThat(browsing.complaints).allMatch(complaint -> complaint.contains("ERR_INTERNET_DISCONNECTED"));
    }

    private void whoeverWasThereGetsACertificate(String event, Instant start) {
        var key = Map.of("pk", "events", "sk", event);
        cloud.change(
                "EventsTable",
                key,
                "details.start",
                start.minus(4, ChronoUnit.HOURS).toString());
        cloud.change(
                "EventsTable",
                key,
                "details.end",
                start.minus(3, ChronoUnit.HOURS).toString());
        Page guest = browsing.open(390);
        open(guest, "anna@amt.example", "Angemeldet");
        browsing.look(guest, "anmeldung-vorbei");
        var certificate = guest.waitForDownload(
                () -> guest.getByText("Teilnahmebescheinigung für Anna Abend").click());
        try (var content = certificate.createReadStream()) {
            assertThat(new String(content.readNBytes(5), UTF_8)).isEqualTo("%PDF-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        guest.getByText("Teilnahmebescheinigung für Bodo Abend").click();
        assertThat(guest.locator(".error-summary")).containsText("keine Teilnahme vermerkt");
    }

    private static void write(Page office, String title, String start, String end) {
        office.locator("#f-event-kind").selectOption("SEMINAR");
        office.locator("#f-event-title").fill(title);
        office.locator("#f-event-text").fill("Ein Nachmittag mit Beispielen.");
        office.locator("#f-event-start").fill(start);
        office.locator("#f-event-end").fill(end);
        office.locator("#f-event-place").fill("Rathaus");
        office.locator("#f-event-capacity").fill("3");
    }

    private String published(Page office) {
        office.navigate(cloud.site + "/intern/?ansicht=neue-veranstaltung");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        write(office, "Leerstand gemeinsam füllen", DAY + "T14:00", DAY + "T16:00");
        office.locator("#f-event-questions").fill("Womit reisen Sie an?");
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator("#notice")).containsText("Niemand sieht ihn");
        office.locator(".button", new Page.LocatorOptions().setHasText("Veröffentlichen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Veröffentlicht.");
        return office.url().replaceAll(".*veranstaltung=", "");
    }

    private void aMemberTakesTheLastSeat(String event) {
        Page member = browsing.open(390);
        member.navigate(cloud.site + "/intern/?ansicht=veranstaltungen");
        browsing.signIn(member, "angermuende@starke-orte.example");
        member.locator("a[href*='anmeldung=" + event + "']").click();
        assertThat(member.locator("#view")).containsText("Noch ein Platz von 3 frei.");
        name(member, 0, "Frau Bürger", "buerger@angermuende.example");
        member.locator("[name='answers.a0']").fill("Auto");
        send(member);
        assertThat(member.locator("#notice")).containsText("Angemeldet.");
        browsing.look(member, "anmeldung-mitglied");
        member.navigate(cloud.site + "/intern/?ansicht=veranstaltungen");
        member.getByText("Adresse erzeugen").click();
        String calendar = member.locator("#f-calendar").inputValue().replace(cloud.site, "");
        assertThat(cloud.read(calendar).body()).contains("SUMMARY:Leerstand gemeinsam füllen");
        browsing.look(member, "eigener-kalender");
        member.context().close();
    }

    private void theOfficeCancelsAndEverybodyKnows(Page office, String event) {
        office.locator("summary", new Page.LocatorOptions().setHasText(Pattern.compile("^Absagen$")))
                .click();
        office.getByLabel("Warum fällt sie aus?").fill("Das Dach ist undicht.");
        office.locator(".button", new Page.LocatorOptions().setHasText("Veranstaltung absagen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Abgesagt.");
        assertThat(cloud.read("/veranstaltungen/" + event + "/").body()).contains("Leerstand");
        cloud.awaitMail("buerger@angermuende.example", "Fällt aus");
        assertThat(office.locator("#view")).containsText("Absage");
        assertThat(office.locator("#view")).containsText("sind verschickt.");
        browsing.look(office, "veranstaltung-benachrichtigt");
        office.setViewportSize(390, 900);
        browsing.look(office, "veranstaltung-benachrichtigt");
    }

    private void open(Page page, String to, String about) {
        String text = cloud.awaitMail(to, about).path("text").asString();
        var link = Pattern.compile("http\\S+/anmeldung/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        page.navigate(link.group());
        assertThat(page.locator("#view h1")).hasText("Anmeldung öffnen");
        browsing.look(page, "anmeldung-oeffnen");
        page.getByText("Anmeldung öffnen").last().click();
        assertThat(page.locator("#view h2").first()).hasText("Wer kommt");
    }

    private static void name(Page page, int number, String name, String mail) {
        page.locator("[name='people." + number + ".name']").fill(name);
        page.locator("[name='people." + number + ".mail']").fill(mail);
    }

    private static void send(Page page) {
        Locator form = page.locator("#view > form.delegation");
        form.locator(".actions .button").click();
    }
}
