package land.starkeorte.participants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventWords;
import land.starkeorte.events.Events;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.registering.RegistrationForm;
import land.starkeorte.registering.RegistrationView;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.JsonNode;

/** Who was there: marks from the door, and how many stay away. */
final class AttendanceEndpoints {
    private static final int MOST_MARKS = 200;

    /** The doors open before the beginning; who marks earlier has the wrong event. */
    private static final Duration DOORS_OPEN = Duration.ofHours(12);

    /** A device's clock may be wrong, but a mark from the future would hold against every later one. */
    private static final Duration FAST_CLOCK = Duration.ofMinutes(10);

    private static final Duration STATISTICS = Duration.ofDays(365);

    private final Events events;
    private final Registrations registrations;
    private final Attendances attendance;
    private final IdempotentWriter writer;
    private final Clock clock;

    AttendanceEndpoints(
            Events events, Registrations registrations, Attendances attendance, IdempotentWriter writer, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.attendance = attendance;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/attendance", this::statistics)
                .staff("GET /api/staff/events/{event}/attendance", this::list)
                .staff("PUT /api/staff/events/{event}/attendance", this::mark);
    }

    private Response list(Request request) {
        return Response.ok(view(event(request)));
    }

    /** A list for the door. */
    private record DoorList(String title, String when, boolean cancelled, List<Expected> people) {}

    /** Somebody who is expected, and whether they are there. */
    private record Expected(
            String registration, int person, String name, String office, String from, boolean present) {}

    private DoorList view(Event event) {
        Set<String> there = attendance.of(event.id()).stream()
                .filter(Attendance::present)
                .map(mark -> place(mark.registration(), mark.person()))
                .collect(Collectors.toSet());
        var people = coming(event).stream()
                .flatMap(registration -> IntStream.range(0, registration.size())
                        .mapToObj(number -> expected(registration, number, there)))
                .sorted(Comparator.comparing(Expected::name))
                .toList();
        return new DoorList(
                event.details().title(),
                EventWords.when(event.details()),
                event.state() == Event.State.CANCELLED,
                people);
    }

    private static Expected expected(Registration registration, int number, Set<String> there) {
        Delegation.Person person = registration.delegation().people().get(number);
        return new Expected(
                registration.id(),
                number,
                person.name(),
                person.office(),
                RegistrationView.sender(registration),
                there.contains(place(registration.id(), number)));
    }

    /** Of somebody among all who come. */
    private static String place(String registration, int person) {
        return registration + "#" + person;
    }

    private List<Registration> coming(Event event) {
        return registrations.of(event.id()).stream()
                .filter(registration -> registration.state() == RegistrationState.REGISTERED)
                .toList();
    }

    /** Each mark by itself; one that is older than what is known changes nothing. */
    private Response mark(Request request) {
        JsonNode form = FormReader.read(
                request.json(),
                true,
                fields -> fields.list("marks", 0, MOST_MARKS, "Was soll vermerkt werden?", mark -> {
                    mark.line("registration", 32, "Wer?");
                    mark.number("person", 0, RegistrationForm.MOST_PEOPLE - 1, "Wer?");
                    mark.flag("present");
                    mark.line("at", 40, "Wann?");
                }));
        Event event = event(request);
        Instant now = clock.instant();
        if (now.isBefore(event.details().start().minus(DOORS_OPEN))) {
            throw Problem.refused("Der Einlass beginnt frühestens zwölf Stunden vorher.");
        }
        Set<String> known = coming(event).stream()
                .flatMap(registration ->
                        IntStream.range(0, registration.size()).mapToObj(number -> place(registration.id(), number)))
                .collect(Collectors.toSet());
        for (JsonNode typed : form.path("marks")) {
            var mark = new Attendance(
                    typed.path("registration").asString(),
                    typed.path("person").asInt(0),
                    typed.path("present").asBoolean(),
                    at(typed.path("at").asString(), now),
                    0);
            // Whoever cancelled while the door was offline is not held against the others.
            if (known.contains(place(mark.registration(), mark.person()))) {
                writer.retrying(() -> new Planned<>(write(event, mark), Response.ok()));
            }
        }
        return Response.ok(view(event));
    }

    private Transaction write(Event event, Attendance mark) {
        return attendance
                .find(event.id(), mark.registration(), mark.person())
                .map(known -> mark.isNewerThan(known)
                        ? attendance.put(event.id(), mark.over(known.version()))
                        : Transaction.NONE)
                .orElseGet(() -> attendance.put(event.id(), mark));
    }

    private static Instant at(String typed, Instant now) {
        try {
            Instant at = Instant.parse(typed);
            return at.isAfter(now.plus(FAST_CLOCK)) ? now : at;
        } catch (DateTimeParseException e) {
            throw Problem.invalid("marks", "Eine Zeit ist nicht lesbar. Laden Sie die Seite neu.");
        }
    }

    /** How many came of those who had registered, event by event; where nobody marked anything there is nothing to say. */
    private Response statistics(Request request) {
        Instant now = clock.instant();
        return Response.ok(new Statistics(events.all().stream()
                .filter(event -> event.hasSeats()
                        && event.state() == Event.State.PUBLISHED
                        && event.isOver(now)
                        && event.details().end().isAfter(now.minus(STATISTICS)))
                .sorted(Comparator.comparing((Event event) -> event.details().start())
                        .reversed())
                .flatMap(event -> turnout(event).stream())
                .toList()));
    }

    private record Statistics(List<Turnout> events) {}

    private record Turnout(String id, String title, String when, int registered, long present) {}

    private Optional<Turnout> turnout(Event event) {
        List<Attendance> marks = attendance.of(event.id());
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turnout(
                        event.id(),
                        event.details().title(),
                        EventWords.when(event.details()),
                        coming(event).stream().mapToInt(Registration::size).sum(),
                        marks.stream().filter(Attendance::present).count()));
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .filter(event -> event.state() != Event.State.DRAFT)
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }
}
