package land.starkeorte.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;
import land.starkeorte.questionnaire.Questionnaire.Question;
import land.starkeorte.questionnaire.Questionnaire.Section;
import tools.jackson.databind.JsonNode;

/** Answers beside their questions, as they read. */
public record AnswerSheet(List<Part> parts) {
    /** A section of the form, or one entry of it. */
    public record Part(String heading, List<Entry> entries) {}

    /**
     * What was answered together.
     *
     * @param title empty where the section has just one
     */
    public record Entry(String title, List<Answer> answers) {}

    /** A question and its answer, which is empty where there is none. */
    public record Answer(String label, String text) {}

    /** The answers of an application that was sent, with the declaration by which it was. */
    public static AnswerSheet of(Questionnaire form, JsonNode answers) {
        return new AnswerSheet(form.sections().stream()
                .map(section -> new Part(section.heading(), entries(section, answers)))
                .toList());
    }

    private static List<Entry> entries(Section section, JsonNode answers) {
        if (section.entry().isEmpty()) {
            return List.of(entry("", section, answers, ""));
        }
        int many = Math.max(1, answers.path(section.name()).size());
        return IntStream.range(0, many)
                .mapToObj(i -> entry(section.entry() + " " + (i + 1), section, answers, Integer.toString(i)))
                .toList();
    }

    private static Entry entry(String title, Section section, JsonNode answers, String number) {
        var list = new ArrayList<Answer>();
        for (Question question : section.questions()) {
            JsonNode answer =
                    answers.at("/" + question.field().replace("#", number).replace('.', '/'));
            list.add(
                    question.field().equals("municipality.ags")
                            ? new Answer("Kommune", municipality(answer.asString("")))
                            : new Answer(question.label(), text(question, answer)));
        }
        return new Entry(title, list);
    }

    private static String municipality(String ags) {
        Municipality municipality = Municipalities.named(ags);
        return municipality.label() + (municipality.label().contains(ags) ? "" : ", AGS " + ags);
    }

    private static String text(Question question, JsonNode answer) {
        return switch (question.kind()) {
            // Nothing is sent without the declaration, so it is no part of the answers.
            case CONSENT -> answer.asBoolean(question.field().equals("declaration")) ? "ja" : "nein";
            case CHOICE ->
                question.choices().stream()
                        .filter(choice -> choice.value().equals(answer.asString("")))
                        .map(Questionnaire.Choice::words)
                        .findFirst()
                        .orElse("");
            case LINE, TEXT ->
                answer.isNumber() ? String.format(Locale.GERMANY, "%,d", answer.asLong(0)) : answer.asString("");
        };
    }
}
