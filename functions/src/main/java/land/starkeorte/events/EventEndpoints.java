package land.starkeorte.events;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.IdempotentWriter;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** The office writes, publishes and cancels events; members see what is planned. */
final class EventEndpoints {
    private final DynamoEvents events;
    private final EventListener listener;
    private final Occupancy occupancy;
    private final IdempotentWriter writer;
    private final Clock clock;

    EventEndpoints(
            DynamoEvents events, EventListener listener, Occupancy occupancy, IdempotentWriter writer, Clock clock) {
        this.events = events;
        this.listener = listener;
        this.occupancy = occupancy;
        this.writer = writer;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /api/staff/events", ((Endpoint) this::list).onlyFor("staff"),
                "POST /api/staff/events", ((Endpoint) this::create).onlyFor("staff"),
                "GET /api/staff/events/{event}", ((Endpoint) this::read).onlyFor("staff"),
                "PUT /api/staff/events/{event}", ((Endpoint) this::write).onlyFor("staff"),
                "POST /api/staff/events/{event}/copy", ((Endpoint) this::copy).onlyFor("staff"),
                "POST /api/staff/events/{event}/publication", ((Endpoint) this::publish).onlyFor("staff"),
                "POST /api/staff/events/{event}/cancellation", ((Endpoint) this::cancel).onlyFor("staff"),
                "GET /api/member/events", ((Endpoint) this::planned).onlyFor("member", "founder", "staff"));
    }

    private Response list(Request request) {
        return Response.ok(Map.of(
                "events",
                events.all().stream()
                        .sorted(Comparator.comparing(
                                        (Event event) -> event.details().start())
                                .reversed())
                        .map(this::listed)
                        .toList()));
    }

    /** With how many seats are taken, as long as that changes. */
    private Map<String, Object> listed(Event event) {
        var view = view(event);
        if (event.hasSeats() && event.state() == Event.State.PUBLISHED && !event.isOver(clock.instant())) {
            Occupancy.Count count = occupancy.of(event.id());
            view.put("taken", count.taken());
            view.put("waiting", count.waiting());
        }
        return view;
    }

    private Map<String, Object> view(Event event) {
        return EventViews.staff(event, clock.instant());
    }

    private Response read(Request request) {
        return Response.ok(view(event(request)));
    }

    /** A draft, or as many as the series has dates. */
    private Response create(Request request) {
        ObjectNode typed = request.json();
        Event.Details first = EventForm.read(typed);
        boolean past = typed.path("past").asBoolean(false);
        List<Event.Details> dates = Series.dates(first, typed.path("rrule").asString(""));
        EventForm.requireSensible(first, past, clock.instant());
        EventForm.requireSensible(dates.getLast(), past, clock.instant());
        return writer.onlyOnce(IdempotencyKey.of(request), () -> added(dates));
    }

    /** A new draft that says the same; times are mended before it is published. */
    private Response copy(Request request) {
        return writer.onlyOnce(
                IdempotencyKey.of(request), () -> added(List.of(event(request).details())));
    }

    private IdempotentWriter.Effect added(List<Event.Details> dates) {
        Instant now = clock.instant();
        String series = dates.size() > 1 ? Secrets.id() : "";
        List<Event> drafts = dates.stream()
                .map(details -> Event.draft(id(details.title()), details, series, now))
                .toList();
        return new IdempotentWriter.Effect(
                all(drafts), Response.created(Map.of("id", drafts.getFirst().id())));
    }

    private Transaction all(List<Event> changed) {
        var writes = new Transaction();
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
                return new IdempotentWriter.Effect(new Transaction(), Response.ok(view(before)));
            }
            if (typed.path("version").asInt(0) != before.version()) {
                throw Problem.stale("Die Veranstaltung");
            }
            if (!before.details().start().equals(details.start())) {
                EventForm.requireSensible(details, typed.path("past").asBoolean(false), clock.instant());
            }
            if (before.state() == Event.State.CANCELLED) {
                throw Problem.refused("Eine abgesagte Veranstaltung wird nicht mehr geändert. Kopieren Sie sie.");
            }
            var writes = new Transaction();
            for (Event one : meant(before, following)) {
                boolean itself = one.id().equals(before.id());
                if (itself || (!one.alone() && one.state() != Event.State.CANCELLED)) {
                    Event.Details its =
                            itself ? details : Series.on(one.details().start(), details);
                    requireSeatsAsBefore(one, its);
                    Event after = one.written(its, !following, clock.instant());
                    writes = writes.and(changed(one, after));
                }
            }
            return new IdempotentWriter.Effect(
                    writes,
                    Response.ok(
                            EventViews.staff(before.written(details, !following, clock.instant()), clock.instant())));
        });
        listener.onWritten(request.path("event"));
        return written;
    }

    private Transaction changed(Event before, Event after) {
        return Transaction.of(events.put(after)).and(listener.onChanged(before, after));
    }

    /** Where nobody could book yet, seats that were forgotten can still be added. */
    private static void requireSeatsAsBefore(Event before, Event.Details details) {
        if (before.state() == Event.State.DRAFT || !before.hasSeats()) {
            return;
        }
        if (details.terms().capacity() == 0) {
            throw Problem.invalid(
                    "capacity",
                    "Seit der Veröffentlichung meldet man sich an, das bleibt so: Geben Sie mindestens einen Platz an.");
        }
        if (!prices(before.details()).equals(prices(details))) {
            throw Problem.refused(
                    "Kosten und Zimmerarten stehen seit der Veröffentlichung fest; nur die Zahl der Betten nicht.");
        }
        if (before.state() != Event.State.DRAFT && isHarsher(before.details(), details)) {
            throw Problem.refused(
                    "Was Absagen kostet, steht seit der Veröffentlichung fest. Möglich ist nur, dass es länger"
                            + " nichts oder danach weniger kostet.");
        }
    }

    /** Whether cancelling would cost more than those who booked have relied on; another day brings another date. */
    private static boolean isHarsher(Event.Details before, Event.Details after) {
        Instant until = before.terms().freeUntil();
        Instant newUntil = after.terms().freeUntil();
        boolean sooner = until != null
                && newUntil != null
                && newUntil.isBefore(until)
                && before.start().equals(after.start());
        return sooner || share(after) > share(before);
    }

    private static int share(Event.Details details) {
        Integer owedAfter = details.terms().owedAfter();
        return owedAfter == null ? 0 : owedAfter;
    }

    /** What people have relied on when they booked. */
    private static List<Object> prices(Event.Details details) {
        Event.Terms terms = details.terms();
        return List.of(
                terms.cents(),
                terms.rooms().stream()
                        .map(room -> List.of(room.name(), room.cents()))
                        .toList());
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
            if (event.state() != Event.State.DRAFT) {
                throw Problem.refused("Diese Veranstaltung ist schon veröffentlicht.");
            }
            requirePublishable(event, past, now);
            List<Event> drafts = meant(event, typed.path("following").asBoolean()).stream()
                    .filter(one -> one.state() == Event.State.DRAFT && (!past || one.isOver(now)))
                    .toList();
            var writes = new Transaction();
            for (Event draft : drafts) {
                writes = writes.and(changed(draft, draft.published(now)));
            }
            return new IdempotentWriter.Effect(writes, Response.created(Map.of()));
        });
        listener.onWritten(request.path("event"));
        return published;
    }

    /** What is over is entered by somebody who says so: for its recordings, without mails and without registration. */
    private static void requirePublishable(Event event, boolean past, Instant now) {
        if (past && !event.isOver(now)) {
            throw Problem.refused("Die Veranstaltung ist noch nicht vorbei. Veröffentlichen Sie sie wie jede andere.");
        }
        if (past && event.hasSeats()) {
            throw Problem.refused("Zu Vergangenem meldet sich niemand mehr an. Setzen Sie zuerst die Plätze auf 0.");
        }
        if (!past && !event.details().start().isAfter(now)) {
            throw Problem.refused("Der Beginn liegt in der Vergangenheit. Ändern Sie die Zeit, oder tragen Sie sie als"
                    + " vergangen ein, wenn sie schon stattgefunden hat.");
        }
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
            if (event.state() != Event.State.PUBLISHED || event.isOver(now)) {
                throw Problem.refused(
                        "Nur eine veröffentlichte Veranstaltung, die noch bevorsteht, kann abgesagt werden.");
            }
            var writes = new Transaction();
            for (Event one : meant(event, typed.path("following").asBoolean())) {
                if (one.state() == Event.State.PUBLISHED) {
                    writes = writes.and(changed(one, one.cancelled(reason, now)));
                }
            }
            return new IdempotentWriter.Effect(writes, Response.created(Map.of()));
        });
    }

    /** What is to come, for members, too; how to get in only those see who take part. */
    private Response planned(Request request) {
        // An account that is bound to no municipality belongs to no member.
        if (request.caller().ags().isEmpty() && !request.caller().groups().contains("staff")) {
            throw Problem.forbidden();
        }
        Instant now = clock.instant();
        List<Map<String, Object>> planned = events.all().stream()
                .filter(event -> event.state() != Event.State.DRAFT && !event.isOver(now))
                .sorted(Comparator.comparing(event -> event.details().start()))
                .map(event -> EventViews.member(event, now))
                .toList();
        return Response.ok(Map.of("events", planned));
    }

    private Event event(Request request) {
        return events.find(request.path("event"))
                .orElseThrow(() -> Problem.notFound("Diese Veranstaltung gibt es nicht."));
    }

    /** Readable in an address, and never the same twice. */
    private static String id(String title) {
        String words = Normalizer.normalize(
                        title.toLowerCase(Locale.ROOT)
                                .replace("ä", "ae")
                                .replace("ö", "oe")
                                .replace("ü", "ue")
                                .replace("ß", "ss"),
                        Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String short40 = words.length() > 40 ? words.substring(0, 40).replaceAll("-[^-]*$", "") : words;
        return (short40.isEmpty() ? "" : short40 + "-") + Secrets.reference().toLowerCase(Locale.ROOT);
    }
}
