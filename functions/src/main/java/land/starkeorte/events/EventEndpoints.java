package land.starkeorte.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** The office writes, publishes and cancels events. */
final class EventEndpoints {
    private final Events events;
    private final EventListener listener;
    private final Occupancy occupancy;
    private final IdempotentWriter writer;
    private final Clock clock;

    EventEndpoints(Events events, EventListener listener, Occupancy occupancy, IdempotentWriter writer, Clock clock) {
        this.events = events;
        this.listener = listener;
        this.occupancy = occupancy;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/events", this::list)
                .staff("POST /api/staff/events", this::create)
                .staff("GET /api/staff/events/{event}", this::read)
                .staff("PUT /api/staff/events/{event}", this::write)
                .staff("POST /api/staff/events/{event}/copy", this::copy)
                .staff("POST /api/staff/events/{event}/publication", this::publish)
                .staff("POST /api/staff/events/{event}/cancellation", this::cancel);
    }

    private record EventList(List<EventView.Staff> events) {}

    /** The first of what was made. */
    private record Created(String id) {}

    private Response list(Request request) {
        return Response.ok(new EventList(events.all().stream()
                .sorted(Comparator.comparing((Event event) -> event.details().start())
                        .reversed())
                .map(this::listed)
                .toList()));
    }

    /** With how many seats are taken, as long as that changes. */
    private EventView.Staff listed(Event event) {
        Instant now = clock.instant();
        return event.hasSeats() && event.state() == Event.State.PUBLISHED && !event.isOver(now)
                ? EventView.Staff.of(event, occupancy.of(event.id()), now)
                : view(event);
    }

    private EventView.Staff view(Event event) {
        return EventView.Staff.of(event, clock.instant());
    }

    private Response read(Request request) {
        return Response.ok(view(event(request)));
    }

    /** A draft, or as many as the series has dates. */
    private Response create(Request request) {
        ObjectNode typed = request.json();
        Event.Details first = EventForm.read(typed);
        boolean past = typed.path("past").asBoolean(false);
        List<Event.Details> dates =
                switch (Series.dates(first, typed.path("rrule").asString(""))) {
                    case Series.Found found -> found.dates();
                    case Series.NotFound(var why) -> throw EventRefusals.problem(why);
                };
        EventRefusals.require(EventRules.plausible(first, past, clock.instant()));
        EventRefusals.require(EventRules.plausible(dates.getLast(), past, clock.instant()));
        return writer.onlyOnce(IdempotencyKey.of(request), () -> added(dates));
    }

    /** A new draft that says the same; times are mended before it is published. */
    private Response copy(Request request) {
        return writer.onlyOnce(
                IdempotencyKey.of(request), () -> added(List.of(event(request).details())));
    }

    private Planned<Response> added(List<Event.Details> dates) {
        Instant now = clock.instant();
        String series = dates.size() > 1 ? Secrets.id() : "";
        List<Event> drafts = dates.stream()
                .map(details -> Event.draft(EventIds.next(details.title()), details, series, now))
                .toList();
        return new Planned<>(
                all(drafts), Response.created(new Created(drafts.getFirst().id())));
    }

    private Transaction all(List<Event> changed) {
        var writes = Transaction.NONE;
        for (Event event : changed) {
            writes = writes.and(events.put(event));
        }
        return writes;
    }

    /** This one, and on demand the later dates of its series. */
    private List<Event> meant(Event event, boolean following) {
        return !following || event.series().isEmpty()
                ? List.of(event)
                : events.series(event.series()).stream()
                        .filter(other -> !other.details()
                                .start()
                                .isBefore(event.details().start()))
                        .toList();
    }

    /** Over exactly what was read. The later dates of a series keep their days, and what was changed by itself stays so. */
    private Response write(Request request) {
        ObjectNode typed = request.json();
        Event.Details details = EventForm.read(typed);
        boolean following = typed.path("following").asBoolean(false);
        Response written = writer.retrying(() -> {
            Event before = event(request);
            if (before.details().equals(details)) {
                return new Planned<>(Transaction.NONE, Response.ok(view(before)));
            }
            if (typed.path("version").asInt(0) != before.version()) {
                throw Problem.stale("Die Veranstaltung");
            }
            if (!before.details().start().equals(details.start())) {
                EventRefusals.require(
                        EventRules.plausible(details, typed.path("past").asBoolean(false), clock.instant()));
            }
            if (before.state() == Event.State.CANCELLED) {
                throw Problem.refused("Eine abgesagte Veranstaltung wird nicht mehr geändert. Kopieren Sie sie.");
            }
            var writes = Transaction.NONE;
            for (Event one : meant(before, following)) {
                boolean itself = one.id().equals(before.id());
                if (itself || (!one.alone() && one.state() != Event.State.CANCELLED)) {
                    Event.Details its =
                            itself ? details : Series.on(one.details().start(), details);
                    EventRefusals.require(EventRules.change(one, its));
                    Event after = one.written(its, !following, clock.instant());
                    writes = writes.and(changed(one, after));
                }
            }
            return new Planned<>(writes, Response.ok(view(before.written(details, !following, clock.instant()))));
        });
        listener.onWritten(request.path("event"));
        return written;
    }

    private Transaction changed(Event before, Event after) {
        return Transaction.of(events.put(after)).and(listener.onChanged(before, after));
    }

    private Response publish(Request request) {
        ObjectNode typed = FormReader.read(request.json(), true, form -> {
            form.flag("following");
            form.flag("past");
        });
        boolean past = typed.path("past").asBoolean();
        Response published = writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Event event = event(request);
            EventRefusals.require(EventRules.publication(event, past, now));
            List<Event> drafts = meant(event, typed.path("following").asBoolean()).stream()
                    .filter(one -> one.state() == Event.State.DRAFT && (!past || one.isOver(now)))
                    .toList();
            var writes = Transaction.NONE;
            for (Event draft : drafts) {
                writes = writes.and(changed(draft, draft.published(now)));
            }
            return new Planned<>(writes, Response.created());
        });
        listener.onWritten(request.path("event"));
        return published;
    }

    private Response cancel(Request request) {
        ObjectNode typed = FormReader.read(request.json(), true, form -> {
            form.text("reason", 1000, "Schreiben Sie, warum sie ausfällt. Alle lesen es.");
            form.flag("following");
        });
        String reason = typed.path("reason").asString();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Event event = event(request);
            EventRefusals.require(EventRules.cancellation(event, now));
            var writes = Transaction.NONE;
            for (Event one : meant(event, typed.path("following").asBoolean())) {
                if (one.state() == Event.State.PUBLISHED) {
                    writes = writes.and(changed(one, one.cancelled(reason, now)));
                }
            }
            return new Planned<>(writes, Response.created());
        });
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }
}
