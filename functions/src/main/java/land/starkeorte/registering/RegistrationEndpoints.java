package land.starkeorte.registering;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventViews;
import land.starkeorte.events.Events;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.registrations.AcceptRegistration;
import land.starkeorte.registrations.ChangeRegistration;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.EndRegistration;
import land.starkeorte.registrations.MakeSeats;
import land.starkeorte.registrations.Outcome;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Register;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationExpiry;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.RegistrationRules;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.seats.Seats;
import land.starkeorte.store.Planned;

/** Guests and members register delegations, change and cancel them, and take places that they are offered. */
final class RegistrationEndpoints {
    /** More are not counted for the public: "at least so many". */
    private static final int COUNTED = 20;

    private static final int MOST_HELD = 500;

    private final RegistrationAccess registrationAccess;
    private final Events events;
    private final Seats seats;
    private final Registrations registrations;
    private final Register register;
    private final AcceptRegistration accept;
    private final ChangeRegistration change;
    private final EndRegistration end;
    private final RegistrationExpiry expiry;
    private final MakeSeats makeSeats;
    private final ProofOfWork proofOfWork;
    private final SpentProofs proofs;
    private final IdempotentWriter writer;
    private final int guestSeatsPercent;
    private final Clock clock;

    RegistrationEndpoints(
            RegistrationAccess registrationAccess,
            RegistrationParts parts,
            ProofOfWork proofOfWork,
            SpentProofs proofs,
            IdempotentWriter writer,
            int guestSeatsPercent,
            Clock clock) {
        this.registrationAccess = registrationAccess;
        this.events = parts.events();
        this.seats = parts.seats();
        this.registrations = parts.registrations();
        this.register = parts.register();
        this.accept = parts.accept();
        this.change = parts.change();
        this.end = parts.end();
        this.expiry = parts.expiry();
        this.makeSeats = parts.makeSeats();
        this.proofOfWork = proofOfWork;
        this.proofs = proofs;
        this.writer = writer;
        this.guestSeatsPercent = guestSeatsPercent;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        String[] members = {"member", "founder"};
        return Map.ofEntries(
                Map.entry("GET /api/events/{event}", this::read),
                Map.entry("POST /api/events/{event}/registrations", this::registerGuest),
                Map.entry("GET /api/events/{event}/registrations/{registration}", this::readOwn),
                Map.entry("PUT /api/events/{event}/registrations/{registration}", this::change),
                Map.entry("POST /api/events/{event}/registrations/{registration}/acceptance", this::accept),
                Map.entry("POST /api/events/{event}/registrations/{registration}/move", this::move),
                Map.entry("DELETE /api/events/{event}/registrations/{registration}", this::cancel),
                Map.entry("GET /api/member/events/{event}", ((Endpoint) this::readAsMember).onlyFor(members)),
                Map.entry(
                        "POST /api/member/events/{event}/registrations",
                        ((Endpoint) this::registerMember).onlyFor(members)),
                Map.entry(
                        "PUT /api/member/events/{event}/registrations/{registration}",
                        ((Endpoint) this::change).onlyFor(members)),
                Map.entry(
                        "POST /api/member/events/{event}/registrations/{registration}/acceptance",
                        ((Endpoint) this::accept).onlyFor(members)),
                Map.entry(
                        "POST /api/member/events/{event}/registrations/{registration}/move",
                        ((Endpoint) this::move).onlyFor(members)),
                Map.entry(
                        "DELETE /api/member/events/{event}/registrations/{registration}",
                        ((Endpoint) this::cancel).onlyFor(members)));
    }

    private Response read(Request request) {
        Event event = publicEvent(request);
        return Response.ok(RegistrationViews.event(event, free(event), clock.instant()));
    }

    /**
     * What is held for somebody who has not confirmed counts as free: it may be gone in half an hour, and must not tell whether
     * an address was known.
     */
    private int free(Event event) {
        int missing = Math.max(
                0,
                event.details().terms().capacity() - seats.capacity(event.id()).made());
        int free = Math.min(COUNTED, seats.free(event.id(), COUNTED) + missing);
        if (free == COUNTED || registrations.somebodyWaits(event.id())) {
            return free;
        }
        int lent = registrations.held(MOST_HELD).stream()
                .filter(held -> held.event().equals(event.id()) && held.isUnconfirmed())
                .mapToInt(held -> held.seats().size())
                .sum();
        return Math.min(COUNTED, free + lent);
    }

    /** No seat is refused because a schedule or the stream is late. */
    private void ready(Request request) {
        expiry.of(request.path("event"), clock.instant());
        if (seats.free(request.path("event"), RegistrationForm.MOST_PEOPLE) < RegistrationForm.MOST_PEOPLE) {
            makeSeats.begin(request.path("event"));
        }
    }

    /** The answer is the same for everybody: whatever there is to say goes to the mailbox. */
    private Response registerGuest(Request request) {
        ready(request);
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = publicEvent(request);
            Delegation delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), true);
            Proof proof = proofOfWork
                    .check(request.headers().getOrDefault("altcha", ""))
                    .filter(solved -> !proofs.isSpent(solved))
                    .orElseThrow(Problem::proofMissing);
            Granted planned =
                    Refusals.granted(register.guest(event, delegation, guestSeatsPercent, clock.instant()), event);
            return new Planned<>(
                    planned.writes().and(proofs.spend(proof)),
                    Response.created(Map.of("state", RegistrationState.PENDING.name())));
        });
    }

    private Response registerMember(Request request) {
        String ags = RegistrationAccess.ags(request);
        ready(request);
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = RegistrationAccess.event(events, request);
            Delegation delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), true);
            Granted planned = Refusals.granted(register.member(event, ags, delegation, clock.instant()), event);
            return new Planned<>(
                    planned.writes(),
                    Response.created(Map.of(
                            "id", planned.registration().id(),
                            "state", planned.registration().state().name())));
        });
    }

    /** The event for a member, with what the own municipality has registered. */
    private Response readAsMember(Request request) {
        String ags = RegistrationAccess.ags(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        var view = RegistrationViews.event(event, free(event), now);
        view.put("text", event.details().text());
        view.put("programme", event.details().programme());
        view.put("dates", dates(event, now));
        view.put(
                "registrations",
                ownOf(event, ags)
                        .sorted(Comparator.comparing((Registration registration) -> !registration.isActive())
                                .thenComparing(Registration::since))
                        .map(registration -> RegistrationViews.own(event, registration, now))
                        .toList());
        return Response.ok(view);
    }

    /** What a municipality has of an event; where it costs something, also what was cancelled, which may be owed all the same. */
    private Stream<Registration> ownOf(Event event, String ags) {
        return event.details().terms().isBinding()
                ? registrations.of(event.id()).stream()
                        .filter(registration -> registration.ags().equals(ags)
                                && (registration.isActive() || registration.state() == RegistrationState.CANCELLED))
                : registrations.share(event.id(), ags).registrations().stream()
                        .flatMap(id -> registrations.find(event.id(), id).stream());
    }

    /** The other dates of its series that one can move to. */
    private List<Map<String, Object>> dates(Event event, Instant now) {
        return event.series().isEmpty() || event.details().terms().isBinding()
                ? List.of()
                : events.series(event.series()).stream()
                        .filter(other -> !other.id().equals(event.id())
                                && RegistrationRules.open(other, now).isEmpty())
                        .map(other -> Map.<String, Object>of(
                                "id", other.id(),
                                "title", other.details().title(),
                                "when", EventViews.when(other.details()),
                                "free", free(other)))
                        .toList();
    }

    private Response readOwn(Request request) {
        Registration registration = registrationAccess.own(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        return Response.ok(Map.of(
                "event", RegistrationViews.event(event, 0, now),
                "dates", dates(event, now),
                "registration", RegistrationViews.own(event, registration, now)));
    }

    private Response change(Request request) {
        return settle(request, (event, own) -> {
            Delegation delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), false);
            return change.change(event, own, delegation, By.THEMSELVES, clock.instant());
        });
    }

    private Response accept(Request request) {
        ready(request);
        return settle(request, (event, own) -> accept.accept(event, own, clock.instant()));
    }

    /** Once for its key: what was moved is not there any more to be moved again. */
    private Response move(Request request) {
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Registration own = registrationAccess.own(request);
            String wanted = FormReader.read(
                            request.json(), true, form -> form.line("event", 60, "Wählen Sie einen Termin."))
                    .path("event")
                    .asString();
            Event to = events.find(wanted)
                    .filter(event -> event.state() != Event.State.DRAFT)
                    .orElseThrow(RegistrationAccess::unknown);
            Event from = RegistrationAccess.event(events, request);
            Granted planned = Refusals.granted(change.move(from, own, to, clock.instant()), from);
            return new Planned<>(planned.writes(), Response.created(Map.of("event", to.id())));
        });
    }

    private Response cancel(Request request) {
        return settle(request, (event, own) -> end.cancel(event, own, "", By.THEMSELVES, clock.instant()));
    }

    /** What can be asked for again: it is found as it was asked for. */
    @FunctionalInterface
    private interface Plan {
        Outcome of(Event event, Registration own);
    }

    private Response settle(Request request, Plan plan) {
        return writer.retrying(() -> {
            Registration own = registrationAccess.own(request);
            Event event = RegistrationAccess.event(events, request);
            Granted planned = Refusals.granted(plan.of(event, own), event);
            return new Planned<>(
                    planned.writes(),
                    Response.ok(RegistrationViews.own(event, planned.registration(), clock.instant())));
        });
    }

    private Event publicEvent(Request request) {
        return events.find(request.path("event")).filter(Event::isPublic).orElseThrow(RegistrationAccess::unknown);
    }
}
