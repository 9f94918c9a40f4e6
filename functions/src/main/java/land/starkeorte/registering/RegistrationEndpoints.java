package land.starkeorte.registering;

import java.time.Clock;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.registrations.AcceptRegistration;
import land.starkeorte.registrations.ChangeRegistration;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.EndRegistration;
import land.starkeorte.registrations.Outcome;
import land.starkeorte.registrations.Outcome.Granted;
import land.starkeorte.registrations.Register;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.store.Planned;

/** Guests and members register delegations, change and cancel them, and take places that they are offered. */
final class RegistrationEndpoints {
    private final RegistrationAccess registrationAccess;
    private final Events events;
    private final Register register;
    private final AcceptRegistration accept;
    private final ChangeRegistration change;
    private final EndRegistration end;
    private final FreeSeats freeSeats;
    private final ProofOfWork proofOfWork;
    private final SpentProofs proofs;
    private final IdempotentWriter writer;
    private final int guestSeatsPercent;
    private final Clock clock;

    RegistrationEndpoints(
            RegistrationAccess registrationAccess,
            RegistrationParts parts,
            FreeSeats freeSeats,
            ProofOfWork proofOfWork,
            SpentProofs proofs,
            IdempotentWriter writer,
            int guestSeatsPercent,
            Clock clock) {
        this.registrationAccess = registrationAccess;
        this.events = parts.events();
        this.register = parts.register();
        this.accept = parts.accept();
        this.change = parts.change();
        this.end = parts.end();
        this.freeSeats = freeSeats;
        this.proofOfWork = proofOfWork;
        this.proofs = proofs;
        this.writer = writer;
        this.guestSeatsPercent = guestSeatsPercent;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("POST /api/events/{event}/registrations", this::registerGuest)
                .open("PUT /api/events/{event}/registrations/{registration}", this::change)
                .open("POST /api/events/{event}/registrations/{registration}/acceptance", this::accept)
                .open("POST /api/events/{event}/registrations/{registration}/move", this::move)
                .open("DELETE /api/events/{event}/registrations/{registration}", this::cancel)
                .only("POST /api/member/events/{event}/registrations", this::registerMember, "member", "founder")
                .only("PUT /api/member/events/{event}/registrations/{registration}", this::change, "member", "founder")
                .only(
                        "POST /api/member/events/{event}/registrations/{registration}/acceptance",
                        this::accept,
                        "member",
                        "founder")
                .only(
                        "POST /api/member/events/{event}/registrations/{registration}/move",
                        this::move,
                        "member",
                        "founder")
                .only(
                        "DELETE /api/member/events/{event}/registrations/{registration}",
                        this::cancel,
                        "member",
                        "founder");
    }

    private record GuestRegistered(RegistrationState state) {}

    private record Registered(String id, RegistrationState state) {}

    /** @param event to which */
    private record Moved(String event) {}

    /** The answer is the same for everybody: whatever there is to say goes to the mailbox. */
    private Response registerGuest(Request request) {
        freeSeats.makeReady(request.path("event"), clock.instant());
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = RegistrationAccess.publicEvent(events, request);
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
                    Response.created(new GuestRegistered(RegistrationState.PENDING)));
        });
    }

    private Response registerMember(Request request) {
        String ags = RegistrationAccess.ags(request);
        freeSeats.makeReady(request.path("event"), clock.instant());
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Event event = RegistrationAccess.event(events, request);
            Delegation delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), true);
            Granted planned = Refusals.granted(register.member(event, ags, delegation, clock.instant()), event);
            return new Planned<>(
                    planned.writes(),
                    Response.created(new Registered(
                            planned.registration().id(), planned.registration().state())));
        });
    }

    private Response change(Request request) {
        return settle(request, (event, own) -> {
            Delegation delegation =
                    RegistrationForm.read(request.json(), event.details().terms(), false);
            return change.change(event, own, delegation, By.THEMSELVES, clock.instant());
        });
    }

    private Response accept(Request request) {
        freeSeats.makeReady(request.path("event"), clock.instant());
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
            return new Planned<>(planned.writes(), Response.created(new Moved(to.id())));
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
                    Response.ok(RegistrationView.Own.of(event, planned.registration(), clock.instant())));
        });
    }
}
