package land.starkeorte.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.site.SitePages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** All questions on paper, before anybody begins. */
class QuestionnaireTest {
    private final Questionnaire form = Questionnaire.ofTheForm();

    @Test
    void itHasTheSectionsOfTheFormAndTheDeclaration() {
        assertThat(form.sections().stream().map(Questionnaire.Section::name))
                .containsExactly(
                        "contacts",
                        "municipality",
                        "attitude",
                        "motivation",
                        "expectations",
                        "projects",
                        "experience",
                        "time",
                        "invoice",
                        "agreement",
                        "declaration");
        var contacts = form.sections().getFirst();
        assertThat(contacts.entry()).isEqualTo("Person");
        assertThat(contacts.most()).isEqualTo(5);
        assertThat(contacts.questions().getLast())
                .isEqualTo(new Questionnaire.Question(
                        "contacts.#.phone", "Telefon", "", true, Questionnaire.Kind.LINE, List.of(), 30));
    }

    /** Every label, legend and heading of the page as it is rendered, found by its tags alone. */
    @Test
    void thePaperAsksWhatTheFormAsksInItsWords() throws Exception {
        String page = new SitePages().write("antrag", Map.of());
        String forms = page.substring(page.indexOf("<form"), page.lastIndexOf("</form>"));
        String text = text(print());
        int asked = 0;
        var words = Pattern.compile("<(label|legend|h1|div class=\"kern-hint)[^>]*>(.*?)</")
                .matcher(forms);
        while (words.find()) {
            String label = joined(words.group(2)
                    .replaceAll("<[^>]*>", "")
                    .replace("&nbsp;", " ")
                    .replaceAll("&#\\d+;", " "));
            if (!label.equals("Antwortenprüfen")) {
                assertThat(text).contains(label);
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    @Test
    void everyFieldOfTheFormIsAsked() {
        String page = new SitePages().write("antrag", Map.of());
        var names = Pattern.compile(" name=\"([a-z]+[.a-zA-Z#]*)\"")
                .matcher(page.substring(page.indexOf("<form")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(form.sections().stream()
                        .flatMap(section -> section.questions().stream())
                        .map(Questionnaire.Question::field))
                .containsExactlyElementsOf(names);
    }

    @Test
    void thePaperCanBeReadAloudAndHasRoomToWrite() throws Exception {
        try (var pdf = Loader.loadPDF(print())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Alle Fragen des Aufnahmeantrags");
            assertThat(pdf.getNumberOfPages()).isBetween(5, 14);
        }
    }

    private byte[] print() {
        return new PdfPrinter().print("questions", Map.of("form", form));
    }

    private static String text(byte[] paper) throws IOException {
        try (var pdf = Loader.loadPDF(paper)) {
            return joined(new PDFTextStripper().getText(pdf));
        }
    }

    private static String joined(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", "");
    }
}
