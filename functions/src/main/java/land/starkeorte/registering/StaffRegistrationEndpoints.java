package land.starkeorte.registering;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.Json;
import land.starkeorte.registrations.ChangeRegistration;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.EndRegistration;
import land.starkeorte.registrations.Outcome;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Register;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationMails;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.registrations.ServeWaitlist;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.Planned;
import tools.jackson.databind.node.ObjectNode;

/** The office sees who comes and who waits, and helps where the rules do not. */
final class StaffRegistrationEndpoints {
    private final Events events;
    private final Seats seats;
    private final Registrations registrations;
    private final Register register;
    private final ChangeRegistration change;
    private final EndRegistration end;
    private final ServeWaitlist waitlist;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffRegistrationEndpoints(RegistrationParts parts, IdempotentWriter writer, Clock clock) {
        this.events = parts.events();
        this.seats = parts.seats();
        this.registrations = parts.registrations();
        this.register = parts.register();
        this.change = parts.change();
        this.end = parts.end();
        this.waitlist = parts.waitlist();
        this.outbox = parts.outbox();
        this.mails = parts.mails();
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/events/{event}/registrations", this::list)
                .staff("POST /api/staff/events/{event}/registrations", this::register)
                .staff("POST /api/staff/events/{event}/registrations/{registration}/preference", this::prefer)
                .staff("POST /api/staff/events/{event}/registrations/{registration}/cancellation", this::cancel)
                .staff("PUT /api/staff/events/{event}/registrations/{registration}", this::change)
                .staff("POST /api/staff/events/{event}/registrations/{registration}/links", this::sendLink);
    }

    private Response list(Request request) {
        Event event = event(request);
        List<Registration> all = registrations.of(event.id());
        Map<String, Integer> passed = new LinkedHashMap<>();
        registrations.line(event.id()).forEach(turn -> passed.put(turn.registration(), turn.passed()));
        var views = all.stream()
                .sorted(Comparator.comparing(Registration::since))
                .map(registration ->
                        RegistrationView.Staff.of(event, registration, passed.getOrDefault(registration.id(), 0)))
                .toList();
        int capacity = event.details().terms().capacity();
        int taken = all.stream()
                .mapToInt(registration -> registration.seats().size())
                .sum();
        return Response.ok(new RegistrationList(
                OpenEventView.of(event, Math.max(0, capacity - taken), clock.instant()),
                views,
                capacity,
                taken,
                Math.max(0, seats.capacity(event.id()).made() - capacity)));
    }

    /** @param tooMany seats that somebody has beyond the capacity */
    private record RegistrationList(
            OpenEventView event, List<RegistrationView.Staff> registrations, int capacity, int taken, int tooMany) {}

    private record Registered(RegistrationState state) {}

    private Response register(Request request) {
        ObjectNode typed = request.json();
        String reason = reason(Json.MAPPER.createObjectNode().set("reason", typed.path("reason")));
        Delegation delegation = RegistrationForm.read(
                typed.deepCopy().without(List.of("reason")),
                event(request).details().terms(),
                true);
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = event(request);
            Granted planned = Refusals.granted(register.office(event, delegation, reason, clock.instant()), event);
            return new Planned<>(
                    planned.writes(),
                    Response.created(new Registered(planned.registration().state())));
        });
    }

    private Response prefer(Request request) {
        String reason = reason(request.json());
        return act(request, (event, registration, now) -> waitlist.prefer(event, registration, reason, now));
    }

    private Response cancel(Request request) {
        String reason = reason(request.json());
        return act(request, (event, registration, now) -> end.cancel(event, registration, reason, By.OFFICE, now));
    }

    private static String reason(ObjectNode typed) {
        return FormReader.read(typed, true, form -> form.line("reason", 1000, "Schreiben Sie, warum."))
                .path("reason")
                .asString();
    }

    /** Other people come, whatever dates and limits say; whoever is new or left out is told. */
    private Response change(Request request) {
        return writer.retrying(() -> {
            Event event = event(request);
            Registration before = registration(request, event);
            var delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), false);
            return new Planned<>(
                    Refusals.granted(change.change(event, before, delegation, By.OFFICE, clock.instant()), event)
                            .writes(),
                    Response.ok());
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
            return new Planned<>(
                    outbox.put(List.of(mails.again(event, registration)), clock.instant()), Response.created());
        });
    }

    @FunctionalInterface
    private interface Plan {
        Outcome of(Event event, Registration registration, Instant now);
    }

    private Response act(Request request, Plan plan) {
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = event(request);
            Registration registration = registration(request, event);
            return new Planned<>(
                    Refusals.granted(plan.of(event, registration, clock.instant()), event)
                            .writes(),
                    Response.created());
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
