package land.starkeorte.events;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import land.starkeorte.forms.Fields;
import land.starkeorte.forms.German;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.DynamoActs.Act;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Once;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.lambda.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The office writes, publishes and cancels events; members see what is planned. */
final class EventEndpoints {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final DynamoEvents events;
    private final Tending tending;
    private final Telling telling;
    private final DynamoActs acts;
    private final Clock clock;

    EventEndpoints(DynamoEvents events, Tending tending, Telling telling, DynamoActs acts, Clock clock) {
        this.events = events;
        this.tending = tending;
        this.telling = telling;
        this.acts = acts;
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
                        .map(this::view)
                        .toList()));
    }

    private Response read(Request request) {
        return Response.ok(view(event(request)));
    }

    private Response create(Request request) {
        Event.Details details = EventForm.read(request.json());
        return acts.once(Once.of(request), () -> added(Event.draft(id(details.title()), details, clock.instant())));
    }

    /** A new draft that says the same; times are mended before it is published. */
    private Response copy(Request request) {
        return acts.once(Once.of(request), () -> {
            Event.Details details = event(request).details();
            return added(Event.draft(id(details.title()), details, clock.instant()));
        });
    }

    private Act added(Event draft) {
        return new Act(events.put(draft), Response.created(Map.of("id", draft.id())));
    }

    /** Over exactly what was read. */
    private Response write(Request request) {
        ObjectNode typed = request.json();
        Event.Details details = EventForm.read(typed);
        Response written = acts.settle(() -> {
            Event before = event(request);
            if (before.state() != Event.State.DRAFT
                    && before.hasSeats() != details.terms().capacity() > 0) {
                throw Problem.refused("Ob man sich anmelden muss, steht seit der Veröffentlichung fest.");
            }
            if (before.details().equals(details)) {
                return new Act(new Transaction(), Response.ok(view(before)));
            }
            if (typed.path("version").asInt() != before.version()) {
                throw Problem.stale("Die Veranstaltung");
            }
            if (before.state() == Event.State.CANCELLED) {
                throw Problem.refused("Eine abgesagte Veranstaltung wird nicht mehr geändert. Kopieren Sie sie.");
            }
            Event after = before.written(details, clock.instant());
            return new Act(events.put(after).and(telling.changed(before, after)), Response.ok(view(after)));
        });
        tending.fill(request.path("event"));
        return written;
    }

    private Response publish(Request request) {
        Response published = acts.once(Once.of(request), () -> {
            Instant now = clock.instant();
            Event event = event(request);
            if (event.state() != Event.State.DRAFT) {
                throw Problem.refused("Diese Veranstaltung ist schon veröffentlicht.");
            }
            if (!event.details().start().isAfter(now)) {
                throw Problem.refused("Der Beginn liegt in der Vergangenheit. Ändern Sie zuerst die Zeit.");
            }
            return new Act(events.put(event.published(now)), Response.created(Map.of()));
        });
        tending.fill(request.path("event"));
        return published;
    }

    private Response cancel(Request request) {
        String reason = Fields.read(
                        request.json(),
                        true,
                        form -> form.text("reason", 1000, "Schreiben Sie, warum sie ausfällt. Alle lesen es."))
                .path("reason")
                .asString();
        return acts.once(Once.of(request), () -> {
            Instant now = clock.instant();
            Event event = event(request);
            if (event.state() != Event.State.PUBLISHED || event.isOver(now)) {
                throw Problem.refused(
                        "Nur eine veröffentlichte Veranstaltung, die noch bevorsteht, kann abgesagt werden.");
            }
            Event after = event.cancelled(reason, now);
            return new Act(events.put(after).and(telling.cancelled(after)), Response.created(Map.of()));
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
                .map(event -> {
                    var view = view(event);
                    view.remove("link");
                    return (Map<String, Object>) view;
                })
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

    private Map<String, Object> view(Event event) {
        Event.Details details = event.details();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", event.id());
        view.put("kind", details.kind().name());
        view.put("title", details.title());
        view.put("text", details.text());
        view.put("programme", details.programme());
        view.put("start", details.start().toString());
        view.put("end", details.end().toString());
        view.put("startTyped", typed(details.start()));
        view.put("endTyped", typed(details.end()));
        view.put("place", details.place());
        view.put("link", details.link());
        view.put("audience", details.audience().name());
        view.put("price", details.price());
        view.put("contact", details.contact());
        Event.Terms terms = details.terms();
        view.put("capacity", terms.capacity());
        view.put("limit", terms.limit());
        view.put("opensTyped", typedOrNone(terms.opens()));
        view.put("closesTyped", typedOrNone(terms.closes()));
        view.put("cancelByTyped", typedOrNone(terms.cancelBy()));
        view.put("needs", terms.needs());
        view.put("questions", String.join("\n", terms.questions()));
        view.put("state", event.state().name());
        view.put("over", event.isOver(clock.instant()));
        view.put("reason", event.reason());
        view.put("version", event.version());
        return view;
    }

    private static String typedOrNone(@Nullable Instant moment) {
        return moment == null ? "" : typed(moment);
    }

    /** As a browser's control takes it. */
    private static String typed(Instant moment) {
        return TYPED.format(moment.atZone(German.ZONE));
    }
}
