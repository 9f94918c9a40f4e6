package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A municipality applies, in a real browser, with nothing but the keyboard, on the local cloud. */
class ApplicationJourneyTest extends OnTheLocalCloud {
    private static final String ANNE = "anne@goettingen.example";

    @Test
    void fromTheHomePageToTheStaffsMailByKeyboardAlone() {
        Page page = browsing.open(1280);
        page.navigate(cloud.site);
        pressUntilFocused(page, "So werden Sie Mitglied");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1:visible")).hasText("Mitglied werden");
        pressUntilFocused(page, "Antrag stellen");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1:visible")).hasText("Antrag auf Mitgliedschaft");
        browsing.look(page, "antrag-start");
        allQuestionsCanBeReadBefore(page);
        pressUntilFocused(page, "Antrag beginnen");
        page.keyboard().press("Enter");

        beginWithAnError(page);
        String resumeLink = linkIn(
                cloud.awaitMail(ANNE, "Link zum Weiterschreiben").path("text").asString());

        Page elsewhere = browsing.open(390);
        elsewhere.navigate(resumeLink);
        assertThat(elsewhere.locator("h1:visible")).hasText("Antrag öffnen");
        assertThat(elsewhere.url()).doesNotContain("#");
        browsing.look(elsewhere, "zugang");
        elsewhere.reload();
        press(elsewhere, "Antrag öffnen");
        assertThat(elsewhere.locator("h1:visible")).hasText("Ihr Antrag");
        assertThat(elsewhere.url()).doesNotContain(resumeLink.replaceAll(".*\\.", ""));
        browsing.look(elsewhere, "antrag-uebersicht");
        fillEverything(elsewhere);
        checkAndSend(elsewhere);

        String reference = elsewhere.locator("[data-reference]").textContent();
        assertThat(reference).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
        theConfirmationBringsWhatWasSent(elsewhere, reference);
        assertThat(cloud.awaitMail("geschaeftsstelle@starke-orte.example", reference)
                        .path("subject")
                        .asString())
                .isEqualTo("Neuer Antrag: Göttingen (Niedersachsen) (" + reference + ")");
        cloud.runSchedule("SweepMails");
        assertThat(cloud.mails("geschaeftsstelle@starke-orte.example"))
                .filteredOn(mail -> mail.path("subject").asString().contains(reference))
                .hasSize(1);

        twoTabsMeet();
        askForAnotherLink();
        staffRead(reference);
        // Neither an address nor a secret of all this stands in any log.
        assertThat(cloud.log()).doesNotContain("@").doesNotContain(resumeLink.replaceAll(".*\\.", ""));
        assertThat(browsing.complaints).isEmpty();
        assertThat(browsing.requests).allMatch(url -> url.startsWith("http://localhost:"));
    }

    private static void allQuestionsCanBeReadBefore(Page page) {
        var saved = page.waitForDownload(() -> press(page, "Alle Fragen (PDF)"));
        assertThat(text(read(saved)))
                .contains("Wofür steht Ihre Kommune?", "Leitweg-ID", "Ich spreche für diese Kommune");
    }

    private static void theConfirmationBringsWhatWasSent(Page page, String reference) {
        var mail = cloud.awaitMail(ANNE, reference);
        assertThat(mail.path("text").asString()).contains("Sie müssen jetzt nichts tun", "hängt als PDF");
        byte[] attached = Base64.getDecoder().decode(mail.at("/files/0/content").asString());
        assertThat(text(attached))
                .contains(
                        "Göttingen (Niedersachsen), AGS 03159016",
                        "Änne Groß, " + ANNE,
                        reference,
                        "Das alte Kino steht leer.");
        var saved = page.waitForDownload(() -> press(page, "Ihr Antrag (PDF)"));
        assertThat(saved.suggestedFilename()).isEqualTo("Antrag.pdf");
        assertThat(read(saved)).isEqualTo(attached);
        browsing.look(page, "antrag-danke-pdf");
    }

    private static byte[] read(Download saved) {
        try {
            return Files.readAllBytes(saved.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] paper) {
        try (var pdf = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginWithAnError(Page page) {
        assertThat(page.locator("h1:visible")).hasText("Wer ist für uns ansprechbar?");
        type(page, "Vor- und Nachname", "Änne Groß");
        type(page, "Amt oder Funktion", "Bürgermeisterin");
        type(page, "E-Mail-Adresse", "anne@");
        pressUntilFocused(page, "Speichern und weiter");
        page.keyboard().press("Enter");
        assertThat(page.locator(".error-summary")).isFocused();
        assertThat(page.locator(".error-summary")).containsText("name@gemeinde.de");
        assertThat(page.title()).startsWith("Fehler:");
        browsing.look(page, "antrag-fehler");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("E-Mail-Adresse")).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type(ANNE);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1:visible")).hasText("Für welche Kommune stellen Sie den Antrag?");
        assertThat(page.locator("#notice")).containsText("gesichert");
    }

    private void fillEverything(Page page) {
        go(page, "Für welche Kommune stellen Sie den Antrag?");
        type(page, "Name oder amtlicher", "götting");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Göttingen");
        browsing.look(page, "antrag-kommune");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("Göttingen (Niedersachsen)");
        Locator population = page.getByLabel("Einwohner*innen");
        population.focus();
        page.keyboard().press("Control+A");
        page.keyboard().type("8700");
        saveAndGoOn(page, "Wofür steht Ihre Kommune?");
        type(page, "Haltung", "Gemeinwohl zuerst.");
        browsing.look(page, "antrag-haltung");
        page.reload();
        assertThat(page.getByLabel("Haltung")).hasValue("Gemeinwohl zuerst.");
        saveAndGoOn(page, "Warum möchten Sie mitmachen?");
        type(page, "Motivation", "Das alte Kino steht leer.");
        saveAndGoOn(page, "Was erhoffen Sie sich?");
        type(page, "Erwartungen", "Austausch auf Augenhöhe.");
        saveAndGoOn(page, "Welche Vorhaben zum Leerstand laufen bei Ihnen?");
        type(page, "Name des Vorhabens", "Kino");
        type(page, "Ort oder Gebäude", "Marktstraße 4");
        choose(page, "in Planung");
        type(page, "Was haben Sie dabei gelernt?", "Brandschutz früh klären.");
        browsing.look(page, "antrag-vorhaben");
        saveAndGoOn(page, "Welche Erfahrung bringen Sie mit?");
        type(page, "Erfahrung", "Ein belebter Bahnhof.");
        saveAndGoOn(page, "Wie viel Zeit können Sie einplanen?");
        press(page, "Speichern und weiter");
        assertThat(page.locator(".error-summary")).containsText("Wählen Sie aus, wie viel Zeit");
        browsing.look(page, "antrag-zeit-fehler");
        choose(page, "ungefähr zwei Stunden in der Woche");
        saveAndGoOn(page, "Wohin geht die Rechnung?");
        type(page, "Rechnungsempfänger", "Stadt Göttingen");
        type(page, "Straße und Hausnummer", "Am Markt 1");
        type(page, "Postleitzahl", "37073");
        type(page, "Ort", "Göttingen");
        type(page, "Leitweg-ID", "04011000-1234512345-06");
        choose(page, "XRechnung");
        browsing.look(page, "antrag-rechnung");
        saveAndGoOn(page, "Einverständnis");
        check(page, "Bei einer Aufnahme zahlt");
        check(page, "Wir haben die Datenschutzhinweise");
        browsing.look(page, "antrag-einverstaendnis");
        saveAndGoOn(page, "Ihr Antrag");
        assertThat(page.locator("[data-progress]")).hasText("10 von 10 Abschnitten sind vollständig.");
    }

    private void checkAndSend(Page page) {
        press(page, "Antworten prüfen");
        assertThat(page.locator("h1:visible")).hasText("Antworten prüfen");
        assertThat(page.locator("[data-page=pruefen]")).containsText("Göttingen (Niedersachsen)");
        browsing.look(page, "antrag-pruefen");
        press(page, "Antrag senden");
        assertThat(page.locator(".error-summary")).containsText("für Ihre Kommune sprechen");
        check(page, "Ich spreche für diese Kommune");
        press(page, "Antrag senden");
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag ist angekommen");
        browsing.look(page, "antrag-danke");
    }

    /** Another municipality's draft, open in two tabs. */
    private void twoTabsMeet() {
        Page first = browsing.open(1280);
        first.navigate(cloud.site + "/antrag/?seite=ansprechpersonen");
        type(first, "Vor- und Nachname", "Otto Klein");
        type(first, "Amt oder Funktion", "Kämmerer");
        type(first, "E-Mail-Adresse", "otto@lisberg.example");
        press(first, "Speichern und weiter");
        assertThat(first.locator("h1:visible")).hasText("Für welche Kommune stellen Sie den Antrag?");
        press(first, "Zur Übersicht");
        assertThat(first.locator("h1:visible")).hasText("Ihr Antrag");
        Page second = browsing.open(1280);
        browsing.enter(
                second,
                linkIn(cloud.awaitMail("otto@lisberg.example", "Weiterschreiben")
                        .path("text")
                        .asString()));
        go(second, "Warum möchten Sie mitmachen?");
        type(second, "Motivation", "im zweiten Fenster");
        press(second, "Speichern und weiter");
        assertThat(second.locator("h1:visible")).hasText("Was erhoffen Sie sich?");

        go(first, "Warum möchten Sie mitmachen?");
        type(first, "Motivation", "im ersten Fenster");
        press(first, "Speichern und weiter");

        assertThat(first.locator("h1:visible")).hasText("Jemand anderes hat inzwischen gespeichert");
        assertThat(first.locator("[data-difference]")).containsText("im ersten Fenster");
        assertThat(first.locator("[data-difference]")).containsText("im zweiten Fenster");
        browsing.look(first, "antrag-konflikt");
        press(first, "Meine Fassung speichern");
        assertThat(first.locator("h1:visible")).hasText("Ihr Antrag");
        first.reload();
        go(first, "Warum möchten Sie mitmachen?");
        assertThat(first.getByLabel("Motivation")).hasValue("im ersten Fenster");
    }

    private void askForAnotherLink() {
        Page page = browsing.open(390);
        page.navigate(cloud.site + "/antrag/link/");
        press(page, "Link schicken");
        assertThat(page.locator(".error-summary")).containsText("Geben Sie Ihre E-Mail-Adresse an");
        type(page, "E-Mail-Adresse", "otto@lisberg.example");
        press(page, "Link schicken");
        assertThat(page.locator("#done")).isFocused();
        browsing.look(page, "link-geschickt");
        String link = linkIn(cloud.awaitMail("otto@lisberg.example", "neuer Link")
                .path("text")
                .asString());
        browsing.enter(page, link);
        usedLinksLeadToNewOnes(link);
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
    }

    private void usedLinksLeadToNewOnes(String used) {
        Page page = browsing.open(390);
        page.navigate(used);
        press(page, "Antrag öffnen");
        assertThat(page.locator("h1:visible")).hasText("Dieser Link öffnet nichts mehr");
        browsing.look(page, "zugang-benutzt");
        press(page, "Neuen Link schicken");
        assertThat(page.locator("[data-again]")).containsText("in wenigen Minuten");
    }

    private void staffRead(String reference) {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/intern/");
        browsing.look(page, "intern-abgemeldet");
        browsing.signIn(page, "mitarbeit@starke-orte.example");
        assertThat(page.locator(".board")).containsText(reference);
        press(page, "Göttingen (Niedersachsen)");
        assertThat(page.locator("#view")).containsText("Das alte Kino steht leer.");
    }

    private static void pressUntilFocused(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    private static void type(Page page, String label, String text) {
        Locator field = page.getByLabel(Pattern.compile("^" + label.replaceAll("[?*().]", "\\\\$0")))
                .locator("visible=true")
                .first();
        field.focus();
        page.keyboard().type(text);
    }

    private static void choose(Page page, String label) {
        page.getByLabel(label).locator("visible=true").focus();
        page.keyboard().press("Space");
    }

    private static void check(Page page, String label) {
        choose(page, label);
    }

    private static void press(Page page, String name) {
        page.locator(":is(a, button):visible", new Page.LocatorOptions().setHasText(name))
                .first()
                .focus();
        page.keyboard().press("Enter");
    }

    private static void go(Page page, String heading) {
        page.locator("[data-tasks] a", new Page.LocatorOptions().setHasText(heading))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1:visible")).hasText(heading);
    }

    private static void saveAndGoOn(Page page, String next) {
        press(page, "Speichern und weiter");
        assertThat(page.locator("h1:visible")).hasText(next);
    }

    private static String linkIn(String text) {
        Matcher link = Pattern.compile("http://\\S+/zugang/#\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
