package land.starkeorte.participants;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.registering.RegistrationView;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.sheets.Sheet;
import land.starkeorte.sheets.SheetFiles;
import land.starkeorte.upkeep.MailingView;
import land.starkeorte.upkeep.MailingViews;
import org.jspecify.annotations.Nullable;

/** What the office needs to prepare an event: who comes, with what, as a file and summed up; and what they were told. */
final class StaffParticipantEndpoints {
    private final Events events;
    private final Registrations registrations;
    private final Attendances attendance;
    private final MailingViews mailings;

    StaffParticipantEndpoints(
            Events events, Registrations registrations, Attendances attendance, MailingViews mailings) {
        this.events = events;
        this.registrations = registrations;
        this.attendance = attendance;
        this.mailings = mailings;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/events/{event}/participants", this::sum)
                .staff("GET /api/staff/events/{event}/export", this::export);
    }

    private Response sum(Request request) {
        Event event = event(request);
        List<Registration> all = registrations.of(event.id());
        return Response.ok(new Participants(ParticipantSummary.of(event, all), mailings.of(event, all)));
    }

    /** Who comes, summed up, and what they were told. */
    private record Participants(@JsonUnwrapped ParticipantSummary summary, List<MailingView> mailings) {}

    /** Somebody who comes or waits. */
    private record Participant(Event event, Registration registration, int number) {
        Delegation.Person person() {
            return registration.delegation().people().get(number);
        }

        String room() {
            List<Event.Terms.Room> rooms = event.details().terms().rooms();
            return rooms.isEmpty() ? "" : rooms.get(person().room()).name();
        }

        /** What the delegation answered; said once, with its first person. */
        String answer(int question) {
            List<String> answers = registration.delegation().answers();
            return number == 0 && question < answers.size() ? answers.get(question) : "";
        }
    }

    private Response export(Request request) {
        Event event = event(request);
        List<Registration> all = registrations.of(event.id());
        Map<String, Boolean> there = attendance.of(event.id()).stream()
                .collect(toUnmodifiableMap(mark -> mark.registration() + "#" + mark.person(), Attendance::present));
        List<Participant> rows = all.stream()
                .filter(Registration::isActive)
                .sorted(Comparator.comparing(Registration::state).thenComparing(Registration::since))
                .flatMap(registration -> IntStream.range(0, registration.size())
                        .mapToObj(number -> new Participant(event, registration, number)))
                .toList();
        Sheet<Sum> sums = Sheet.of("Zusammenfassung", sums(ParticipantSummary.of(event, all)))
                .text("Was", Sum::what)
                .text("Angabe", Sum::text)
                .number("Zahl", Sum::count)
                .number("Von", Sum::of);
        return SheetFiles.answer(request, "teilnehmende", people(event.details().terms(), rows, there), sums);
    }

    private static Sheet<Participant> people(Event.Terms terms, List<Participant> rows, Map<String, Boolean> there) {
        Sheet<Participant> people = Sheet.of("Teilnehmende", rows)
                .text("Name", row -> row.person().name())
                .text("Amt oder Aufgabe", row -> row.person().office())
                .text("Kommune", row -> RegistrationView.sender(row.registration()))
                .text("Stand", row -> words(row.registration().state()))
                .text("E-Mail", row -> row.person().mail())
                .flag("Ansprechperson", row -> row.number() == 0)
                .moment("Angemeldet am", row -> row.registration().since());
        if (!terms.rooms().isEmpty()) {
            people.text("Zimmer", Participant::room);
        }
        if (terms.needs()) {
            people.text("Braucht", row -> row.person().needs());
        }
        for (int i = 0; i < terms.questions().size(); i++) {
            int question = i;
            people.text(terms.questions().get(i), row -> row.answer(question));
        }
        if (!there.isEmpty()) {
            people.flag(
                    "Da gewesen", row -> there.getOrDefault(row.registration().id() + "#" + row.number(), false));
        }
        return people;
    }

    /** A line of the second sheet. */
    private record Sum(
            String what, String text, int count, @Nullable Integer of) {}

    private static List<Sum> sums(ParticipantSummary summary) {
        var sums = new ArrayList<Sum>();
        sums.add(new Sum("Angemeldet", "Personen", summary.people(), null));
        summary.rooms().forEach(room -> sums.add(new Sum("Zimmer", room.name(), room.taken(), room.places())));
        BiFunction<String, ParticipantSummary.Count, Sum> sum =
                (what, count) -> new Sum(what, count.text(), count.count(), null);
        summary.needs().forEach(need -> sums.add(sum.apply("Braucht", need)));
        summary.answers()
                .forEach(answers -> answers.given().forEach(given -> sums.add(sum.apply(answers.question(), given))));
        return sums;
    }

    private static String words(RegistrationState state) {
        return switch (state) {
            case PENDING -> "zu bestätigen";
            case REGISTERED -> "angemeldet";
            case WAITING -> "auf der Warteliste";
            case OFFERED -> "Platz angeboten";
            case CANCELLED -> "abgesagt";
            case LAPSED -> "verfallen";
        };
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }
}
