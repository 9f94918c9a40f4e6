package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.infra.JoinJourneyTest.entry;
import static land.starkeorte.infra.JoinJourneyTest.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A trip, from its public page to the paid invoice, the credit note and the invoice over what is owed all the same. */
class TripJourneyTest extends OnTheLocalCloud {
    private static final LocalDate DAY = LocalDate.now(Today.CLOCK).plusDays(30);
    private static final String GUEST = "reise@amt.example";
    private static final String TREASURER = "kasse@amt.example";
    private static final String MEMBER = "mia@angermuende.example";
    private static final String CALLER = "karla@telefon.example";

    @Test
    void whoeverBooksKnowsThePriceGetsAnInvoicePaysAndCancels() {
        Page office = browsing.open(1280);
        String event = published(office);
        Page guest = browsing.open(390);
        thePublicPageNamesThePrice(guest, event);
        theFormAsksWhomToInvoice(guest);
        theSecondConfirmationBinds(guest);
        String reference = theInvoiceArrives(guest);
        theBankTellsOfThePayment(office, reference);
        guest.reload();
        assertThat(guest.locator("#view")).containsText("bestätigt");
        guest.setViewportSize(1280, 900);
        browsing.look(guest, "reise-bezahlt");
        guest.setViewportSize(390, 900);
        theGuestCancels(guest);
        theOfficePaysBack(office, reference);
        aMemberBooksAndCancelsAndSeesWhatIsStillOwed(event);
        theOfficeRegistersWhoeverCalls(office, event);
        assertThat(browsing.complaints).isEmpty();
    }

    private String published(Page office) {
        office.navigate(cloud.site + "/intern/?ansicht=neue-veranstaltung");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        office.locator("#f-event-kind").selectOption("INSPIRATION_TRIP");
        office.locator("#f-event-title").fill("Reise in die Lausitz");
        office.locator("#f-event-text").fill("Drei Tage zu Orten, die Leerstand beleben.");
        office.locator("#f-event-start").fill(DAY + "T10:00");
        office.locator("#f-event-end").fill(DAY.plusDays(2) + "T16:00");
        office.locator("#f-event-place").fill("Spremberg");
        office.locator("#f-event-capacity").fill("8");
        office.locator("#f-event-fee").fill("120,50");
        office.locator("#f-event-rooms").fill("Einzelzimmer; 240,00; 4\nDoppelzimmer; 180,00; 4");
        office.locator("#f-event-freeUntil").fill(DAY.minusDays(60) + "T12:00");
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator(".error-summary")).containsText("wie viel Prozent des Preises");
        browsing.look(office, "reise-formular-fehler");
        office.locator("#f-event-owedAfter").fill("50");
        office.getByText("Entwurf speichern").click();
        assertThat(office.locator("#notice")).containsText("Niemand sieht ihn");
        browsing.look(office, "reise-entwurf");
        office.locator(".button", new Page.LocatorOptions().setHasText("Veröffentlichen"))
                .click();
        assertThat(office.locator("#notice")).hasText("Veröffentlicht.");
        return office.url().replaceAll(".*veranstaltung=", "");
    }

    private void thePublicPageNamesThePrice(Page page, String event) {
        String path = "/veranstaltungen/" + event + "/";
        LocalCloud.await(() -> cloud.read(path).statusCode(), status -> status == 200, "the trip's page");
        page.navigate(cloud.site + path);
        assertThat(page.locator("main")).containsText("Einzelzimmer: 360,50 € je Person");
        assertThat(page.locator("main")).containsText("danach sind 50 % des Preises zu zahlen");
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 900);
            browsing.look(page, "reise-seite");
        }
        page.setViewportSize(390, 900);
        page.getByText("Anmelden", new Page.GetByTextOptions().setExact(true)).click();
    }

    private void theFormAsksWhomToInvoice(Page page) {
        assertThat(page.locator("#view")).containsText("Einzelzimmer: 360,50 € je Person");
        page.locator("[name='people.0.name']").fill("Renate Reise");
        page.locator("[name='people.0.mail']").fill(GUEST);
        page.locator("#view > form.delegation .actions .button").click();
        assertThat(page.locator(".error-summary")).containsText("auf wen die Rechnung lautet");
        browsing.look(page, "reise-anmelden-fehler");
        page.getByText("Weitere Person").click();
        page.locator("[name='people.1.name']").fill("Rolf Reise");
        page.locator("[name='people.1.room']").selectOption("1");
        assertThat(page.locator("form.delegation [role=status]")).containsText("360,50 € + 300,50 € = 661,00 €");
        Locator form = page.locator("form.delegation");
        invoiceTo(form, "Stadt Musterhausen, Der Bürgermeister", TREASURER);
        form.locator("[name='buyer.leitwegId']").fill("04011000-1234512345-06");
        browsing.look(page, "reise-anmelden");
        page.setViewportSize(1280, 900);
        browsing.look(page, "reise-anmelden");
        page.setViewportSize(390, 900);
        page.locator("#view > form.delegation .actions .button").click();
        assertThat(page.locator("#view h1")).hasText("Bitte bestätigen Sie die Anmeldung");
    }

    private void theSecondConfirmationBinds(Page page) {
        String text = cloud.awaitMail(GUEST, "bestätigen").path("text").asString();
        assertThat(text).contains("661,00", "Einzelzimmer", "50 %", "Stadt Musterhausen", "verbindlich");
        page.navigate(link(text));
        page.getByText("Anmeldung öffnen").last().click();
        assertThat(page.locator("#view")).containsText("Kosten zusammen");
        browsing.look(page, "reise-zu-bestaetigen");
        page.getByText("Kostenpflichtig buchen").click();
        assertThat(page.locator("#notice")).containsText("Bestätigt.");
    }

    private String theInvoiceArrives(Page page) {
        var mail = cloud.awaitMail(GUEST, "Rechnung SO-");
        assertThat(mail.path("files")
                        .valueStream()
                        .map(file -> file.path("type").asString()))
                .containsExactly("application/pdf", "application/xml");
        assertThat(cloud.awaitMail(TREASURER, "Rechnung SO-").path("text").asString())
                .doesNotContain("/anmeldung/#");
        page.reload();
        assertThat(page.locator("#view")).containsText("DE02 1203 0000 0000 2020 51");
        browsing.look(page, "reise-rechnung-offen");
        page.setViewportSize(1280, 900);
        browsing.look(page, "reise-rechnung-offen");
        page.setViewportSize(390, 900);
        var saved = page.waitForDownload(
                () -> page.getByText("Rechnung speichern (PDF, ZUGFeRD)").click());
        assertThat(saved.suggestedFilename()).startsWith("SO-").endsWith(".pdf");
        Matcher reference = Pattern.compile("Verwendungszweck an: (\\S+)\\.")
                .matcher(mail.path("text").asString());
        assertThat(reference.find()).isTrue();
        return reference.group(1);
    }

    private void theBankTellsOfThePayment(Page page, String reference) {
        browsing.choose(page, "Zahlungen");
        assertThat(page.locator("#view")).containsText("Stadt Musterhausen");
        browsing.look(page, "zahlungen-mit-reise");
        drop(page, "reise.xml", entry("CRDT", "661.00", "Stadtkasse Musterhausen", reference));
        assertThat(page.locator("#notice")).containsText("reise.xml: 1 zugeordnet");
        assertThat(cloud.awaitMail(GUEST, "Beglichen: Rechnung").path("text").asString())
                .contains("Reise in die Lausitz");
    }

    private void theGuestCancels(Page page) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Absagen")).click();
        assertThat(page.locator("#view")).containsText("Zu zahlen bleiben dann 330,50 €.");
        browsing.look(page, "reise-absagen");
        page.getByText("Jetzt absagen").click();
        assertThat(page.locator("#notice")).hasText("Abgesagt.");
        var note = cloud.awaitMail(GUEST, "Storno SO-");
        assertThat(note.path("text").asString()).contains("661,00", "Zu zahlen sind jetzt 330,50");
        assertThat(note.path("files")).hasSize(2);
        assertThat(cloud.awaitMail(GUEST, "über 330,50").path("text").asString())
                .contains("schon beglichen");
        page.reload();
        assertThat(page.locator("#view")).containsText("storniert");
        assertThat(page.locator("#view")).containsText("Sie haben 330,50 € mehr gezahlt");
        browsing.look(page, "reise-abgesagt");
        page.setViewportSize(1280, 900);
        browsing.look(page, "reise-abgesagt");
    }

    private void theOfficePaysBack(Page page, String reference) {
        page.reload();
        assertThat(page.locator("#view")).containsText("330,50 € zu viel");
        page.getByText("Stadt Musterhausen, Der Bürgermeister").first().click();
        assertThat(page.locator("#view h1")).hasText("Rechnung an Stadt Musterhausen, Der Bürgermeister");
        browsing.look(page, "reise-rechnung-intern");
        page.setViewportSize(390, 900);
        browsing.look(page, "reise-rechnung-intern");
        page.setViewportSize(1280, 900);
        browsing.choose(page, "Zahlungen");
        drop(page, "zurueck.xml", entry("DBIT", "330.50", "Stadtkasse Musterhausen", "Erstattung " + reference));
        assertThat(page.locator("#notice")).containsText("zurueck.xml: 1 zugeordnet");
        assertThat(page.locator("#view")).containsText("Alles ist zugeordnet.");
    }

    private void aMemberBooksAndCancelsAndSeesWhatIsStillOwed(String event) {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/intern/?anmeldung=" + event);
        browsing.signIn(page, "angermuende@starke-orte.example");
        assertThat(page.locator("#view")).containsText("Doppelzimmer: 300,50 € je Person");
        Locator form = page.locator("#view > form.delegation");
        form.locator("[name='people.0.name']").fill("Mia Mitglied");
        form.locator("[name='people.0.mail']").fill(MEMBER);
        form.locator("[name='people.0.room']").selectOption("1");
        invoiceTo(form, "Stadt Angermünde", MEMBER);
        assertThat(form.locator("[role=status]")).containsText("Kosten zusammen: 300,50 €");
        browsing.look(page, "reise-mitglied-anmelden");
        form.locator(".actions .button").click();
        assertThat(page.locator("#notice")).containsText("Prüfen Sie die Kosten und buchen Sie verbindlich.");
        assertThat(page.locator("table.sum tfoot")).containsText("300,50 €");
        browsing.look(page, "reise-mitglied-vorgemerkt");
        page.getByText("Kostenpflichtig buchen").click();
        assertThat(page.locator("#notice")).containsText("Bestätigt.");
        cloud.awaitMail(MEMBER, "Rechnung SO-");
        page.reload();
        assertThat(page.locator("#view")).containsText("DE02 1203 0000 0000 2020 51");
        browsing.look(page, "reise-mitglied-rechnung");
        page.setViewportSize(390, 900);
        browsing.look(page, "reise-mitglied-rechnung");
        page.locator("summary", new Page.LocatorOptions().setHasText("Absagen")).click();
        assertThat(page.locator("#view")).containsText("Zu zahlen bleiben dann 150,25 €.");
        page.getByText("Jetzt absagen").click();
        assertThat(page.locator("#notice")).hasText("Abgesagt.");
        assertThat(cloud.awaitMail(MEMBER, "Storno SO-").path("text").asString())
                .contains("Zu zahlen sind jetzt 150,25");
        cloud.awaitMail(MEMBER, "über 150,25");
        // Nobody comes any more, and half of it is still to be paid.
        page.reload();
        assertThat(page.locator("section.piece")).containsText("abgesagt");
        assertThat(page.locator("section.piece")).containsText("offen 150,25 €, Rechnung SO-");
        assertThat(page.locator("section.piece table.sum")).hasCount(0);
        browsing.look(page, "reise-mitglied-abgesagt");
        page.context().close();
    }

    private void theOfficeRegistersWhoeverCalls(Page page, String event) {
        page.navigate(cloud.site + "/intern/?veranstaltung=" + event);
        assertThat(page.locator("#view")).containsText("0 von 8 Plätzen vergeben");
        page.locator("summary", new Page.LocatorOptions().setHasText("Jemanden anmelden"))
                .click();
        Locator form = page.locator("form[data-prefix='desk-']");
        form.locator("[name='people.0.name']").fill("Karla Anruf");
        form.locator("[name='people.0.mail']").fill(CALLER);
        invoiceTo(form, "Gemeinde am Telefon", CALLER);
        form.locator(".actions .button").click();
        assertThat(page.locator(".error-summary")).containsText("Schreiben Sie, warum.");
        browsing.look(page, "reise-jemanden-anmelden");
        form.getByLabel("Warum melden Sie an?").fill("Hat angerufen.");
        form.locator(".actions .button").click();
        assertThat(page.locator("#notice")).hasText("Angemeldet.");
        assertThat(page.locator("#view")).containsText("1 von 8 Plätzen vergeben");
        assertThat(page.locator("#view")).containsText("Karla Anruf");
        browsing.look(page, "reise-angemeldet");
        assertThat(cloud.awaitMail(CALLER, "Rechnung SO-").path("text").asString())
                .contains("360,50");
    }

    private static void invoiceTo(Locator form, String name, String mail) {
        form.locator("[name='buyer.name']").fill(name);
        form.locator("[name='buyer.street']").fill("Am Markt 1");
        form.locator("[name='buyer.postcode']").fill("12345");
        form.locator("[name='buyer.city']").fill("Musterhausen");
        form.locator("[name='buyer.contact']").fill("Frau Kämmerer");
        form.locator("[name='buyer.mail']").fill(mail);
    }

    private static void drop(Page page, String name, String entry) {
        page.locator("#f-file")
                .setInputFiles(
                        new FilePayload(name, "text/xml", statement(entry).getBytes(UTF_8)));
    }

    private static String link(String text) {
        Matcher link = Pattern.compile("http\\S+/anmeldung/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
