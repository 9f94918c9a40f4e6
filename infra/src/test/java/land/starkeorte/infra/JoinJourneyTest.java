package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** From the application to the payment, everybody in a browser of their own: founders vote, an interview is booked and moved, two people decide, the fee is paid. */
class JoinJourneyTest extends OnTheLocalCloud {
    private static final String TOWN_HALL = "anne@goettingen.example";
    private static final List<String> VOICES = List.of("NO", "ASIDE", "YES", "YES");
    private static final List<String> FOUNDERS =
            List.of("angermuende", "herzberg", "neukirchen", "kirchenlamitz", "marktleuthen");

    @Test
    void aMunicipalityIsVotedOnInterviewedAndAdmitted() throws Exception {
        var applicant = Applicant.send(cloud, "03152012", TOWN_HALL);
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=gespraeche");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        timesAreOffered(office);
        theFoundersVote(applicant);
        Page townHall = theTownHallBooksAndMoves();
        theInterviewTakesPlace(office, applicant);
        twoPeopleDecide(office, applicant);
        theLetterArrives(townHall);
        theInvoiceArrivesAndIsPaid(townHall, office, applicant);
        assertThat(browsing.complaints).isEmpty();
        assertThat(cloud.log()).doesNotContain(TOWN_HALL).doesNotContain("Kino passt");
    }

    private void timesAreOffered(Page page) {
        assertThat(page.locator("#view h1")).hasText("Kennenlerngespräche");
        page.getByText("Termine anbieten").click();
        assertThat(page.locator(".error-summary")).containsText("Geben Sie den Tag an");
        browsing.look(page, "gespraeche-fehler");
        page.getByLabel("Tag").fill(LocalDate.now().plusDays(10).toString());
        page.getByLabel("Erstes Gespräch").fill("14:00");
        page.getByLabel("Letztes Gespräch").fill("15:30");
        page.getByLabel("Adresse des Videogesprächs").fill("https://video.example/raum");
        page.getByText("Termine anbieten").click();
        assertThat(page.locator("#notice")).containsText("3 Termine sind angeboten");
        browsing.look(page, "gespraeche");
    }

    private void theFoundersVote(Applicant applicant) {
        for (int i = 0; i < VOICES.size(); i++) {
            String address = FOUNDERS.get(i) + "@starke-orte.example";
            cloud.awaitMail(address, "Ihr Votum bis");
            Page page = browsing.open(i == 1 ? 390 : 1280);
            page.navigate(cloud.site + "/intern/");
            browsing.signIn(page, address);
            assertThat(page.locator("#view h1")).hasText("Vorauswahl");
            assertThat(page.getByText("Ihre Stimme fehlt")).isVisible();
            browsing.look(page, "vorauswahl-liste-" + i);
            page.getByText("Göttingen (Niedersachsen)").click();
            assertThat(page.locator(".answers").first()).containsText("Das alte Kino steht leer.");
            assertThat(page.locator("#view")).not().containsText(TOWN_HALL);
            if (i == 0) {
                page.getByText("Stimme abgeben").click();
                assertThat(page.locator(".error-summary")).isFocused();
                browsing.look(page, "vorauswahl-fehler");
            }
            page.locator("input[value=" + VOICES.get(i) + "]").check();
            page.getByLabel("Begründung").fill("Das Kino passt, sagt Nummer " + i);
            page.getByText("Stimme abgeben").click();
            assertThat(page.locator("#notice")).containsText("gezählt");
            if (i < VOICES.size() - 1) {
                assertThat(page.locator("#view")).not().containsText("Alle Stimmen");
            } else {
                assertThat(page.locator("#view")).containsText("sagt Nummer 0");
            }
            browsing.look(page, "vorauswahl-" + i);
            page.context().close();
        }
        assertThat(cloud.mails("marktleuthen@starke-orte.example")).hasSize(1);
    }

    private Page theTownHallBooksAndMoves() {
        String text = cloud.awaitMail(TOWN_HALL, "Wir möchten Sie kennenlernen")
                .path("text")
                .asString();
        var link = Pattern.compile("http\\S+/vorgang/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        Page page = browsing.open(390);
        page.navigate(link.group());
        assertThat(page.locator("[data-now]")).containsText("möchten Sie kennenlernen");
        page.getByText("Termin buchen").click();
        assertThat(page.locator(".error-summary")).containsText("Wählen Sie einen Termin");
        browsing.look(page, "termin-fehler");
        page.getByLabel("14:30–15:00").check();
        page.getByText("Termin buchen").click();
        assertThat(page.locator("#notice")).containsText("Der Termin ist gebucht");
        assertThat(page.locator("#talk-title")).isFocused();
        browsing.look(page, "termin-gebucht");
        page.setViewportSize(1280, 900);
        page.locator("summary", new Page.LocatorOptions().setHasText("Termin verschieben"))
                .click();
        page.getByLabel("15:00–15:30").check();
        page.getByText("Auf diesen Termin verschieben").click();
        assertThat(page.locator("#notice")).containsText("verschoben");
        assertThat(page.locator("[data-choosing]")).containsText("15:00–15:30 Uhr");
        browsing.look(page, "termin-verschoben");

        String first = calendar("Ihr Kennenlerngespräch: ");
        String second = calendar("Verschoben");
        assertThat(first).contains("METHOD:REQUEST", "SEQUENCE:0");
        assertThat(second).contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(uid(second)).isEqualTo(uid(first));
        return page;
    }

    private String calendar(String subject) {
        var file = cloud.awaitMail(TOWN_HALL, subject).at("/files/0");
        assertThat(file.path("type").asString()).startsWith("text/calendar");
        return new String(
                Base64.getDecoder().decode(file.path("content").asString()), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String uid(String calendar) {
        var line = Pattern.compile("UID:(\\S+)").matcher(calendar);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    private void theInterviewTakesPlace(Page page, Applicant applicant) {
        // Ten days pass.
        cloud.change(
                "InterviewsTable",
                Map.of("pk", applicant.dossier(), "sk", "interview"),
                "start",
                Instant.now().minus(Duration.ofHours(1)).toString());
        page.locator("#views a", new Page.LocatorOptions().setHasText("Liste")).click();
        page.locator("tbody a").click();
        assertThat(page.locator("#view")).containsText("Das Kino passt, sagt Nummer 0");
        page.locator("#f-talk-note").fill("Sehr offen, gute Fragen.");
        page.getByText("Ergebnis speichern").click();
        assertThat(page.locator("#notice")).containsText("Das Ergebnis ist gespeichert");
        browsing.look(page, "vorgang-entscheiden");
    }

    private void twoPeopleDecide(Page page, Applicant applicant) {
        page.getByText("Entscheidung vorschlagen").click();
        assertThat(page.locator(".error-summary")).containsText("als Begründung lesen soll");
        page.locator("#f-decision-reason").fill("Das Kino hat uns überzeugt.");
        page.locator("#f-decision-internal").fill("Drei dafür, eine dagegen.");
        page.getByText("Entscheidung vorschlagen").click();
        assertThat(page.locator("#notice")).containsText("Eine zweite Person bestätigt");
        assertThat(page.getByText("Aufnehmen: bestätigen")).isHidden();
        browsing.look(page, "vorgang-vorgeschlagen");

        Page second = browsing.open(1280);
        second.navigate(cloud.site + "/intern/?vorgang=" + applicant.dossier());
        browsing.signIn(second, "leitung@starke-orte.example");
        second.getByText("Aufnehmen: bestätigen").click();
        assertThat(second.locator("#notice")).containsText("Die Entscheidung ist bestätigt");
        assertThat(second.locator("[data-chain=whole]")).isVisible();
        browsing.look(second, "vorgang-entschieden");
    }

    private void theLetterArrives(Page page) throws Exception {
        var file = cloud.awaitMail(TOWN_HALL, "Herzlich willkommen").at("/files/0");
        try (var pdf =
                Loader.loadPDF(Base64.getDecoder().decode(file.path("content").asString()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Das Kino hat uns überzeugt.")
                    .doesNotContain("eine dagegen");
        }
        page.reload();
        assertThat(page.locator("[data-decided]")).containsText("Ihre Kommune ist aufgenommen.");
        assertThat(page.locator("#dossier")).not().containsText("eine dagegen");
        browsing.look(page, "vorgang-aufgenommen");
        var saved = page.waitForDownload(() -> page.getByText("Brief speichern").click());
        assertThat(saved.suggestedFilename()).isEqualTo("Entscheidung.pdf");
    }

    private void theInvoiceArrivesAndIsPaid(Page page, Page office, Applicant applicant) {
        var files = cloud.awaitMail(TOWN_HALL, "Rechnung SO-").path("files");
        assertThat(files.valueStream().map(file -> file.path("type").asString()))
                .containsExactly("application/pdf", "application/xml");
        page.reload();
        assertThat(page.locator("[data-paying]")).containsText("DE02 1203 0000 0000 2020 51");
        assertThat(page.locator("[data-paying] img")).isVisible();
        browsing.look(page, "zahlung-offen");
        page.setViewportSize(390, 900);
        browsing.look(page, "zahlung-offen");

        office.locator("#views a", new Page.LocatorOptions().setHasText("Liste"))
                .click();
        office.locator("tbody a").click();
        office.getByText("Zahlung bestätigen").last().click();
        assertThat(office.locator(".error-summary")).containsText("woran Sie die Zahlung gesehen haben");
        office.locator("#f-proof").fill("Kontoauszug 12, Blatt 3");
        office.getByText("Zahlung bestätigen").last().click();
        assertThat(office.locator("#notice")).containsText("Die Zahlung ist bestätigt");
        assertThat(office.locator("#view")).containsText("Kontoauszug 12, Blatt 3");
        browsing.look(office, "vorgang-bezahlt");
        cloud.awaitMail(TOWN_HALL, "Danke, die Aufnahmezahlung ist bestätigt");
        page.reload();
        assertThat(page.locator("[data-now]")).containsText("Die Aufnahmezahlung ist bestätigt.");
        assertThat(page.locator("#dossier")).not().containsText("Blatt 3");
    }
}
