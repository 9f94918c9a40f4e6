package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between sending an application and its decision, seen from the town hall and from the office. */
class DossierJourneyTest extends OnAnEmptyCloud {
    private static final String ANNE = "anne@goettingen.example";
    private static final String NOBODY = "bounce@simulator.amazonses.com";
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @TempDir
    private Path folder;

    @Test
    void theTownHallAndTheOfficeWorkOnOneDossier() throws Exception {
        Applicant.send(cloud, "03159016", ANNE);
        Page townHall = browsing.open(1280);
        browsing.enter(townHall, link(ANNE, "ist angekommen"));
        assertThat(townHall.locator("h1:visible")).hasText("Göttingen (Niedersachsen)");
        assertThat(townHall.locator(".standing")).containsText("Vorauswahl");
        browsing.look(townHall, "vorgang");

        threeDocuments(townHall);
        aLargeOneWithProgressAndALostConnection(townHall);
        townHall.getByLabel("Nachricht an die Geschäftsstelle").fill("Gibt es eine Vorlage?");
        townHall.getByText("Nachricht senden").click();
        assertThat(townHall.locator("#notice")).containsText("gesendet");
        townHall.getByLabel("Person aus Ihrer Kommune").fill(NOBODY);
        townHall.getByText("Person hinzufügen").click();
        assertThat(townHall.locator("[data-people]")).containsText(NOBODY);

        Page office = browsing.open(1280);
        officeOpensTheDossierFromItsMail(office);
        officeWorks(office);
        townHallCorrects(townHall);
        bothVersionsAreThere(office);
        tasks(office);
        boardListAndExport(office);
        phone(office);

        withdraw(townHall);
        // What was searched for, perhaps a name, left the browser in no address.
        assertThat(browsing.requests).noneMatch(url -> url.contains("nurnb"));
        // Neither an address nor what was written stands in any log.
        assertThat(cloud.log()).doesNotContain("@").doesNotContain("Vorlage");
        // The connection that the test itself breaks.
        assertThat(browsing.complaints).allMatch(complaint -> complaint.contains("ERR_CONNECTION_RESET"));
        assertThat(browsing.requests)
                .allMatch(url -> url.startsWith("http://localhost:") || url.startsWith("blob:http://localhost:"));
    }

    private void threeDocuments(Page page) {
        page.locator("#files").setInputFiles(new FilePayload[] {
            file("Bauplan Größe.pdf", PDF.getBytes(StandardCharsets.UTF_8)),
            file("Programm.pdf", Arrays.copyOf("MZ".getBytes(StandardCharsets.UTF_8), 5000)),
            file("Virus.pdf", PDF.replace("trailer", "%" + EICAR + "\ntrailer").getBytes(StandardCharsets.UTF_8)),
            file("Notiz.txt", "hallo".getBytes(StandardCharsets.UTF_8)),
        });
        assertThat(page.locator("[data-uploads]")).containsText("Dieser Dateityp ist nicht möglich");
        assertThat(document(page, "Bauplan Größe.pdf")).containsText("aufgenommen");
        assertThat(document(page, "Programm.pdf")).containsText("passt nicht zur Endung");
        assertThat(document(page, "Virus.pdf")).containsText("Schadsoftware gefunden");
        browsing.look(page, "vorgang-dokumente");
        page.evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File([''], 'Leer.pdf'));
                  const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
                  document.querySelector('[data-drop]').dispatchEvent(drop);
                }""");
        assertThat(page.locator("[data-uploads]")).containsText("Die Datei ist leer.");
        page.getByLabel("Leer.pdf: Ausblenden").click();
        page.getByLabel("Notiz.txt: Ausblenden").click();
        var saved = page.waitForDownload(
                () -> page.getByLabel("Bauplan Größe.pdf: Speichern").click());
        assertThat(saved.suggestedFilename()).isEqualTo("Bauplan Größe.pdf");
        assertThat(saved.path()).hasContent(PDF);
        page.getByLabel("Virus.pdf: Ausblenden").click();
        assertThat(document(page, "Virus.pdf")).hasCount(0);
    }

    /** 25 MB: the connection breaks, the second try shows its progress and is the same document; another is cancelled. */
    private void aLargeOneWithProgressAndALostConnection(Page page) throws Exception {
        // As a phone's picture, with a film behind it.
        byte[] picture = new byte[25 * 1024 * 1024];
        new Random(1).nextBytes(picture);
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpg", drawn);
        System.arraycopy(drawn.toByteArray(), 0, picture, 0, drawn.size());
        Path large = Files.write(folder.resolve("Luftbild.jpg"), picture);
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        // Before the connection breaks: a changed network counts as a new one, and is tried by itself.
        network(network, 4_000_000);
        page.route("**/*quarantine*", route -> route.abort("connectionreset"));
        page.locator("#files").setInputFiles(large);
        Locator line = page.locator("[data-uploads] li");
        assertThat(line.locator(".words")).containsText("Verbindung ist abgebrochen");
        browsing.look(page, "vorgang-abgebrochen");
        page.unroute("**/*quarantine*");
        page.getByLabel("Luftbild.jpg: Noch einmal versuchen").click();
        assertThat(line.locator(".words")).hasText(Pattern.compile("[1-9]\\d? % hochgeladen"));
        browsing.look(page, "vorgang-hochladen");
        network(network, -1);
        assertThat(document(page, "Luftbild.jpg")).containsText("aufgenommen");
        assertThat(document(page, "Luftbild.jpg")).hasCount(1);

        network(network, 1_000_000);
        page.locator("#files").setInputFiles(large);
        page.getByLabel("Luftbild.jpg: Abbrechen").click();
        assertThat(page.locator("[data-uploads] li")).hasCount(0);
        assertThat(document(page, "Luftbild.jpg")).hasCount(1);
        network(network, -1);
    }

    private static void network(com.microsoft.playwright.CDPSession network, int bytesPerSecond) {
        var conditions = new com.google.gson.JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        network.send("Network.emulateNetworkConditions", conditions);
    }

    private void officeOpensTheDossierFromItsMail(Page page) {
        page.navigate(linkIn(
                cloud.awaitMail("geschaeftsstelle@starke-orte.example", "Neue Nachricht von Göttingen")
                        .path("text")
                        .asString(),
                "/intern/"));
        browsing.signIn(page, "mitarbeit@starke-orte.example");
        assertThat(page.locator("h1:visible")).hasText("Göttingen (Niedersachsen)");
        assertThat(page.locator("#view")).containsText("Gibt es eine Vorlage?");
        assertThat(page.locator("[data-chain=whole]")).containsText("stimmen mit ihrer Prüfsummenkette überein");
        assertThat(page.locator("#view")).containsText("zurückgekommen");
        // What was cancelled is not there.
        assertThat(page.locator(".files li", new Page.LocatorOptions().setHasText("Luftbild.jpg")))
                .hasCount(1);
        browsing.look(page, "intern-vorgang");
        var saved = page.waitForDownload(
                () -> page.getByLabel("Bauplan Größe.pdf: Speichern").click());
        assertThat(saved.path()).hasContent(PDF);
    }

    private void officeWorks(Page page) {
        page.getByLabel("Antwort an die Kommune").fill("Ja, sie kommt morgen.");
        page.getByText("Nachricht senden").click();
        assertThat(page.locator("#notice")).containsText("gesendet");
        page.getByLabel("Notiz für die Geschäftsstelle").fill("Bürgermeisterin ruft zurück.");
        page.getByText("Notiz speichern").click();
        assertThat(page.locator("#notice")).containsText("gespeichert");
        page.locator("summary", new Page.LocatorOptions().setHasText("Um Berichtigung bitten"))
                .click();
        page.locator("button", new Page.LocatorOptions().setHasText("Um Berichtigung bitten"))
                .click();
        assertThat(page.locator(".error-summary")).containsText("mindestens eine Angabe");
        browsing.look(page, "intern-berichtigung");
        page.getByLabel("Motivation", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Rechnung: Ort").check();
        page.getByLabel("Was und warum?").fill("Bitte nennen Sie das Kino beim Namen.");
        page.locator("button", new Page.LocatorOptions().setHasText("Um Berichtigung bitten"))
                .click();
        assertThat(page.locator(".note")).containsText("Berichtigung erbeten bis");
    }

    private void townHallCorrects(Page page) {
        browsing.enter(page, link(ANNE, "Bitte berichtigen"));
        assertThat(page.locator("[data-correction]")).containsText("Bitte nennen Sie das Kino beim Namen.");
        assertThat(page.locator("[data-messages]")).containsText("Ja, sie kommt morgen.");
        assertThat(page.locator("[data-messages]")).containsText("neu");
        browsing.look(page, "vorgang-berichtigen");
        page.getByText("Angaben berichtigen").click();
        assertThat(page.locator("[data-tasks] li")).hasCount(2);
        browsing.look(page, "berichtigung-uebersicht");
        page.getByText("Warum möchten Sie mitmachen?").first().click();
        page.getByLabel("Motivation").fill("Die Lichtburg steht leer.");
        page.locator("button:visible", new Page.LocatorOptions().setHasText("Speichern"))
                .click();
        page.locator("[data-tasks] a").last().click();
        // What is not asked for is text, to be read and copied.
        assertThat(page.locator(".locked", new Page.LocatorOptions().setHasText("Straße und Hausnummer")))
                .containsText("Am Markt 1");
        assertThat(page.getByLabel("Straße")).isHidden();
        page.getByLabel("Ort", new Page.GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .fill("Bovenden");
        browsing.look(page, "berichtigung-rechnung");
        page.setViewportSize(390, 900);
        browsing.look(page, "berichtigung-rechnung");
        page.setViewportSize(1280, 900);
        page.locator("button:visible", new Page.LocatorOptions().setHasText("Speichern"))
                .click();
        page.getByText("Antworten prüfen").first().click();
        page.getByText("Berichtigung senden").click();
        assertThat(page.locator("#notice")).containsText("Ihre Berichtigung ist gesendet");
        assertThat(page.locator(".standing")).containsText("Vorauswahl");
        assertThat(page.locator("[data-corrections]")).containsText("Das alte Kino steht leer.");
        assertThat(page.locator("[data-corrections]")).containsText("Die Lichtburg steht leer.");
        browsing.look(page, "vorgang-berichtigt");
    }

    private void bothVersionsAreThere(Page page) {
        cloud.awaitMail("geschaeftsstelle@starke-orte.example", "Berichtigung ist da");
        page.locator("#views a", new Page.LocatorOptions().setHasText("Tafel")).click();
        page.locator(".board a", new Page.LocatorOptions().setHasText("Göttingen"))
                .click();
        assertThat(page.locator(".correction")).containsText("Das alte Kino steht leer.");
        assertThat(page.locator(".correction")).containsText("Die Lichtburg steht leer.");
        assertThat(page.locator(".correction")).containsText("Bovenden");
        assertThat(page.locator("[data-chain=whole]")).isVisible();
        Locator mail = page.locator(".history li", new Page.LocatorOptions().setHasText("Eingangsbestätigung"));
        mail.locator("summary").click();
        assertThat(mail).containsText("Guten Tag Änne Groß");
        assertThat(mail).containsText("persönlicher Link");
        browsing.look(page, "intern-mail");
        var paper = page.waitForDownload(
                () -> mail.getByLabel("Anhang speichern: Antrag.pdf").click());
        assertThat(paper.suggestedFilename()).isEqualTo("Antrag.pdf");
        mail.getByText("Noch einmal senden").click();
        browsing.look(page, "intern-mail-frage");
        page.locator("dialog .quiet").click();
        assertThat(page.locator("dialog")).hasCount(0);
        mail.getByText("Noch einmal senden").click();
        page.locator("dialog .button:not(.quiet)").click();
        assertThat(page.locator("#notice")).containsText("noch einmal unterwegs");
        assertThat(page.locator("#view")).containsText("E-Mail noch einmal gesendet");
    }

    private void tasks(Page page) {
        // The token has just run out: it is renewed without anybody noticing.
        page.route("**/api/staff/tasks", route -> {
            page.unroute("**/api/staff/tasks");
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setStatus(401)
                    .setBody("{}"));
        });
        page.locator("#views a", new Page.LocatorOptions().setHasText("Aufgaben"))
                .click();
        Locator bounce = page.locator(".tasks li[data-kind=bounce]");
        assertThat(bounce).hasCount(1);
        assertThat(bounce).containsText("Göttingen");
        assertThat(page.locator(".tasks li[data-kind=document]")).hasCount(2);
        browsing.look(page, "intern-aufgaben");
        bounce.getByLabel(Pattern.compile("^Zuständig")).selectOption("mitarbeit@starke-orte.example");
        page.getByText("Nur meine").click();
        assertThat(page.locator(".tasks li")).hasCount(1);
        page.locator(".tasks button").click();
        assertThat(page.locator("#view")).containsText("Für Sie ist nichts offen.");
    }

    private void boardListAndExport(Page page) throws Exception {
        Applicant.send(cloud, "09564000", "otto@nuernberg.example");
        page.locator("#views a", new Page.LocatorOptions().setHasText("Tafel")).click();
        assertThat(page.locator(".board")).containsText("Nürnberg (Bayern)");
        browsing.look(page, "intern-tafel");
        page.locator("#views a", new Page.LocatorOptions().setHasText("Liste")).click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.getByLabel("Suchen").fill("nurnb");
        page.getByText("Anzeigen").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("#suche=nurnb"));
        page.goBack();
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator("thead a", new Page.LocatorOptions().setHasText("Kommune")).click();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Kommune");
        page.getByLabel("Alle auf dieser Seite auswählen").check();
        assertThat(page.locator("#view")).containsText("2 ausgewählt");
        page.getByLabel("Betreff").fill("Treffen im Januar");
        page.getByLabel("Text").fill("Liebe alle,\n\nbis bald in Angermünde.");
        browsing.look(page, "intern-liste");
        page.getByText("Ansehen, dann senden").click();
        assertThat(page.locator(".error-summary")).containsText("Die Anrede steht schon davor");
        page.getByLabel("Text").fill("Bis bald in Angermünde.");
        page.getByText("Ansehen, dann senden").click();
        assertThat(page.locator("dialog")).containsText("Guten Tag ");
        page.getByText("Erst einmal nur an mich senden").click();
        assertThat(page.locator("dialog [role=status]")).containsText("Unterwegs an");
        browsing.look(page, "intern-liste-vorschau");
        cloud.awaitMail("mitarbeit@starke-orte.example", "Test: Treffen im Januar");
        page.locator("dialog .button:not(.quiet)").click();
        assertThat(page.locator("#notice")).containsText("E-Mails sind unterwegs");
        assertThat(cloud.awaitMail("otto@nuernberg.example", "Treffen im Januar")
                        .path("text")
                        .asString())
                .contains("Bis bald in Angermünde")
                .containsOnlyOnce("Guten Tag");
        var csv = page.waitForDownload(() -> page.getByText("Liste als CSV").click());
        assertThat(Files.readString(csv.path())).contains("Nürnberg (Bayern)").contains("Göttingen (Niedersachsen)");
        var excel = page.waitForDownload(() -> page.getByText("Liste als Excel").click());
        assertThat(Files.size(excel.path())).isGreaterThan(1000);
    }

    /** Every view of the office again, as narrow as a phone and narrower. */
    private void phone(Page page) {
        for (int width : new int[] {320, 390}) {
            page.setViewportSize(width, 900);
            for (String view : List.of("Tafel", "Liste", "Aufgaben")) {
                browsing.choose(page, view);
                assertThat(page.locator("#views a[aria-current]")).hasText(view);
                browsing.look(page, "intern-" + view.toLowerCase(java.util.Locale.ROOT));
            }
            browsing.choose(page, "Tafel");
            page.locator(".board a", new Page.LocatorOptions().setHasText("Göttingen"))
                    .click();
            assertThat(page.locator("h1:visible")).hasText("Göttingen (Niedersachsen)");
            browsing.look(page, "intern-vorgang");
        }
        page.locator("#menu").click();
        page.locator("#sign-out").click();
        page.waitForURL(Pattern.compile(".*/intern/$"));
        assertThat(page.locator("#sign-in")).isVisible();
    }

    private void withdraw(Page page) {
        for (int width : new int[] {320, 390}) {
            page.setViewportSize(width, 900);
            browsing.look(page, "vorgang");
        }
        page.locator("button", new Page.LocatorOptions().setHasText("Antrag zurückziehen"))
                .click();
        assertThat(page.locator(".error-summary")).containsText("Bestätigen Sie");
        page.getByLabel("Ja, unsere Kommune zieht den Antrag zurück.").check();
        page.locator("button", new Page.LocatorOptions().setHasText("Antrag zurückziehen"))
                .click();
        assertThat(page.locator(".standing")).containsText("Sie haben den Antrag zurückgezogen.");
        assertThat(page.locator("#withdrawal")).isHidden();
        browsing.look(page, "vorgang-zurueckgezogen");
        cloud.awaitMail(ANNE, "Ihr Antrag ist zurückgezogen");
    }

    private static Locator document(Page page, String name) {
        return page.locator("[data-documents] li", new Page.LocatorOptions().setHasText(name));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, name.endsWith(".pdf") ? "application/pdf" : "text/plain", content);
    }

    private static String link(String to, String about) {
        return linkIn(cloud.awaitMail(to, about).path("text").asString(), "/zugang/#");
    }

    private static String linkIn(String text, String path) {
        var link = Pattern.compile("http://\\S+" + Pattern.quote(path) + "\\S*").matcher(text);
        assertThat(link.find()).as("a link to " + path + " in " + text).isTrue();
        return link.group();
    }
}
