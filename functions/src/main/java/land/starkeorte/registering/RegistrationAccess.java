package land.starkeorte.registering;

import java.time.Clock;
import java.util.Optional;
import land.starkeorte.access.Session;
import land.starkeorte.access.Sessions;
import land.starkeorte.events.Event;
import land.starkeorte.events.Events;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationLinks;
import land.starkeorte.registrations.Registrations;

/** Lets whoever registered to what is theirs, and nobody else. */
public final class RegistrationAccess {
    private final Registrations registrations;
    private final Sessions sessions;
    private final Clock clock;

    RegistrationAccess(Registrations registrations, Sessions sessions, Clock clock) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The session that a link began in this browser. */
    Optional<Session> session(Request request) {
        String subject = RegistrationLinks.subject(request.path("event"), request.path("registration"));
        return sessions.find(subject, request.bearer(), clock.instant());
    }

    /** Whose registration it is tells the municipality of who is signed in, or the session that a link began. */
    public Registration own(Request request) {
        boolean signedIn = !request.caller().id().isEmpty();
        String event = request.path("event");
        String id = request.path("registration");
        if (!id.matches("[0-9a-f]{32}")) {
            throw signedIn ? unknown() : Problem.linkInvalid();
        }
        var found = registrations.find(event, id);
        if (signedIn) {
            String ags = ags(request);
            return found.filter(registration -> registration.ags().equals(ags))
                    .orElseThrow(RegistrationAccess::unknown);
        }
        boolean opened = session(request).isPresent();
        return found.filter(registration -> opened).orElseThrow(Problem::linkInvalid);
    }

    /** The id of the registration that is asked for, for whom it belongs to. */
    public String owned(Request request) {
        return own(request).id();
    }

    /** An event that is not a draft any more. */
    public static Event event(Events events, Request request) {
        return events.find(request.path("event"))
                .filter(event -> event.state() != Event.State.DRAFT)
                .orElseThrow(RegistrationAccess::unknown);
    }

    /** An event that everybody may know of. */
    static Event publicEvent(Events events, Request request) {
        return events.find(request.path("event")).filter(Event::isPublic).orElseThrow(RegistrationAccess::unknown);
    }

    /** The municipality that a member acts for. */
    public static String ags(Request request) {
        String ags = request.caller().ags();
        if (ags.isEmpty()) {
            throw Problem.forbidden();
        }
        return ags;
    }

    static Problem unknown() {
        return Problem.notFound("Diese Veranstaltung oder Anmeldung gibt es nicht.");
    }
}
