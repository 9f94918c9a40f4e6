package land.starkeorte.participants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventViews;
import land.starkeorte.events.Events;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.registering.RegistrationForm;
import land.starkeorte.registering.RegistrationViews;
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

    private Map<String, Object> view(Event event) {
        Map<String, Boolean> there = attendance.of(event.id()).stream()
                .collect(Collectors.toMap(mark -> mark.registration() + "#" + mark.person(), Attendance::present));
        var people = new ArrayList<Map<String, Object>>();
        for (Registration registration : coming(event)) {
            for (int i = 0; i < registration.size(); i++) {
                Delegation.Person person = registration.delegation().people().get(i);
                people.add(Map.of(
                        "registration",
                        registration.id(),
                        "person",
                        i,
                        "name",
                        person.name(),
                        "office",
                        person.office(),
                        "from",
                        RegistrationViews.from(registration),
                        "present",
                        there.getOrDefault(registration.id() + "#" + i, false)));
            }
        }
        people.sort(Comparator.comparing(person -> String.valueOf(person.get("name"))));
        return Map.of(
                "title",
                event.details().title(),
                "when",
                EventViews.when(event.details()),
                "cancelled",
                event.state() == Event.State.CANCELLED,
                "people",
                people);
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
        Set<String> known = new HashSet<>();
        coming(event).forEach(registration -> {
            for (int i = 0; i < registration.size(); i++) {
                known.add(registration.id() + "#" + i);
            }
        });
        for (JsonNode typed : form.path("marks")) {
            var mark = new Attendance(
                    typed.path("registration").asString(),
                    typed.path("person").asInt(0),
                    typed.path("present").asBoolean(),
                    at(typed.path("at").asString(), now),
                    0);
            // Whoever cancelled while the door was offline is not held against the others.
            if (known.contains(mark.registration() + "#" + mark.person())) {
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
        var rows = new ArrayList<Map<String, Object>>();
        events.all().stream()
                .filter(event -> event.hasSeats()
                        && event.state() == Event.State.PUBLISHED
                        && event.isOver(now)
                        && event.details().end().isAfter(now.minus(STATISTICS)))
                .sorted(Comparator.comparing((Event event) -> event.details().start())
                        .reversed())
                .forEach(event -> {
                    int registered =
                            coming(event).stream().mapToInt(Registration::size).sum();
                    List<Attendance> marks = attendance.of(event.id());
                    long present = marks.stream().filter(Attendance::present).count();
                    if (!marks.isEmpty()) {
                        rows.add(Map.of(
                                "id",
                                event.id(),
                                "title",
                                event.details().title(),
                                "when",
                                EventViews.when(event.details()),
                                "registered",
                                registered,
                                "present",
                                present));
                    }
                });
        return Response.ok(Map.of("events", rows));
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .filter(event -> event.state() != Event.State.DRAFT)
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }
}
