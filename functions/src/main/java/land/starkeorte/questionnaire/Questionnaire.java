package land.starkeorte.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import land.starkeorte.site.SitePages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What the application form asks, section by section. It is read from the form's own page: no paper can ask anything else than
 * the form does, or in other words.
 */
public record Questionnaire(List<Section> sections) {
    /** How a question is answered. */
    public enum Kind {
        /** In a few words. */
        LINE,
        /** In sentences. */
        TEXT,
        /** By one of its choices. */
        CHOICE,
        /** By a tick. */
        CONSENT
    }

    /** One of the answers to choose from. */
    public record Choice(String value, String words) {}

    /**
     * A question.
     *
     * @param field path into the answers; in a section that repeats, {@code #} stands for the entry's number
     * @param hint empty where there is none
     * @param longest characters of an answer; 0 where it is chosen
     */
    public record Question(
            String field, String label, String hint, boolean optional, Kind kind, List<Choice> choices, int longest) {}

    /**
     * A page of the form.
     *
     * @param name first part of the path of its answers
     * @param remarks what it says before it asks
     * @param entry what one entry is called where there may be several, else empty
     * @param most entries
     */
    public record Section(
            String name, String heading, List<String> remarks, String entry, int most, List<Question> questions) {}

    /** The form as it is on the site. */
    public static Questionnaire ofTheForm() {
        return read(new SitePages().write("antrag", Map.of()));
    }

    static Questionnaire read(String html) {
        return new Questionnaire(
                Jsoup.parse(html).select("form[data-page]:not([data-page=pruefen]), [data-declaration]").stream()
                        .map(Questionnaire::section)
                        .toList());
    }

    private static Section section(Element page) {
        Element list = page.selectFirst("[data-list]");
        return new Section(
                page.hasAttr("data-page") ? page.attr("data-page") : "declaration",
                page.expectFirst("h1, h2").text(),
                page
                        .select(
                                "fieldset:has([type=checkbox]) > legend, p:not(.actions, .credit, :has(a), [role], template *, [data-list] *, .note *)")
                        .stream()
                        .map(Element::text)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                list == null
                        ? ""
                        : list.expectFirst("template legend").ownText().strip(),
                list == null ? 1 : Integer.parseInt(list.attr("data-most")),
                questions(page));
    }

    private static List<Question> questions(Element page) {
        var questions = new LinkedHashMap<String, Question>();
        for (Element control : page.select("[name]")) {
            questions.putIfAbsent(control.attr("name"), question(page, control));
        }
        return List.copyOf(questions.values());
    }

    private static Question question(Element page, Element control) {
        String field = control.attr("name");
        if (control.attr("type").equals("radio")) {
            Element group = Objects.requireNonNull(control.closest("fieldset"), field);
            return new Question(
                    field,
                    group.expectFirst("legend").ownText().strip(),
                    hint(page, field),
                    !group.select(".kern-label__optional").isEmpty(),
                    Kind.CHOICE,
                    page.select("[name=\"" + field + "\"]").stream()
                            .map(one -> new Choice(
                                    one.attr("value"), label(page, one.id()).text()))
                            .toList(),
                    0);
        }
        if (control.attr("type").equals("checkbox")) {
            String label = label(page, control.id()).text();
            return new Question(field, label, "", false, Kind.CONSENT, List.of(), 0);
        }
        Element label = label(page, control.id().isEmpty() ? "f-" + field : control.id());
        return new Question(
                field,
                label.ownText().strip(),
                hint(page, field),
                !label.select(".kern-label__optional").isEmpty(),
                control.tagName().equals("textarea") ? Kind.TEXT : Kind.LINE,
                List.of(),
                control.hasAttr("maxlength") ? Integer.parseInt(control.attr("maxlength")) : 0);
    }

    private static Element label(Element page, String control) {
        return page.expectFirst("label[for=\"" + control + "\"]");
    }

    private static String hint(Element page, String field) {
        return page.select("[id=\"h-" + field + "\"]").text();
    }
}
