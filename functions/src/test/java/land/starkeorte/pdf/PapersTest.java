package land.starkeorte.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import land.starkeorte.platform.Json;
import land.starkeorte.questionnaire.AnswerSheet;
import land.starkeorte.questionnaire.Questionnaire;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each paper holds what it claims, and what is read back from it is what was written. */
class PapersTest {
    private static final List<String> NETWORK = List.of("Starke Orte Netzwerk", "Am Markt 1", "16278 Angermünde");
    private static final String DIFFICULT =
            "Mitgliedschaft, Geschäftsstelle, Unterschrift, Auflage, Stofffetzen, Schifffahrt; „Erbpacht“ & ‚Ähnliches‘ – ½ m², 50 %, Łužyce, ’s ist";

    record Paper(String template, Map<String, Object> model) {}

    static List<Named<Paper>> papers() {
        var answers = Json.MAPPER.readTree("{\"motivation\":\"" + DIFFICULT
                + "\",\"contacts\":[{\"name\":\"Änne Groß\"}],\"time\":{\"hours\":\"two\"}}");
        var letter = Map.<String, Object>of(
                "network",
                NETWORK,
                "municipality",
                "Göttingen (Niedersachsen)",
                "to",
                List.of("Stadt Göttingen", "Änne Groß", "Hiroshimaplatz 1–4", "37083 Göttingen"),
                "contact",
                "Änne Groß",
                "reference",
                "KX3M-9RTA",
                "admitted",
                true,
                "reason",
                List.of(DIFFICULT, "Wir freuen uns."),
                "day",
                "23. November 2026");
        var declined = new java.util.HashMap<>(letter);
        declined.put("admitted", false);
        declined.put("reason", List.of((DIFFICULT + ". ").repeat(40), "Ende."));
        return List.of(
                Named.of("admission", new Paper("letter", letter)),
                Named.of("long refusal", new Paper("letter", declined)),
                Named.of(
                        "certificate",
                        new Paper(
                                "certificate",
                                Map.of(
                                        "network", NETWORK,
                                        "name", "Änne Groß",
                                        "title", "Flurfunk: Aufstockung oder Abriss?",
                                        "when", "Mittwoch, 9. Dezember 2026",
                                        "place", "Angermünde",
                                        "programme", List.of(DIFFICULT, "Aussprache"),
                                        "day", "10. Dezember 2026"))),
                Named.of(
                        "application",
                        new Paper(
                                "application",
                                Map.of(
                                        "network", NETWORK,
                                        "municipality", "Göttingen (Niedersachsen), AGS 03159016",
                                        "reference", "KX3M-9RTA",
                                        "sent", "Montag, 23. November 2026",
                                        "sender", "Änne Groß, anne@gemeinde.example",
                                        "number", 1,
                                        "sheet", AnswerSheet.of(Questionnaire.ofTheForm(), answers)))),
                Named.of("questions", new Paper("questions", Map.of("form", Questionnaire.ofTheForm()))));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void itHoldsTheStandardsItClaims(Paper paper) {
        Standards.hold(print(paper));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void whatIsReadBackIsWhatWasWritten(Paper paper) throws Exception {
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, PapersTest.class.getClassLoader(), "land.starkeorte.pdf.pages")
                .render(paper.template() + ".jte", paper.model(), html);
        var page = Jsoup.parse(html.toString()).body();
        assertThat(Standards.text(print(paper)).replace("•", "")).isEqualTo(Standards.joined(page.text()));
    }

    private static byte[] print(Paper paper) {
        return new PdfPrinter().print(paper.template(), paper.model());
    }
}
