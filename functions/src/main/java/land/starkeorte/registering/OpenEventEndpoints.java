package land.starkeorte.registering;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventWords;
import land.starkeorte.events.Events;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.RegistrationRules;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;

/** What guests and members see of an event that one registers for, and of what they have registered. */
final class OpenEventEndpoints {
    private final RegistrationAccess access;
    private final Events events;
    private final Registrations registrations;
    private final FreeSeats freeSeats;
    private final Clock clock;

    OpenEventEndpoints(RegistrationAccess access, RegistrationParts parts, FreeSeats freeSeats, Clock clock) {
        this.access = access;
        this.events = parts.events();
        this.registrations = parts.registrations();
        this.freeSeats = freeSeats;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/events/{event}", this::read)
                .open("GET /api/events/{event}/registrations/{registration}", this::readOwn)
                .only("GET /api/member/events/{event}", this::readAsMember, "member", "founder");
    }

    private Response read(Request request) {
        Event event = RegistrationAccess.publicEvent(events, request);
        return Response.ok(OpenEventView.of(event, freeSeats.count(event), clock.instant()));
    }

    /** The event for a member, with what the own municipality has registered. */
    private Response readAsMember(Request request) {
        String ags = RegistrationAccess.ags(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        return Response.ok(new MemberEvent(
                OpenEventView.of(event, freeSeats.count(event), now),
                event.details().text(),
                event.details().programme(),
                dates(event, now),
                ownOf(event, ags)
                        .sorted(Comparator.comparing((Registration registration) -> !registration.isActive())
                                .thenComparing(Registration::since))
                        .map(registration -> RegistrationView.Own.of(event, registration, now))
                        .toList()));
    }

    /** Another date of a series that one can move to. */
    private record OtherDate(String id, String title, String when, int free) {}

    /** An event for a member. */
    private record MemberEvent(
            @JsonUnwrapped OpenEventView event,
            String text,
            String programme,
            List<OtherDate> dates,
            List<RegistrationView.Own> registrations) {}

    /** A registration for whoever has its link. */
    private record OwnRegistration(OpenEventView event, List<OtherDate> dates, RegistrationView.Own registration) {}

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
    private List<OtherDate> dates(Event event, Instant now) {
        return event.series().isEmpty() || event.details().terms().isBinding()
                ? List.of()
                : events.series(event.series()).stream()
                        .filter(other -> !other.id().equals(event.id())
                                && RegistrationRules.open(other, now).isEmpty())
                        .map(other -> new OtherDate(
                                other.id(),
                                other.details().title(),
                                EventWords.when(other.details()),
                                freeSeats.count(other)))
                        .toList();
    }

    private Response readOwn(Request request) {
        Registration registration = access.own(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        return Response.ok(new OwnRegistration(
                OpenEventView.of(event, 0, now), dates(event, now), RegistrationView.Own.of(event, registration, now)));
    }
}
