package land.starkeorte.participants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventCalendar;
import land.starkeorte.events.Events;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Link;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.registrations.RegistrationState;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;

/** A member's own calendar: what the municipality is registered for, with the way into video meetings. */
final class CalendarEndpoints {
    /** What is longer ago nobody looks for in a calendar. */
    private static final Duration LOOKING_BACK = Duration.ofDays(60);

    private final Events events;
    private final Registrations registrations;
    private final CalendarFeeds feeds;
    private final Accounts accounts;
    private final IdempotentWriter writer;
    private final String siteUrl;
    private final Clock clock;

    CalendarEndpoints(
            Events events,
            Registrations registrations,
            CalendarFeeds feeds,
            Accounts accounts,
            IdempotentWriter writer,
            String siteUrl,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.feeds = feeds;
        this.accounts = accounts;
        this.writer = writer;
        this.siteUrl = siteUrl;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/calendar/{secret}", this::read)
                .only("POST /api/member/calendar", this::create, "member", "founder")
                .only("DELETE /api/member/calendar", this::delete, "member", "founder");
    }

    /** The address is told once and stored nowhere; whoever has lost it draws a new one. */
    private Response create(Request request) {
        String ags = RegistrationAccess.ags(request);
        String secret = Secrets.secret();
        return writer.retrying(() -> {
            Optional<CalendarFeeds.Feed> before = feeds.of(request.caller().id());
            var feed = new CalendarFeeds.Feed(
                    Secrets.hash(secret),
                    request.caller().id(),
                    MailAddresses.normal(request.caller().mail()),
                    ags,
                    before.map(CalendarFeeds.Feed::version).orElse(0));
            return new Planned<>(
                    feeds.put(feed, before), Response.created(new Link(siteUrl + "/api/calendar/" + secret)));
        });
    }

    private Response delete(Request request) {
        RegistrationAccess.ags(request);
        return writer.retrying(() -> new Planned<>(
                feeds.of(request.caller().id()).map(feeds::remove).orElse(Transaction.NONE), Response.ok()));
    }

    private Response read(Request request) {
        CalendarFeeds.Feed feed = feeds.find(Secrets.hash(request.path("secret")))
                .filter(found -> !accounts.isClosed(found.mail(), found.ags()))
                .orElseThrow(() -> Problem.notFound("Diesen Kalender gibt es nicht mehr."));
        Instant since = clock.instant().minus(LOOKING_BACK);
        List<Event> near = events.all().stream()
                .filter(event -> event.hasSeats()
                        && event.state() != Event.State.DRAFT
                        && event.details().end().isAfter(since))
                .toList();
        var shares = registrations.shares(near.stream().map(Event::id).toList(), feed.ags());
        var mine = new ArrayList<Event>();
        for (Event event : near) {
            Registrations.Quota share = shares.get(event.id());
            if (share != null
                    && share.registrations().stream()
                            .flatMap(id -> registrations.find(event.id(), id).stream())
                            .anyMatch(registration -> registration.state() == RegistrationState.REGISTERED)) {
                mine.add(event);
            }
        }
        return Response.file(
                "text/calendar; charset=utf-8",
                "starke-orte.ics",
                EventCalendar.own(mine, siteUrl).getBytes(UTF_8));
    }
}
