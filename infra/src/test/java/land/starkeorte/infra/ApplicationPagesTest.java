package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** How the application's own pages look and read: where things lie, what they are called, what is said and printed. */
class ApplicationPagesTest extends OnTheLocalCloud {
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    /* ---- Where things lie ---- */

    @ParameterizedTest
    @CsvSource({"390, 900", "1280, 900", "640, 450", "320, 256"})
    void theListOfMunicipalitiesLiesBelowItsField(int width, int height) {
        Page page = begin(width, "liste-" + width + "@lisberg.example");
        page.setViewportSize(width, height);
        page.getByLabel("Name oder amtlicher").pressSequentially("Neuki");
        Locator list = page.locator("#municipality-list");
        assertThat(list).isVisible();
        Box field = box(page.locator("[role=combobox]"));
        Box shown = box(list);
        assertThat(shown.top()).isGreaterThanOrEqualTo(field.bottom());
        assertThat(shown.left()).isEqualTo(field.left());
        assertThat(shown.right()).isEqualTo(field.right());
        for (String above : List.of("label[for='f-municipality.ags']", "[id='h-municipality.ags']")) {
            assertThat(box(page.locator(above)).bottom()).as(above).isLessThanOrEqualTo(shown.top());
        }
        browsing.look(page, "antrag-kommune-liste");
        page.keyboard().press("ArrowDown");
        assertThat(list.locator("[aria-selected=true]")).isInViewport();
        assertThat(page.locator("[role=combobox]")).isInViewport();
    }

    @Test
    void theLinkPageIsAsNarrowAsTheFormAndItsButtonStandsApart() {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/link/");
        Box field = box(page.getByLabel("E-Mail-Adresse"));
        assertThat(field.right() - field.left()).isLessThanOrEqualTo(44 * 16 + 1);
        assertThat(box(page.locator(".actions .button")).top() - field.bottom()).isGreaterThanOrEqualTo(16);
        browsing.look(page, "antrag-link");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void nothingJumpsWhileAPageComes(int width) {
        var sent = Applicant.send(cloud, width == 390 ? "14713000" : "14612000", "ruhe-" + width + "@lisberg.example");
        var begun = Applicant.begin(cloud, "05315000", "entwurf-" + width + "@lisberg.example");
        for (String address :
                List.of("/antrag/", "/vorgang/", "/vorgang/#sent", "/antrag/?seite=haltung", "/intern/", "/karte/")) {
            Page page = browsing.open(width);
            if (address.endsWith("#sent")) {
                browsing.comeBack(page, cloud.site, sent);
            } else if (address.contains("?")) {
                browsing.comeBack(page, cloud.site, begun);
            }
            page.addInitScript("""
                    window.shifts = [];
                    new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((it) => !it.hadRecentInput)))
                      .observe({ type: 'layout-shift', buffered: true });""");
            page.navigate(cloud.site + address.replace("#sent", ""));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForCondition(() -> page.locator("h1").count() > 0);
            var moved = page.evaluate("""
                    shifts.map(({ value, sources }) => `${value.toFixed(3)} ${sources.map(({ node }) => node?.outerHTML?.slice(0, 60))}`).join('; ')""");
            double all = ((Number) page.evaluate("shifts.reduce((sum, { value }) => sum + value, 0)")).doubleValue();
            assertThat(all).as("%s at %d: %s", address, width, moved).isLessThanOrEqualTo(0.05);
            page.context().close();
        }
    }

    /* ---- The face ---- */

    @ParameterizedTest
    @ValueSource(strings = {"/antrag/", "/vorgang/", "/intern/"})
    void everythingIsSetInTheFaceThatComesWithThePage(String address) {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + address);
        @SuppressWarnings("unchecked")
        var faces = (Map<String, String>) page.evaluate("""
                () => Object.fromEntries(['body', 'input', 'textarea', 'select', 'button'].map((tag) => {
                  const made = document.createElement(tag);
                  made.className = tag === 'body' ? '' : tag === 'button' ? 'button' : 'kern-form-input__input';
                  if (tag !== 'body') document.querySelector('main').append(made);
                  return [tag, getComputedStyle(tag === 'body' ? document.body : made).fontFamily];
                }))""");
        assertThat(faces.values())
                .allSatisfy(face -> assertThat(face).startsWith("\"Fira Sans\"").endsWith("sans-serif"));
        page.evaluate("document.fonts.ready");
        assertThat(page.evaluate("""
                Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 18px "Fira Sans"`, 'Größe')))
                  .then((found) => found.flat().map(({ weight }) => weight).join())""")).isEqualTo("400,600");
    }

    @Test
    void wordsAreCutInRunningTextAlone() {
        Page page = browsing.open(390);
        page.navigate(cloud.site + "/mitglieder/");
        assertThat(hyphens(page, "body")).isEqualTo("manual");
        assertThat(hyphens(page, "main li a")).isEqualTo("manual");
        page.navigate(cloud.site + "/datenschutz/");
        assertThat(hyphens(page, "main p:not([class])")).isEqualTo("auto");
        page = begin(390, "trennung@lisberg.example");
        page.navigate(cloud.site + "/antrag/?seite=pruefen");
        Locator change = page.locator(".answers header a").first();
        assertThat(hyphens(page, ".answers header a")).isEqualTo("manual");
        assertThat((String) change.evaluate("(it) => getComputedStyle(it).flexShrink"))
                .isEqualTo("0");
    }

    /* ---- What the form says ---- */

    @Test
    void whoComesBeginsAtTheTopAndATitleSaysEverythingOnce() {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/");
        assertThat(page.locator("h1:visible")).hasText("Antrag auf Mitgliedschaft");
        assertThat(page).hasTitle("Antrag auf Mitgliedschaft – Starke Orte");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.getByText("Antrag beginnen", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page).hasTitle("Wer ist für uns ansprechbar? – Antrag auf Mitgliedschaft – Starke Orte");
        page.getByText("Zurück", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1:visible")).isFocused();
        page.navigate(cloud.site + "/anmeldung/");
        assertThat(page.locator("h1:visible")).hasText("Anmeldung");
        assertThat(page).hasTitle("Anmeldung – Starke Orte");
    }

    @Test
    void anAddressIsGermanAndTheOldOnesStillLead() {
        Page page = begin(1280, "adresse@lisberg.example");
        assertThat(page).hasURL(Pattern.compile("\\?seite=kommune$"));
        page.navigate(cloud.site + "/antrag/?seite=motivation");
        assertThat(page.locator("h1:visible")).hasText("Warum möchten Sie mitmachen?");
        page.navigate(cloud.site + "/antrag/?seite=invoice");
        assertThat(page.locator("h1:visible")).hasText("Wohin geht die Rechnung?");
        page.navigate(cloud.site + "/antrag/?seite=%22%5D");
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
        assertThat(browsing.complaints).isEmpty();
    }

    @Test
    void theWayThroughTheSectionsSaysWhereOneIsAndWhatIsSaved() {
        Page page = begin(390, "weg@lisberg.example");
        // The first saving leads on like every later one.
        assertThat(page.locator("h1:visible")).hasText("Für welche Kommune stellen Sie den Antrag?");
        assertThat(page.locator("#notice")).containsText("Ihr Entwurf ist gesichert");
        assertThat(page.locator(".step:visible")).hasText("Abschnitt 2 von 10");
        assertThat(page.locator("h1:visible")).hasAccessibleDescription("Abschnitt 2 von 10");
        page.navigate(cloud.site + "/antrag/?seite=haltung");
        assertThat(page.locator(".step:visible")).hasText("Abschnitt 3 von 10");
        page.getByLabel("Haltung").fill("Gemeinwohl zuerst.");
        page.locator(".button:visible").click();
        assertThat(page.locator("h1:visible")).hasText("Warum möchten Sie mitmachen?");
        assertThat(page.locator("#notice")).containsText("Gespeichert");
        browsing.look(page, "antrag-weiter");
        page.getByText("Zurück", new Page.GetByTextOptions().setExact(true))
                .locator("visible=true")
                .click();
        assertThat(page.locator("h1:visible")).hasText("Wofür steht Ihre Kommune?");

        page.navigate(cloud.site + "/antrag/?seite=zeit");
        page.locator(".button:visible").click();
        Locator left = page.locator(".error-summary");
        assertThat(left).containsText("Gespeichert. Hier fehlt noch etwas:");
        assertThat(left).isFocused();
        assertThat(left).not().hasAttribute("role", "alert");
        assertThat(page).hasTitle(Pattern.compile("^Wie viel Zeit"));
        assertThat(page.locator("[aria-invalid]")).hasCount(0);
        browsing.look(page, "antrag-unvollstaendig");
        page.setViewportSize(1280, 900);
        browsing.look(page, "antrag-unvollstaendig");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        browsing.look(page, "antrag-unvollstaendig-dunkel");
        page.getByText("Trotzdem weiter").click();
        assertThat(page.locator("h1:visible")).hasText("Wohin geht die Rechnung?");
        page.navigate(cloud.site + "/antrag/");
        assertThat(page.locator("[data-tasks]")).containsText("vollständig");
        browsing.look(page, "antrag-uebersicht");
    }

    @Test
    void theReviewShowsEveryQuestionAlsoChoicesThatWereNotMade() {
        Page page = begin(390, "pruefen@lisberg.example");
        page.navigate(cloud.site + "/antrag/?seite=pruefen");
        for (String question : List.of(
                "Wo steht es gerade?",
                "Zeit im Netzwerk",
                "Wie soll die Rechnung kommen?",
                "Kommune",
                "Name des Vorhabens")) {
            assertThat(page.locator("dt:visible:text-is('" + question + "') + dd"))
                    .hasText("fehlt noch");
        }
        assertThat(page.locator("dt:visible:text-is('Leitweg-ID') + dd")).hasText("keine Angabe");
        browsing.look(page, "antrag-pruefen-leer");
        page.setViewportSize(1280, 900);
        browsing.look(page, "antrag-pruefen-leer");
    }

    /** The one list of labels knows every answer that the API knows, and says it as the form does. */
    @Test
    @SuppressWarnings("unchecked")
    void everyAnswerHasALabelAndItIsTheForms() throws IOException {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/");
        assertThat(page.locator("h1:visible")).hasText("Antrag auf Mitgliedschaft");
        var questions = (List<Map<String, Object>>)
                page.evaluate("import('/js/questions.js').then(({ questions }) => questions)");
        var named = new ArrayList<String>();
        var missing = new ArrayList<String>();
        for (var question : questions) {
            String name = (String) question.get("page");
            var fields = (Map<String, String>) question.getOrDefault("fields", Map.of());
            named.add(name);
            fields.keySet().forEach(field -> named.add(name + "." + field));
            String form = "form[data-page=" + name + "] ";
            assertThat(page.locator(form + "h1").textContent()).isEqualTo(question.get("heading"));
            for (var field : fields.entrySet()) {
                var found = (Boolean) page.evaluate("""
                        ([page, name, label]) => {
                          const form = document.querySelector(`form[data-page=${page}]`);
                          const within = form.querySelector('template')?.content ?? form;
                          const control = within.querySelector(`[name$=".${name}"]`);
                          const said = control.type === 'radio' ? control.closest('fieldset').querySelector('legend')
                            : within.querySelector(`label[for="${control.id}"]`);
                          return control.type === 'hidden' || said.firstChild.textContent.trim() === label;
                        }""", List.of(name, field.getKey(), field.getValue()));
                if (!found) {
                    missing.add(name + "." + field.getKey() + " is not called " + field.getValue() + " in the form");
                }
            }
        }
        var api = new Yaml()
                .<Map<String, Object>>load(
                        Files.readString(LocalCloud.ROOT.resolve("functions/src/main/resources/openapi.yaml")));
        var schemas = (Map<String, Map<String, Object>>) ((Map<String, Object>) api.get("components")).get("schemas");
        ((Map<String, Map<String, Object>>) schemas.get("Answers").get("properties")).forEach((name, schema) -> {
            var items = (Map<String, Object>) schema.getOrDefault("items", schema);
            var below = (Map<String, Object>) items.getOrDefault("properties", Map.of());
            if (!named.contains(name)) {
                missing.add(name + " has no label");
            }
            below.keySet().stream()
                    .filter(field -> !named.contains(name + "." + field))
                    .forEach(field -> missing.add(name + "." + field + " has no label"));
        });
        assertThat(missing).isEmpty();
        assertThat(page.evaluate("""
                import('/js/answers.js').then(({ sections }) => sections({ time: { hours: 'two', newer: 'etwas' }, newest: 'anderes' }).map((it) => it.textContent).join(' '))""")).asString().contains("newer", "etwas", "newest", "anderes");
    }

    @Test
    void theBrowserKnowsWhoIsAskedAndWhatIsNeeded() {
        Page page = begin(1280, "browser@lisberg.example");
        page.navigate(cloud.site + "/antrag/?seite=ansprechpersonen");
        page.getByText("Weitere Person hinzufügen").click();
        assertThat(autocomplete(page, "contacts.0.name")).isEqualTo("name");
        assertThat(autocomplete(page, "contacts.0.office")).isEqualTo("organization-title");
        assertThat(autocomplete(page, "contacts.0.mail")).isEqualTo("email");
        assertThat(autocomplete(page, "contacts.0.phone")).isEqualTo("tel");
        assertThat(autocomplete(page, "contacts.1.mail")).isEqualTo("off");
        assertThat(autocomplete(page, "invoice.street")).isEqualTo("billing address-line1");
        assertThat(autocomplete(page, "invoice.postcode")).isEqualTo("billing postal-code");
        assertThat(autocomplete(page, "invoice.city")).isEqualTo("billing address-level2");
        for (String seite :
                List.of("ansprechpersonen", "kommune", "haltung", "vorhaben", "zeit", "rechnung", "einverstaendnis")) {
            page.navigate(cloud.site + "/antrag/?seite=" + seite);
            for (Locator control : page.locator("form:visible :is(input:not([type=hidden]), textarea)")
                    .all()) {
                boolean voluntary =
                        (Boolean) control.evaluate("(it) => it.labels[0].textContent.includes('freiwillig')");
                assertThat((Boolean) control.evaluate("(it) => it.required"))
                        .as(seite + " " + control.getAttribute("name"))
                        .isEqualTo(!voluntary);
            }
        }
    }

    @Test
    void theDeclarationIsNeverTickedByItself() {
        Page page = begin(1280, "erklaerung@lisberg.example");
        page.navigate(cloud.site + "/antrag/?seite=pruefen");
        page.locator("#f-declaration").check();
        page.reload();
        assertThat(page.locator("h1:visible")).hasText("Antworten prüfen");
        assertThat(page.locator("#f-declaration")).not().isChecked();
        page.locator("#f-declaration").check();
        page.navigate(cloud.site + "/datenschutz/");
        page.goBack();
        assertThat(page.locator("h1:visible")).hasText("Antworten prüfen");
        assertThat(page.locator("#f-declaration")).not().isChecked();
        assertThat(page.locator("form:has(#f-declaration)")).hasAttribute("autocomplete", "off");
    }

    /* ---- What the dossier's page says ---- */

    @Test
    void aDraftThatWasNotSentYetIsToldInWordsWithAWayOn() {
        Page page = begin(390, "unfertig@lisberg.example");
        page.navigate(cloud.site + "/vorgang/");
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag ist noch nicht gesendet");
        assertThat(page.locator(".error-summary")).hasCount(0);
        browsing.look(page, "vorgang-entwurf");
        page.getByText("Weiterschreiben").locator("visible=true").click();
        assertThat(page.locator("h1:visible")).hasText("Ihr Antrag");
    }

    @Test
    void whatBecomesOfAnUploadIsSaid() {
        Page page = open(1280, Applicant.send(cloud, "09564000", "hochladen@nuernberg.example"));
        page.evaluate("""
                () => {
                  window.said = [];
                  const status = document.querySelector('[data-status]');
                  new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
                }""");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("Notiz.txt", "text/plain", "hallo".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("Leer.pdf", "application/pdf", new byte[0]),
        });
        assertThat(page.locator("[data-uploads]")).containsText("Leer.pdf");
        assertThat(said(page))
                .contains("Notiz.txt: nicht hochgeladen. Dieser Dateityp")
                .contains("Leer.pdf: nicht hochgeladen. Die Datei ist leer.");
        assertThat(page.locator("[data-uploads] li", new Page.LocatorOptions().setHasText("Leer.pdf")))
                .not()
                .containsText("KB");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("Plan.pdf", "application/pdf", PDF.getBytes(StandardCharsets.UTF_8)),
            new FilePayload("Programm.pdf", "application/pdf", "MZ, aber kein PDF".getBytes(StandardCharsets.UTF_8)),
        });
        assertThat(page.locator("[data-documents] .state.done")).hasCount(1);
        assertThat(page.locator("[data-documents] .refused")).hasCount(1);
        assertThat(said(page))
                .contains("Plan.pdf: geprüft und aufgenommen.")
                .containsPattern("Programm\\.pdf: abgelehnt\\. .*Endung");
        browsing.look(page, "vorgang-abgelehnt");
    }

    @Test
    void aNoticeIsSeenWhereverOneIsAndGoesWhenSomethingFails() {
        Page page = open(390, Applicant.send(cloud, "08111000", "hinweis@stuttgart.example"));
        page.getByLabel("Nachricht an die Geschäftsstelle").fill("Gibt es eine Vorlage?");
        page.getByText("Nachricht senden").click();
        assertThat(page.locator("#notice")).containsText("gesendet");
        assertThat(page.locator("#notice")).isInViewport();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(LocalCloud.ROOT.resolve("infra/target/pictures/vorgang-hinweis-390.png")));
        page.locator("button", new Page.LocatorOptions().setHasText("Antrag zurückziehen"))
                .click();
        assertThat(page.locator(".error-summary")).containsText("Bestätigen Sie");
        assertThat(page.locator("#notice")).isEmpty();
        page.locator("#f-confirmed").check();
        page.reload();
        assertThat(page.locator("#f-confirmed")).not().isChecked();
        page.locator("#f-confirmed").check();
        page.navigate(cloud.site + "/datenschutz/");
        page.goBack();
        assertThat(page.locator("h1:visible")).containsText("Stuttgart");
        assertThat(page.locator("#f-confirmed")).not().isChecked();
    }

    @Test
    void theDossierShowsAnswersInTheFormsWordsAndOrder() {
        Page page = open(1280, Applicant.send(cloud, "06412000", "woerter@frankfurt.example"));
        page.getByText("Alle Angaben anzeigen").click();
        assertThat(page.locator("[data-answers] h3")).hasText(new String[] {
            "Wer ist für uns ansprechbar?", "Für welche Kommune stellen Sie den Antrag?", "Wofür steht Ihre Kommune?",
                    "Warum möchten Sie mitmachen?",
            "Was erhoffen Sie sich?", "Welche Vorhaben zum Leerstand laufen bei Ihnen?",
                    "Welche Erfahrung bringen Sie mit?", "Wie viel Zeit können Sie einplanen?",
            "Wohin geht die Rechnung?", "Einverständnis"
        });
        assertThat(page.locator("[data-answers]")).containsText("Frankfurt am Main");
        assertThat(page.locator("[data-answers]")).not().containsText("06412000");
        browsing.look(page, "vorgang-angaben");
        page.setViewportSize(390, 900);
        browsing.look(page, "vorgang-angaben");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        browsing.look(page, "vorgang-angaben-dunkel");
    }

    /* ---- On paper ---- */

    @Test
    void aPrintedDossierHasTheApplicationInItAndNoForms() throws IOException {
        Page page = open(1280, Applicant.send(cloud, "05315000", "papier@koeln.example"));
        String text = printed(page, "vorgang");
        assertThat(text)
                .contains(
                        "Köln",
                        "Wofür steht Ihre Kommune?",
                        "Gemeinwohl zuerst.",
                        "Brandschutz früh klären.",
                        "Postleitzahl",
                        "37073")
                .doesNotContain("Antrag zurückziehen", "Nachricht senden", "Dateien hinzufügen", "Person hinzufügen");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat((String) page.locator(".state").first().evaluate("(it) => getComputedStyle(it).color"))
                .isEqualTo((String) page.locator("body").evaluate("(it) => getComputedStyle(it).color"));
    }

    @Test
    void aPrintedFormIsTheWholeApplication() throws IOException {
        Page page = begin(1280, "drucken@lisberg.example");
        page.navigate(cloud.site + "/antrag/?seite=haltung");
        page.getByLabel("Haltung").fill("Noch nicht gespeichert.");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(printed(page, "antrag"))
                .contains(
                        "Wer ist für uns ansprechbar?",
                        "Änne Groß",
                        "Noch nicht gespeichert.",
                        "Wohin geht die Rechnung?")
                .doesNotContain("Speichern und weiter", "Zeichen");
        assertThat(page.getByLabel("Haltung")).isVisible();
    }

    @Test
    void aPrintedStartPageBeginsWithWhatItSays() throws IOException {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/");
        byte[] paper = paper(page);
        try (var document = Loader.loadPDF(paper)) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(document)).contains("Leere Häuser.", "Im Netzwerk Starke Orte holen");
            assertThat(new PDFTextStripper().getText(document)).contains("Antrag stellen (/antrag/)");
        }
    }

    /* ---- Doing it ---- */

    /** A draft with its first person, as whoever has just typed it in sees it. */
    private static Page begin(int width, String mail) {
        Page page = browsing.open(width);
        page.navigate(cloud.site + "/antrag/?seite=ansprechpersonen");
        page.getByLabel("Vor- und Nachname").fill("Änne Groß");
        page.getByLabel("Amt oder Funktion").fill("Bürgermeisterin");
        page.getByLabel("E-Mail-Adresse").fill(mail);
        page.locator(".button:visible", new Page.LocatorOptions().setHasText("Speichern und weiter"))
                .click();
        assertThat(page.locator("#notice")).containsText("gesichert");
        return page;
    }

    /** The dossier's page, as whoever sent it sees it. */
    private static Page open(int width, Applicant applicant) {
        Page page = browsing.open(width);
        browsing.comeBack(page, cloud.site, applicant);
        assertThat(page.locator("#dossier")).isVisible();
        return page;
    }

    private static String hyphens(Page page, String selector) {
        return (String) page.locator(selector).first().evaluate("(it) => getComputedStyle(it).hyphens");
    }

    private static String autocomplete(Page page, String name) {
        return page.locator("[name='" + name + "']").getAttribute("autocomplete");
    }

    private static String said(Page page) {
        return (String) page.evaluate("said.join(' | ')");
    }

    /** As a browser prints by default: A4, margins, no grounds. */
    private static byte[] paper(Page page) {
        return page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("1.5cm")
                        .setBottom("1.5cm")
                        .setLeft("1cm")
                        .setRight("1cm")));
    }

    private static String printed(Page page, String name) throws IOException {
        byte[] paper = paper(page);
        Files.write(LocalCloud.ROOT.resolve("infra/target/pictures/" + name + ".pdf"), paper);
        try (var document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private record Box(double left, double top, double right, double bottom) {}

    private static Box box(Locator locator) {
        var box = locator.boundingBox();
        return new Box(box.x, box.y, box.x + box.width, box.y + box.height);
    }
}
