package land.starkeorte.participants;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationState;

/**
 * What those who come need and answered, summed up for the kitchen and the house.
 *
 * @param people who come; who waits or has not confirmed is not among them
 * @param needs what they need, the most frequent first; somebody may need several things
 */
record ParticipantSummary(int people, List<Count> needs, List<Rooms> rooms, List<Answers> answers) {
    /** Nobody reads more of them; all of them stand in the file of participants. */
    private static final int MOST = 50;

    /** How many said the same, however they capitalised it; written as the first of them did. */
    record Count(String text, int count) {}

    /** How many beds of a kind are taken, those included that are held for somebody. */
    record Rooms(String name, int taken, int places) {}

    /** What the delegations answered to a question. */
    record Answers(String question, List<Count> given) {}

    static ParticipantSummary of(Event event, List<Registration> all) {
        Event.Terms terms = event.details().terms();
        List<Registration> coming = all.stream()
                .filter(registration -> registration.state() == RegistrationState.REGISTERED)
                .sorted(Comparator.comparing(Registration::since))
                .toList();
        return new ParticipantSummary(
                coming.stream().mapToInt(Registration::size).sum(),
                counted(coming.stream()
                        .flatMap(registration -> registration.delegation().people().stream())
                        .flatMap(person -> Stream.of(person.needs().split("[,;\\n]", -1)))),
                IntStream.range(0, terms.rooms().size())
                        .mapToObj(room -> new Rooms(
                                terms.rooms().get(room).name(),
                                all.stream()
                                        .mapToInt(registration -> registration.bedsIn(room))
                                        .sum(),
                                terms.rooms().get(room).places()))
                        .toList(),
                IntStream.range(0, terms.questions().size())
                        .mapToObj(question -> new Answers(
                                terms.questions().get(question),
                                counted(coming.stream()
                                        .map(registration ->
                                                registration.delegation().answers())
                                        .filter(answers -> answers.size() > question)
                                        .map(answers -> answers.get(question)))))
                        .toList());
    }

    private static List<Count> counted(Stream<String> texts) {
        Map<String, Count> counts = new LinkedHashMap<>();
        texts.map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .forEach(text -> counts.merge(
                        text.toLowerCase(Locale.GERMAN),
                        new Count(text, 1),
                        (before, one) -> new Count(before.text(), before.count() + 1)));
        return counts.values().stream()
                .sorted(Comparator.comparingInt(Count::count).reversed())
                .limit(MOST)
                .toList();
    }
}
