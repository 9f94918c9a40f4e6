package land.starkeorte.infra;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.municipalities.Municipalities;
import org.junit.jupiter.api.Test;

/** How a municipality finds itself among 10,784, in a real browser. */
class PickerTest extends OnTheLocalCloud {
    private static final String MODULE = "await import('/js/municipalities.js')";

    /** As people write a name who do not write it as the list does. */
    private static final String SPELLINGS = """
            const spellings = [
              (name) => name, (name) => name.toUpperCase(), (name) => name.normalize('NFD'), (name) => ` ${name.replaceAll(' ', '  ')} `,
              (name) => name.replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD')[0]}e`).replaceAll('ß', 'ss'),
              (name) => name.normalize('NFD').replace(/\\p{M}/gu, '').replaceAll('ß', 'ss'),
              (name) => name.replace(/[-/().]/g, ' '), (name) => name.replace(/[-/ ]/g, ''), (name) => name.replaceAll('ß', 'ẞ'),
              (name) => name.replace(/\\bSt\\. /g, 'Sankt '), (name) => name.replace(/\\bSankt /g, 'St. '), (name) => name.replace(/\\bSankt /g, 'St '),
              (name) => name.replace(/\\ba\\. ?d\\. ?/g, 'an der '), (name) => name.replace(/\\bi\\. ?d\\. ?/g, 'in der '), (name) => name.replace(/\\bb\\. /g, 'bei '),
            ];""";

    @Test
    void browserAndServerCallEachMunicipalityTheSameAndFoldItsNameTheSame() throws IOException {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/");
        var told = new TreeMap<String, List<String>>();
        for (Object line : (List<?>) page.evaluate("async () => { const { folded, label, list, plain } = " + MODULE
                + "; return (await list()).map((it) => [it.ags, label(it), plain(it.name), folded(it.name)]); }")) {
            var columns = ((List<?>) line).stream().map(String.class::cast).toList();
            told.put(columns.getFirst(), columns.subList(1, 4));
        }
        var ours = new TreeMap<String, List<String>>();
        try (Stream<String> lines =
                Files.lines(LocalCloud.ROOT.resolve("functions/src/main/resources/municipalities.csv"), UTF_8)) {
            lines.skip(1).map(line -> line.split(";", -1)).forEach(columns -> {
                String label = Municipalities.named(columns[0]).label();
                ours.put(columns[0], List.of(label, GermanFormat.plain(columns[1]), GermanFormat.folded(columns[1])));
            });
        }
        assertThat(told).hasSize(10_784).isEqualTo(ours);
    }

    @Test
    void everyMunicipalityIsFoundHoweverItsNameIsWrittenAndNoTwoLinesLookTheSame() {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/");
        assertThat(page.evaluate("async () => { const { list, search } = " + MODULE + "; const all = await list(); "
                        + SPELLINGS + """
                        const missed = [];
                        for (const [place, it] of all.entries()) for (const [i, spelling] of spellings.entries()) {
                          const typed = spelling(it.name);
                          // What changes nothing, and what is no matter of the name, need not be asked each time.
                          if (i > 0 && (typed === it.name || ([1, 3].includes(i) && place % 10))) continue;
                          if (!search(all, typed).includes(it)) missed.push(`${i}: ${it.name}`);
                        }
                        return missed; }"""))
                .isEqualTo(List.of());
        assertThat(page.evaluate("async () => { const { list, whereabouts } = " + MODULE
                        + "; return new Set((await list()).map((it) => `${it.name}, ${whereabouts(it)}`)).size; }"))
                .isEqualTo(10_784);
    }

    @Test
    void whatIsTypedFindsWhatIsMeantTheBestFirst() {
        Page page = browsing.open(1280);
        page.navigate(cloud.site + "/antrag/");
        assertFound(page, "muenchen", "München, kreisfreie Stadt, Bayern");
        assertFound(page, "Angermuende", "Angermünde, Uckermark, Brandenburg");
        assertFound(page, "angermunde", "Angermünde, Uckermark, Brandenburg");
        assertFound(page, "grossraschen", "Großräschen, Oberspreewald-Lausitz, Brandenburg");
        assertFound(page, "sankt wen", "St. Wendel, Kreis St. Wendel, Saarland");
        assertFound(page, "neustadt an der ai", "Neustadt a.d. Aisch, Neustadt a.d. Aisch-Bad Windsheim, Bayern");
        assertFound(page, "hannoversch münden", "Hann. Münden, Göttingen, Niedersachsen");
        assertFound(page, "neukirchen nordfriesland", "Neukirchen, Nordfriesland, Schleswig-Holstein");
        assertFound(page, "Neuenkirchen", "Neuenkirchen, Steinfurt, Nordrhein-Westfalen");
        assertFound(page, "Neunkirchen", "Neunkirchen, Kreis Neunkirchen, Saarland");
        assertFound(page, "stutt", "Stuttgart, kreisfreie Stadt, Baden-Württemberg");
        assertFound(page, "AGS 13075101", "Neuenkirchen, Vorpommern-Greifswald, Mecklenburg-Vorpommern, AGS 13075101");
        assertFound(page, "hamb", "Hamburg, kreisfreie Stadt");
    }

    @Test
    void whoIsAMemberOrHasAppliedIsToldWhenItIsChosenAndTheDraftGoesOn() {
        Applicant.send(cloud, "01054086", "nord@neukirchen.example");
        for (int width : new int[] {390, 1280}) {
            Page page = browsing.open(width);
            String mail = "anna" + width + "@neukirchen.example";
            page.navigate(cloud.site + "/antrag/?seite=contacts");
            page.getByLabel("Vor- und Nachname").fill("Anna Nord");
            page.getByLabel("Amt oder Funktion").fill("Kämmerin");
            page.getByLabel("E-Mail-Adresse").fill(mail);
            page.getByText("Speichern und weiter").locator("visible=true").click();
            assertThat(page.locator("h1:visible")).not().hasText("Wer ist für uns ansprechbar?");
            page.navigate(cloud.site + "/antrag/?seite=municipality");
            Locator field = page.getByRole(AriaRole.COMBOBOX);
            field.fill("Neuki");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(12);
            browsing.look(page, "kommune-neuki");
            field.fill("muenchen");
            assertThat(page.getByRole(AriaRole.OPTION).first()).hasText("München kreisfreie Stadt, Bayern");
            browsing.look(page, "kommune-muenchen");
            choose(page, "Neukirchen Nordfriesland");
            assertThat(field).hasValue("Neukirchen (Nordfriesland, Schleswig-Holstein)");
            Locator notice = page.locator("[data-taken]");
            assertThat(notice)
                    .containsText(
                            "Für Neukirchen (Nordfriesland, Schleswig-Holstein) ist schon ein Antrag unterwegs. Fragen Sie im Rathaus");
            browsing.look(page, "kommune-unterwegs");
            choose(page, "Angermuende");
            assertThat(notice).containsText("Angermünde (Uckermark, Brandenburg) ist schon Mitglied.");
            assertThat(notice.getByRole(AriaRole.LINK)).hasAttribute("href", "/mitglieder/12073008/");
            browsing.look(page, "kommune-mitglied");
            choose(page, "Neukirchen Ostholstein");
            assertThat(notice).isEmpty();
            assertThat(page.getByLabel("Einwohner*innen")).hasValue("1228");
            choose(page, "Neukirchen Nordfriesland");
            assertThat(notice).containsText("unterwegs");
            page.getByText("Speichern und weiter").locator("visible=true").click();
            assertThat(page.locator("h1:visible")).hasText("Wofür steht Ihre Kommune?");
            page.context().close();
        }
        assertThat(browsing.complaints).isEmpty();
    }

    private static void choose(Page page, String typed) {
        page.getByRole(AriaRole.COMBOBOX).fill(typed);
        assertThat(page.getByRole(AriaRole.OPTION).first())
                .containsText(typed.replaceAll(".* ", "").replace("ue", "ü"));
        page.getByRole(AriaRole.COMBOBOX).press("ArrowDown");
        page.getByRole(AriaRole.COMBOBOX).press("Enter");
    }

    private static void assertFound(Page page, String typed, String first) {
        var found = new ArrayList<>((List<?>) page.evaluate(
                "async (typed) => { const { list, search, whereabouts } = " + MODULE
                        + "; return search(await list(), typed).map((it) => `${it.name}, ${whereabouts(it)}`); }",
                typed));
        assertThat(found.getFirst()).as(typed).isEqualTo(first);
    }
}
