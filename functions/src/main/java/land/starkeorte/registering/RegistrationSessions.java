package land.starkeorte.registering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import land.starkeorte.access.Session;
import land.starkeorte.access.Sessions;
import land.starkeorte.events.Events;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Outbox;
import land.starkeorte.registrations.RegistrationLinks;
import land.starkeorte.registrations.RegistrationMails;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** A mailed link to a registration becomes a browser's session; a link that works no longer leads to a new one. */
final class RegistrationSessions {
    private final RegistrationAccess registrationAccess;
    private final Events events;
    private final Registrations registrations;
    private final Sessions sessions;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final IdempotentWriter writer;
    private final Clock clock;

    RegistrationSessions(
            RegistrationAccess registrationAccess,
            RegistrationParts parts,
            Sessions sessions,
            IdempotentWriter writer,
            Clock clock) {
        this.registrationAccess = registrationAccess;
        this.events = parts.events();
        this.registrations = parts.registrations();
        this.sessions = sessions;
        this.outbox = parts.outbox();
        this.mails = parts.mails();
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        String own = "/api/events/{event}/registrations/{registration}";
        return Routes.NONE
                .open("POST " + own + "/sessions", this::open)
                .open("DELETE " + own + "/sessions/{session}", this::end)
                .open("POST " + own + "/links", this::requestLink);
    }

    /** The link's secret comes in the header, the session's in the body: the browser draws it, so a repeat finds the first. */
    private Response open(Request request) {
        ObjectNode body = request.json();
        String secret = body.path("secret").asString("");
        if (!Sessions.isSecret(secret) || !body.path("remember").isBoolean() || body.size() != 2) {
            throw Problem.malformed("Die Anfrage braucht „secret“ aus 43 Zeichen (base64url) und „remember“.");
        }
        var kind = body.path("remember").asBoolean() ? Session.Kind.REMEMBERED : Session.Kind.VISIT;
        Session session = sessions.open(subject(request), request.bearer(), secret, kind, clock.instant())
                .orElseThrow(Problem::linkInvalid);
        return Response.created(new SessionView(session.until()));
    }

    /** @param until when the session is over if nothing more is asked for */
    private record SessionView(Instant until) {}

    private Response end(Request request) {
        var _ = registrationAccess.own(request);
        String named = request.path("session");
        String own = registrationAccess.session(request).map(Session::id).orElse("");
        sessions.end(subject(request), named.equals("own") ? own : named);
        return Response.ok();
    }

    /** To the mailbox that the old link went to. That there was none is not told. */
    private Response requestLink(Request request) {
        Instant now = clock.instant();
        boolean known =
                sessions.formerHolder(subject(request), request.bearer()).isPresent();
        var registration = registrations
                .find(request.path("event"), request.path("registration"))
                .filter(found -> known && found.isActive());
        var event = events.find(request.path("event"));
        return writer.retrying(() -> new Planned<>(
                registration.isPresent() && event.isPresent()
                        ? outbox.put(List.of(mails.again(event.get(), registration.get())), now)
                        : Transaction.NONE,
                Response.accepted()));
    }

    private static String subject(Request request) {
        return RegistrationLinks.subject(request.path("event"), request.path("registration"));
    }
}
