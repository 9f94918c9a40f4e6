package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import land.starkeorte.platform.Json;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * From the application to the published member, everybody in a browser of their own: five founders vote, an interview is booked
 * and moved, two people decide, the bank tells of the payment, the member writes its profile.
 */
class JoinJourneyTest extends OnAnEmptyCloud {
    private static final String TOWN_HALL = "anne@goettingen.example";
    private static final String PROFILE = "/mitglieder/03159016/";
    private static final List<String> VOICES = List.of("NO", "ASIDE", "YES", "ASIDE", "YES");
    private static final List<String> FOUNDERS =
            List.of("angermuende", "herzberg", "neukirchen", "kirchenlamitz", "marktleuthen");

    @Test
    void aMunicipalityIsVotedOnInterviewedAndAdmitted() throws Exception {
        var applicant = Applicant.send(cloud, "03159016", TOWN_HALL);
        Page office = browsing.open(1280);
        office.navigate(cloud.site + "/intern/?ansicht=gespraeche");
        browsing.signIn(office, "mitarbeit@starke-orte.example");
        timesAreOffered(office);
        theFoundersVote(applicant);
        Page townHall = theTownHallBooksAndMoves();
        theOfficeCallsOffAndTheTownHallChoosesAnew(office, townHall);
        theInterviewTakesPlace(office, applicant);
        twoPeopleDecide(office, applicant);
        theLetterArrives(townHall);
        theInvoiceArrives(townHall);
        theBankTellsOfThePayment(office, applicant);
        everybodySeesTheNewMember(townHall);
        Page member = theMemberSignsInAndTellsAboutItself();
        twoProposeTheSameAndNothingIsLost(member);
        theOfficeComparesAndApproves(office, member);
        theMemberDisappearsWhenItWants(member);
        theNextVoteIsAtHand();
        aFoundingMunicipalityLeavesAndComesBack(office);
        assertThat(browsing.complaints).isEmpty();
        assertThat(cloud.log()).doesNotContain(TOWN_HALL).doesNotContain("Kino passt");
    }

    private void timesAreOffered(Page page) {
        assertThat(page.locator("#view h1")).hasText("Kennenlerngespräche");
        page.getByText("Termine anbieten").click();
        assertThat(page.locator(".error-summary")).containsText("Geben Sie den Tag an");
        browsing.look(page, "gespraeche-fehler");
        page.getByLabel("Tag").fill(LocalDate.now(Today.CLOCK).plusDays(10).toString());
        page.getByLabel("Erstes Gespräch").fill("14:00");
        page.getByLabel("Letztes Gespräch").fill("15:30");
        page.getByLabel("Adresse des Videogesprächs").fill("https://video.example/raum");
        page.getByText("Termine anbieten").click();
        assertThat(page.locator("#notice")).containsText("3 Termine sind angeboten");
        browsing.look(page, "gespraeche");
    }

    private void theFoundersVote(Applicant applicant) {
        cloud.runSchedule("Remind");
        for (int i = 0; i < VOICES.size(); i++) {
            String address = FOUNDERS.get(i) + "@starke-orte.example";
            cloud.awaitMail(address, "Göttingen (Niedersachsen): Ihr Votum bis");
            Page page = browsing.open(i == 1 ? 390 : 1280);
            page.navigate(cloud.site + "/intern/");
            browsing.signIn(page, address);
            assertThat(page.locator("#view h1")).hasText("Vorauswahl");
            assertThat(page.getByText("Ihre Stimme fehlt")).isVisible();
            browsing.look(page, "vorauswahl-liste-" + i);
            page.getByText("Göttingen (Niedersachsen)").click();
            assertThat(page.locator("section:has(> h2:text-is('Antrag'))")).containsText("Das alte Kino steht leer.");
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
        var link = Pattern.compile("http\\S+/zugang/\\S+").matcher(text);
        assertThat(link.find()).isTrue();
        Page page = browsing.open(390);
        browsing.enter(page, link.group());
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

    private void theOfficeCallsOffAndTheTownHallChoosesAnew(Page office, Page townHall) {
        office.reload();
        Locator slot = office.locator("#view li", new Page.LocatorOptions().setHasText("Göttingen"));
        slot.locator("summary").click();
        slot.getByText("Gespräch absagen").click();
        assertThat(office.locator(".error-summary")).containsText("Schreiben Sie der Kommune, warum Sie absagen.");
        browsing.look(office, "gespraech-absagen");
        slot.getByLabel("Warum sagen Sie").fill("Wer es führen sollte, ist krank.");
        slot.getByText("Gespräch absagen").click();
        assertThat(office.locator("#notice"))
                .containsText("Die Kommune ist benachrichtigt, der Termin ist wieder frei.");
        assertThat(slot).hasCount(0);
        browsing.look(office, "gespraech-abgesagt");
        assertThat(cloud.awaitMail(TOWN_HALL, "Leider abgesagt").path("text").asString())
                .contains(
                        "Das tut uns leid", "Wer es führen sollte, ist krank.", "Bitte wählen Sie einen neuen Termin");
        String off = calendar("Leider abgesagt");
        assertThat(off).contains("METHOD:CANCEL");
        assertThat(uid(off)).isEqualTo(uid(calendar("Verschoben")));

        townHall.reload();
        assertThat(townHall.getByText("Termin buchen")).isVisible();
        browsing.look(townHall, "termin-abgesagt");
        townHall.getByLabel("15:00–15:30").check();
        townHall.getByText("Termin buchen").click();
        assertThat(townHall.locator("#notice")).containsText("Der Termin ist gebucht");
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
                Today.CLOCK.instant().minus(Duration.ofHours(1)).toString());
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
        Page second = browsing.open(1280);
        second.navigate(cloud.site + "/intern/?vorgang=" + applicant.dossier());
        browsing.signIn(second, "leitung@starke-orte.example");
        second.locator("#f-decision-choice").selectOption("Ablehnen");
        second.locator("#f-decision-reason").fill("Ohne Eigentümer geht es nicht.");
        page.getByText("Entscheidung vorschlagen").click();
        assertThat(page.locator("#notice")).containsText("Eine zweite Person bestätigt");
        assertThat(page.getByText("Aufnehmen: bestätigen")).isHidden();
        browsing.look(page, "vorgang-vorgeschlagen");

        // Whoever was slower sees what is there beside what they have written.
        second.getByText("Entscheidung vorschlagen").click();
        assertThat(second.locator(".error-summary")).containsText("Es gibt schon einen Vorschlag");
        assertThat(second.locator(".meeting")).containsText("Das Kino hat uns überzeugt.");
        assertThat(second.locator("#f-decision-reason")).hasValue("Ohne Eigentümer geht es nicht.");
        browsing.look(second, "vorgang-zwei-vorschlaege");
        second.getByText("Zu diesem Vorschlag").click();
        second.getByText("Aufnehmen: bestätigen").click();
        second.locator("dialog .button:not(.quiet)").click();
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

    private void theInvoiceArrives(Page page) {
        var files = cloud.awaitMail(TOWN_HALL, "Rechnung SO-").path("files");
        assertThat(files.valueStream().map(file -> file.path("type").asString()))
                .containsExactly("application/pdf", "application/xml");
        page.reload();
        assertThat(page.locator("[data-paying]")).containsText("DE02 1203 0000 0000 2020 51");
        assertThat(page.locator("[data-paying] img")).isVisible();
        assertThat(page.getByText("Mit Karte bezahlen")).isVisible();
        browsing.look(page, "zahlung-offen");
        page.setViewportSize(390, 900);
        browsing.look(page, "zahlung-offen");
    }

    private void theBankTellsOfThePayment(Page page, Applicant applicant) {
        var fee = Json.MAPPER.readTree(cloud.read(
                        "/api/dossiers/" + applicant.dossier() + "/fee",
                        "authorization",
                        "Bearer " + applicant.secret())
                .body());
        String reference = fee.path("reference").asString();
        page.locator("#views a", new Page.LocatorOptions().setHasText("Zahlungen"))
                .click();
        assertThat(page.locator("#view h1")).hasText("Zahlungen");
        assertThat(page.locator("#view")).containsText("Alles ist zugeordnet.");
        drop(page, "kaputt.xml", statement(entry("CRDT", "viel", "Kasse", reference)));
        assertThat(page.locator("#notice")).containsText("kaputt.xml wurde nicht verwendet. Zeile");
        browsing.look(page, "zahlungen-abgelehnt");
        drop(
                page,
                "november.xml",
                statement(
                        entry(
                                "CRDT",
                                "100.00",
                                "Amtskasse",
                                "Aufn. " + reference.toLowerCase(Locale.ROOT).replace("-", " ")),
                        entry("CRDT", "12.30", "Irrläufer", "ohne Kennung"),
                        entry("DBIT", "59.00", "Verlag", "Abo")));
        assertThat(page.locator("#notice")).containsText("november.xml: 1 zugeordnet, 1 zu klären, 1 Ausgang.");
        browsing.look(page, "zahlungen");
        page.setViewportSize(390, 900);
        browsing.look(page, "zahlungen");
        page.locator("summary").click();
        page.getByText("Als geklärt vermerken").click();
        assertThat(page.locator(".error-summary")).containsText("was damit geschah");
        page.getByLabel("Was ist mit dem Geld geschehen?").fill("Zurück überwiesen.");
        page.getByText("Als geklärt vermerken").click();
        assertThat(page.locator("#notice")).hasText("Vermerkt.");
        assertThat(page.locator("#view")).containsText("Alles ist zugeordnet.");
        page.setViewportSize(1280, 900);
        drop(page, "nochmal.xml", statement(entry("CRDT", "12.30", "Irrläufer", "ohne Kennung")));
        assertThat(page.locator("#notice")).containsText("0 zugeordnet, 0 zu klären, 1 schon bekannt");
        var books = page.waitForDownload(
                () -> page.getByText("Alles als Excel speichern").click());
        assertThat(books.suggestedFilename()).isEqualTo("buchhaltung.xlsx");
        cloud.awaitMail(TOWN_HALL, "Danke, die Aufnahmezahlung ist bestätigt");
        page.navigate(cloud.site + "/intern/?vorgang=" + applicant.dossier());
        assertThat(page.locator("#view")).containsText("100,00 € überwiesen");
        browsing.look(page, "vorgang-bezahlt");
    }

    private static void drop(Page page, String name, String content) {
        page.locator("#f-file").setInputFiles(new FilePayload(name, "text/xml", content.getBytes(UTF_8)));
    }

    private void everybodySeesTheNewMember(Page townHall) {
        cloud.awaitMail(TOWN_HALL, "Willkommen im Netzwerk, Göttingen");
        LocalCloud.await(() -> cloud.read(PROFILE).statusCode(), status -> status == 200, "the member's page");
        townHall.reload();
        assertThat(townHall.locator("[data-now]")).containsText("Mitglied");
        Page visitor = browsing.open(1280);
        visitor.navigate(cloud.site + "/mitglieder/");
        assertThat(visitor.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Nach Ländern")))
                .containsText("Göttingen");
        assertThat(visitor.frameLocator("iframe").getByLabel("Göttingen, Niedersachsen, Mitglied"))
                .isVisible();
        visitor.frameLocator("iframe").getByText("Göttingen").click();
        visitor.waitForURL("**" + PROFILE);
        assertThat(visitor.locator("h1")).hasText("Göttingen");
        browsing.look(visitor, "mitglied-neu");
        visitor.navigate(cloud.site + "/");
        assertThat(visitor.getByLabel("Göttingen, Niedersachsen")).isVisible();
        visitor.context().close();
    }

    private Page theMemberSignsInAndTellsAboutItself() throws Exception {
        LocalCloud.await(() -> cloud.givePassword(TOWN_HALL), done -> done, "the account of " + TOWN_HALL);
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/intern/");
        browsing.signIn(page, TOWN_HALL);
        assertThat(page.locator("#view h1")).hasText("Profil: Göttingen");
        browsing.look(page, "profil-leer");
        page.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(page.locator(".error-summary")).containsText("ein paar Sätze über Ihre Kommune");
        browsing.look(page, "profil-fehler");
        page.locator("#f-text").fill("Im alten Kino entsteht ein Haus für alle.");
        page.getByLabel("Leerstand aktivieren").check();
        page.getByText("Vorhaben hinzufügen").click();
        page.getByLabel("Name des Vorhabens").fill("Altes Kino");
        page.getByLabel("Worum geht es?").fill("Bühne, Werkstatt und Café.");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Anne Beispiel");
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1800, 1200, BufferedImage.TYPE_INT_RGB), "jpg", photo);
        page.getByLabel("Bild hinzufügen")
                .setInputFiles(new FilePayload("kino.jpg", "image/jpeg", photo.toByteArray()));
        assertThat(page.locator("#f-pictures\\.0\\.alt")).isFocused();
        page.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(page.locator(".error-summary")).containsText("Beschreiben Sie, was auf dem Bild zu sehen ist");
        page.locator("#f-pictures\\.0\\.alt").fill("Das alte Kino am Markt");
        browsing.look(page, "profil");
        page.setViewportSize(390, 900);
        browsing.look(page, "profil");
        page.setViewportSize(320, 900);
        browsing.look(page, "profil");
        page.setViewportSize(1280, 900);
        page.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(page.locator("#notice")).containsText("Die Geschäftsstelle sieht es sich an");
        assertThat(page.locator("#view")).containsText("wartet auf die Geschäftsstelle");
        return page;
    }

    private void twoProposeTheSameAndNothingIsLost(Page page) {
        Page other = browsing.open(1280);
        other.navigate(cloud.site + "/intern/");
        browsing.signIn(other, TOWN_HALL);
        other.locator("#f-text").fill("Andere Worte.");
        other.getByText("Vorhaben hinzufügen").click();
        other.locator("#f-projects\\.1\\.title").fill("Bahnhof");
        other.locator("#f-projects\\.1\\.text").fill("Ein Bürgerbüro.");
        page.locator("#f-text").fill("Im alten Kino entsteht ein Haus für alle. Mit Bühne.");
        page.locator("#f-contact\\.phone").fill("0551 1234-0");
        other.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(other.locator("#notice")).containsText("Die Geschäftsstelle sieht es sich an");
        page.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(page.locator(".error-summary")).containsText("Nichts ist verloren.");
        assertThat(page.locator(".meeting")).containsText("Mit Bühne.");
        assertThat(page.locator(".meeting")).containsText("Andere Worte.");
        assertThat(page.locator("#f-projects\\.1\\.title")).hasValue("Bahnhof");
        for (int width : new int[] {390, 1280}) {
            page.setViewportSize(width, 900);
            browsing.look(page, "profil-zwei-fassungen");
        }
        page.locator(".meeting").getByText("Ihre Fassung").first().click();
        page.getByText("Zur Veröffentlichung vorschlagen").click();
        assertThat(page.locator("#notice")).containsText("Die Geschäftsstelle sieht es sich an");
        other.reload();
        assertThat(other.locator("#f-text")).hasValue("Im alten Kino entsteht ein Haus für alle. Mit Bühne.");
        assertThat(other.locator("#f-projects\\.1\\.title")).hasValue("Bahnhof");
        assertThat(other.locator("#f-contact\\.phone")).hasValue("0551 1234-0");
        other.context().close();
    }

    private static void membersLeaveAsAFile(Page page) {
        var saved =
                page.waitForDownload(() -> page.getByText("Als CSV speichern").click());
        assertThat(saved.suggestedFilename()).isEqualTo("mitglieder.csv");
        assertThat(saved.path())
                .content(UTF_8)
                .containsPattern("Göttingen;Niedersachsen;[^;]*03159016[^;]*;.*;Am Markt 1;37073;Göttingen;1;"
                        + TOWN_HALL + ";wartet auf Freigabe;");
    }

    private void theOfficeComparesAndApproves(Page office, Page member) {
        assertThat(cloud.read(PROFILE).body()).doesNotContain("altes Kino", "Haus für alle");
        cloud.awaitMail("geschaeftsstelle@starke-orte.example", "Profil zum Ansehen: Göttingen");
        office.locator("#views a", new Page.LocatorOptions().setHasText("Mitglieder"))
                .first()
                .click();
        assertThat(office.locator("#view h1")).hasText("Mitglieder");
        browsing.look(office, "mitglieder-intern");
        membersLeaveAsAFile(office);
        office.locator("#view .tasks a").click();
        assertThat(office.locator(".versions").first()).containsText("Im alten Kino entsteht ein Haus für alle.");
        assertThat(office.locator(".files img")).isVisible();
        assertThat(office.locator(".files")).containsText("Das alte Kino am Markt");
        browsing.look(office, "profil-vergleich");
        office.setViewportSize(390, 900);
        browsing.look(office, "profil-vergleich");
        office.setViewportSize(1280, 900);
        office.getByText("Freigeben und veröffentlichen").click();
        assertThat(office.locator("#notice")).containsText("Freigegeben");
        cloud.awaitMail(TOWN_HALL, "Ihr Profil ist veröffentlicht");
        LocalCloud.await(
                () -> cloud.read(PROFILE).body(), page -> page.contains("Haus für alle"), "the published profile");
        assertThat(cloud.read(PROFILE).body()).doesNotContain("Anne Beispiel");
        Page visitor = browsing.open(1280);
        visitor.navigate(cloud.site + PROFILE);
        assertThat(visitor.getByAltText("Das alte Kino am Markt")).isVisible();
        for (int width : new int[] {1280, 390, 320}) {
            visitor.setViewportSize(width, 900);
            browsing.look(visitor, "mitglied");
        }
        visitor.context().close();
        member.locator("#views a", new Page.LocatorOptions().setHasText("Mitglieder"))
                .last()
                .click();
        assertThat(member.locator("#view h1")).hasText("Mitglieder (7)");
        member.getByText("Göttingen (Niedersachsen)").click();
        assertThat(member.locator("#view")).containsText("Anne Beispiel");
        browsing.look(member, "verzeichnis");
    }

    private void theMemberDisappearsWhenItWants(Page page) {
        page.locator("#views a", new Page.LocatorOptions().setHasText("Unser Profil"))
                .click();
        page.getByText("Profil zurückziehen").click();
        page.getByText("Wirklich zurückziehen").click();
        assertThat(page.locator("#notice")).containsText("Zurückgezogen");
        LocalCloud.await(() -> cloud.read(PROFILE).statusCode(), status -> status == 404, "the page to be gone");
        assertThat(cloud.read("/mitglieder/").body()).doesNotContain("Göttingen");
        assertThat(cloud.read("/karte/orte.geo.json").body()).doesNotContain("Göttingen");
    }

    /** Whoever has voted is led to the next open vote, until there is none. */
    private void theNextVoteIsAtHand() {
        Applicant.send(cloud, "09479152", "rathaus@selb.example");
        Applicant.send(cloud, "09479112", "rathaus@arzberg.example");
        Page page = browsing.open(390);
        page.navigate(cloud.site + "/intern/?ansicht=vorauswahl");
        browsing.signIn(page, "herzberg@starke-orte.example");
        page.locator("#view .tasks a", new Page.LocatorOptions().setHasText("Selb"))
                .click();
        assertThat(page.locator("#view h1")).containsText("Selb");
        assertThat(page.locator("[data-next]")).hasCount(0);
        says(page, "Selb passt.");
        assertThat(page.locator("#notice")).containsText("Unten steht, wo Ihre Stimme noch fehlt.");
        browsing.look(page, "vorauswahl-naechste");
        page.locator("[data-next] a").click();
        assertThat(page.locator("#view h1")).containsText("Arzberg");
        says(page, "Arzberg passt.");
        assertThat(page.locator("#notice")).hasText("Ihre Stimme ist gezählt.");
        assertThat(page.locator("[data-next]")).hasCount(0);
        assertThat(page.getByLabel("Begründung")).hasValue("Arzberg passt.");
        page.context().close();
    }

    private static void says(Page page, String reason) {
        page.locator("input[value=YES]").check();
        page.getByLabel("Begründung").fill(reason);
        page.getByText("Stimme abgeben").click();
    }

    private void aFoundingMunicipalityLeavesAndComesBack(Page page) {
        page.navigate(cloud.site + "/intern/?ansicht=gruendung");
        Locator all = page.locator("#view .history > li");
        Locator one = all.filter(new Locator.FilterOptions().setHasText("Marktleuthen"));
        Locator dialog = page.locator("dialog");
        one.getByText("Entfernen").click();
        assertThat(dialog).containsText("als Gründungskommune entfernen?");
        assertThat(dialog).containsText("marktleuthen@starke-orte.example verliert den Zugang");
        browsing.look(page, "gruendungskommune-entfernen");
        dialog.getByText("Abbrechen").click();
        assertThat(dialog).hasCount(0);
        page.reload();
        assertThat(all).hasCount(5);

        Page founder = browsing.open(1280);
        founder.navigate(cloud.site + "/intern/?ansicht=vorauswahl");
        browsing.signIn(founder, "marktleuthen@starke-orte.example");
        assertThat(founder.locator("#view")).containsText("Arzberg");
        one.getByText("Entfernen").click();
        dialog.locator(".button:not(.quiet)").click();
        assertThat(page.locator("#notice")).containsText("hat bei neuen Abstimmungen keine Stimme mehr.");
        assertThat(all).hasCount(4);
        assertThat(one).hasCount(0);
        browsing.look(page, "gruendungskommunen");
        founder.reload();
        assertThat(founder.locator("#view h1")).isVisible();
        assertThat(founder.locator("#view")).not().containsText("Arzberg");
        browsing.look(founder, "vorauswahl-ohne-stimme");

        page.getByLabel("Amtlicher Gemeindeschlüssel").fill("09479135");
        page.getByLabel("E-Mail-Adressen").fill("marktleuthen@starke-orte.example");
        page.getByText("Speichern", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#notice")).hasText("Gespeichert.");
        assertThat(one).containsText("marktleuthen@starke-orte.example");
        assertThat(all).hasCount(5);
    }

    /** As German banks send it since November 2025 (camt.053.001.08). */
    static String statement(String... entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
                <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>%s</Stmt></BkToCstmrStmt></Document>""".formatted(String.join("\n", entries));
    }

    static String entry(String direction, String amount, String party, String text) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt>
                <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>""".formatted(amount, direction, LocalDate.now(Today.CLOCK), party, text);
    }
}
