package land.starkeorte.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import land.starkeorte.events.Registration.State;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.sheets.Sheet;
import land.starkeorte.sheets.SheetFiles;
import land.starkeorte.store.IdempotentWriter;
import org.jspecify.annotations.Nullable;

/** What the office needs to prepare an event: who comes, with what, as a file and summed up; and what they were told. */
final class StaffParticipantEndpoints {
    /** Of more mails it is told how many were written, and not what became of each. */
    private static final int MOST_LOOKED_AT = 1000;

    private final DynamoEvents events;
    private final DynamoRegistrations registrations;
    private final Booking booking;
    private final DynamoOutbox outbox;
    private final RegistrationMails registrationMails;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffParticipantEndpoints(
            DynamoEvents events,
            DynamoRegistrations registrations,
            Booking booking,
            DynamoOutbox outbox,
            RegistrationMails registrationMails,
            IdempotentWriter writer,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.booking = booking;
        this.outbox = outbox;
        this.registrationMails = registrationMails;
        this.writer = writer;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        String one = "/api/staff/events/{event}/registrations/{registration}";
        return Map.of(
                "GET /api/staff/events/{event}/participants",
                ((Endpoint) this::sum).onlyFor("staff"),
                "GET /api/staff/events/{event}/export",
                ((Endpoint) this::export).onlyFor("staff"),
                "PUT " + one,
                ((Endpoint) this::change).onlyFor("staff"),
                "POST " + one + "/links",
                ((Endpoint) this::sendLink).onlyFor("staff"));
    }

    private Response sum(Request request) {
        Event event = event(request);
        List<Registration> all = registrations.of(event.id());
        ParticipantSummary summary = ParticipantSummary.of(event, all);
        return Response.ok(Map.of(
                "people",
                summary.people(),
                "needs",
                summary.needs().stream().map(StaffParticipantEndpoints::view).toList(),
                "rooms",
                summary.rooms().stream()
                        .map(room -> Map.of("name", room.name(), "taken", room.taken(), "places", room.places()))
                        .toList(),
                "answers",
                summary.answers().stream()
                        .map(answers -> Map.of(
                                "question",
                                answers.question(),
                                "given",
                                answers.given().stream()
                                        .map(StaffParticipantEndpoints::view)
                                        .toList()))
                        .toList(),
                "mailings",
                registrations.everyMailing(event.id()).stream()
                        .sorted(Comparator.comparing(BulkMail::at))
                        .map(bulkMail -> view(bulkMail, event, all))
                        .toList()));
    }

    private static Map<String, Object> view(ParticipantSummary.Count count) {
        return Map.of("text", count.text(), "count", count.count());
    }

    /** How many mails were written, and how many of them have left; where there are very many, only the first. */
    private Map<String, Object> view(BulkMail bulkMail, Event event, List<Registration> all) {
        var view = new LinkedHashMap<String, Object>();
        view.put("kind", bulkMail.kind().name());
        view.put("at", bulkMail.at().toString());
        view.put("done", bulkMail.done());
        view.put("written", bulkMail.sent());
        List<Mail> mails = bulkMail.sent() > MOST_LOOKED_AT
                ? List.of()
                : all.stream()
                        .flatMap(registration -> registrationMails.told(bulkMail, event, registration).stream())
                        .toList();
        if (bulkMail.sent() <= MOST_LOOKED_AT && mails.size() <= 2 * MOST_LOOKED_AT) {
            Map<OutboxEntry.State, Integer> standing = outbox.standing(mails);
            view.put("sent", standing.getOrDefault(OutboxEntry.State.SENT, 0));
            view.put("waiting", standing.getOrDefault(OutboxEntry.State.QUEUED, 0));
            view.put(
                    "failed",
                    standing.getOrDefault(OutboxEntry.State.FAILED, 0)
                            + standing.getOrDefault(OutboxEntry.State.BOUNCED, 0));
        }
        return view;
    }

    /** Somebody who comes or waits. */
    private record Participant(Event event, Registration registration, int number) {
        Registration.Person person() {
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
        Map<String, Boolean> there = registrations.attendance(event.id()).stream()
                .collect(toUnmodifiableMap(mark -> mark.registration() + "#" + mark.person(), Attendance::present));
        List<Participant> rows = all.stream()
                .filter(Registration::isActive)
                .sorted(Comparator.comparing(Registration::state).thenComparing(Registration::since))
                .flatMap(registration -> IntStream.range(0, registration.size())
                        .mapToObj(number -> new Participant(event, registration, number)))
                .toList();
        Event.Terms terms = event.details().terms();
        Sheet<Participant> people = Sheet.of("Teilnehmende", rows)
                .text("Name", row -> row.person().name())
                .text("Amt oder Aufgabe", row -> row.person().office())
                .text("Kommune", row -> StaffRegistrationEndpoints.from(row.registration()))
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
        Sheet<Sum> sums = Sheet.of("Zusammenfassung", sums(ParticipantSummary.of(event, all)))
                .text("Was", Sum::what)
                .text("Angabe", Sum::text)
                .number("Zahl", Sum::count)
                .number("Von", Sum::of);
        return SheetFiles.answer(request, "teilnehmende", people, sums);
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

    private static String words(State state) {
        return switch (state) {
            case PENDING -> "zu bestätigen";
            case REGISTERED -> "angemeldet";
            case WAITING -> "auf der Warteliste";
            case OFFERED -> "Platz angeboten";
            case CANCELLED -> "abgesagt";
            case LAPSED -> "verfallen";
        };
    }

    /** Other people come, whatever dates and limits say; whoever is new or left out is told. */
    private Response change(Request request) {
        return writer.retrying(() -> {
            Event event = event(request);
            Registration before = registration(request, event);
            var delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), false);
            return new IdempotentWriter.Effect(
                    booking.changeForThem(event, before, delegation, clock.instant())
                            .writes(),
                    Response.ok(Map.of()));
        });
    }

    /** To the mailbox that the registration belongs to; not more often than whoever asks by themselves gets one. */
    private Response sendLink(Request request) {
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = event(request);
            Registration registration = registration(request, event);
            if (!registration.isActive()) {
                throw Problem.refused("Diese Anmeldung gilt nicht mehr; ein Link führte nirgendwohin.");
            }
            return new IdempotentWriter.Effect(
                    outbox.put(List.of(registrationMails.again(event, registration)), clock.instant()),
                    Response.created(Map.of()));
        });
    }

    private Registration registration(Request request, Event event) {
        return registrations
                .find(event.id(), request.path("registration"))
                .orElseThrow(() -> Problem.notFound("Diese Anmeldung gibt es nicht."));
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }
}
