package land.starkeorte.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.Delegation.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads who comes. */
public final class RegistrationForm {
    /** More are no delegation but a group, which the office is glad to talk with. */
    public static final int MOST_PEOPLE = 10;

    private RegistrationForm() {}

    /**
     * A 422 names what to mend. What the event does not ask for is refused: nobody keeps what nobody needs.
     *
     * @param billed whether whoever is bound to pay is asked whom to invoice
     */
    static Delegation read(ObjectNode typed, Event.Terms terms, boolean billed) {
        boolean asksForBuyer = billed && terms.isBinding();
        JsonNode form = FormReader.read(typed, true, fields -> {
            fields.list("people", 1, MOST_PEOPLE, "Geben Sie an, wer kommt.", person -> {
                person.line("name", 120, "Geben Sie Vor- und Nachnamen an.");
                person.optionalLine("office", 120);
                person.optionalMail("mail");
                if (!terms.rooms().isEmpty()) {
                    person.number("room", 0, terms.rooms().size() - 1, "Wählen Sie ein Zimmer.");
                }
                if (terms.needs()) {
                    person.optionalText("needs", 500);
                }
            });
            if (typed.at("/people/0/mail").asString("").isBlank()) {
                fields.refuse("people.0.mail", "Geben Sie eine E-Mail-Adresse an; dorthin geht die Bestätigung.");
            }
            if (!terms.questions().isEmpty()) {
                fields.group(
                        "answers",
                        answers -> IntStream.range(0, terms.questions().size())
                                .forEach(i -> answers.text("a" + i, 500, "Beantworten Sie bitte auch diese Frage.")));
            }
            if (asksForBuyer) {
                fields.group("buyer", Buyer::read);
            }
        });
        var people = new ArrayList<Person>();
        form.path("people")
                .forEach(person -> people.add(new Person(
                        person.path("name").asString(),
                        person.path("office").asString(""),
                        MailAddresses.normal(person.path("mail").asString("")),
                        person.path("needs").asString(""),
                        person.path("room").asInt(0))));
        List<String> answers = IntStream.range(0, terms.questions().size())
                .mapToObj(i -> form.path("answers").path("a" + i).asString(""))
                .toList();
        return new Delegation(people, answers, asksForBuyer ? Buyer.of(form.path("buyer")) : null);
    }
}
