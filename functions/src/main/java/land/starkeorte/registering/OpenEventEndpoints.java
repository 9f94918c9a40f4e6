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
        return Response.ok(RegistrationViews.event(event, freeSeats.count(event), clock.instant()));
    }

    /** The event for a member, with what the own municipality has registered. */
    private Response readAsMember(Request request) {
        String ags = RegistrationAccess.ags(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        var view = RegistrationViews.event(event, freeSeats.count(event), now);
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
                                "free", freeSeats.count(other)))
                        .toList();
    }

    private Response readOwn(Request request) {
        Registration registration = access.own(request);
        Event event = RegistrationAccess.event(events, request);
        Instant now = clock.instant();
        return Response.ok(Map.of(
                "event", RegistrationViews.event(event, 0, now),
                "dates", dates(event, now),
                "registration", RegistrationViews.own(event, registration, now)));
    }
}
