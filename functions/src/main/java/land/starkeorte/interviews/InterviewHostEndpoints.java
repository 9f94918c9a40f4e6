package land.starkeorte.interviews;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Founders and the office offer times; the office notes how an interview went. */
final class InterviewHostEndpoints {
    private static final int MOST_AT_ONCE = 20;

    private final Interviews interviews;
    private final InterviewWorkflow booking;
    private final DossierTransitions transitions;
    private final IdempotentWriter writer;
    private final Clock clock;

    InterviewHostEndpoints(
            Interviews interviews,
            InterviewWorkflow booking,
            DossierTransitions transitions,
            IdempotentWriter writer,
            Clock clock) {
        this.interviews = interviews;
        this.booking = booking;
        this.transitions = transitions;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .only("GET /api/slots", this::list, "staff", "founder")
                .only("POST /api/slots", this::offer, "staff", "founder")
                .only("DELETE /api/slots/{slot}", this::withdraw, "staff", "founder")
                .only("POST /api/slots/{slot}/cancellation", this::cancel, "staff", "founder")
                .staff("GET /api/staff/dossiers/{id}/interview", this::read)
                .staff("POST /api/staff/dossiers/{id}/interview", this::end);
    }

    private Response list(Request request) {
        Instant now = clock.instant();
        var slots = interviews.slots(now, now.plus(InterviewEndpoints.AHEAD)).stream()
                .map(slot -> view(slot, request))
                .toList();
        return Response.ok(Map.of("slots", slots));
    }

    private Response offer(Request request) {
        Offer offer = offer(request.json(), clock.instant());
        String host = request.caller().id();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            var slots = Slot.series(
                    offer.first(),
                    offer.last(),
                    offer.length(),
                    offer.link(),
                    host,
                    request.caller().mail(),
                    () -> Secrets.id().substring(0, 8));
            if (slots.isEmpty() || slots.size() > MOST_AT_ONCE) {
                throw Problem.invalid(
                        "until",
                        "In diese Zeit muss mindestens ein Gespräch passen, und höchstens " + MOST_AT_ONCE + ".");
            }
            // A talk that began before may reach into the offered time.
            var others = interviews.slots(offer.first().minus(Duration.ofHours(3)), offer.last());
            if (slots.stream()
                    .anyMatch(slot ->
                            others.stream().anyMatch(other -> other.host().equals(host) && other.overlaps(slot)))) {
                throw Problem.invalid("from", "In dieser Zeit haben Sie schon Termine angeboten.");
            }
            return new Planned<>(
                    Transaction.all(slots.stream().map(interviews::put)),
                    Response.created(Map.of("slots", slots.size())));
        });
    }

    /** Takes away a slot that nobody has booked. */
    private Response withdraw(Request request) {
        return writer.retrying(() -> new Planned<>(
                interviews
                        .slot(request.path("slot"))
                        .map(slot -> withdrawn(slot, request))
                        .orElse(Transaction.NONE),
                Response.ok()));
    }

    private Transaction withdrawn(Slot slot, Request request) {
        requireAllowed(slot, request);
        if (slot.dossier() != null) {
            throw Problem.conflict(
                    "gebucht",
                    "Der Termin ist inzwischen gebucht",
                    "Laden Sie die Seite neu. Absagen können Sie ihn mit einer Begründung, die die Kommune liest.");
        }
        return interviews.remove(slot);
    }

    /** A booked talk does not take place: whoever booked it reads why, and may book another. The slot is free again. */
    private Response cancel(Request request) {
        String reason = FormReader.read(
                        request.json(),
                        true,
                        form -> form.text("reason", 1000, "Schreiben Sie der Kommune, warum Sie absagen."))
                .path("reason")
                .asString();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Slot slot = interviews
                    .slot(request.path("slot"))
                    .filter(found -> found.dossier() != null)
                    .orElseThrow(() -> Problem.conflict(
                            "nicht-moeglich",
                            "Hier ist kein Gespräch vereinbart",
                            "Laden Sie die Seite neu, um den Stand zu sehen."));
            requireAllowed(slot, request);
            if (!now.isBefore(slot.start())) {
                throw Problem.conflict(
                        "zu-spaet",
                        "Das Gespräch hat schon begonnen",
                        "Tragen Sie im Vorgang ein, ob es stattgefunden hat.");
            }
            String dossier = Objects.requireNonNull(slot.dossier());
            Interview interview = interviews.of(dossier).orElseThrow();
            return new Planned<>(
                    booking.calledOff(
                            candidate(dossier), interview, request.caller().id(), reason, now),
                    Response.created());
        });
    }

    private static void requireAllowed(Slot slot, Request request) {
        boolean own = slot.host().equals(request.caller().id());
        if (!own && !request.caller().groups().contains("staff")) {
            throw Problem.forbidden();
        }
    }

    private Response read(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        interviews.of(request.path("id")).ifPresent(interview -> {
            answer.put("state", interview.state());
            answer.put("start", interview.start().toString());
            answer.put("end", interview.end().toString());
            answer.put("link", interview.link());
            answer.put("host", interview.hostMail());
            if (interview.note() != null) {
                answer.put("note", interview.note());
            }
        });
        return Response.ok(answer);
    }

    private Response end(Request request) {
        ObjectNode form = FormReader.read(request.json(), true, fields -> {
            fields.choice("outcome", Set.of("HELD", "MISSED"), "Wählen Sie, ob das Gespräch stattgefunden hat.");
            fields.text("note", 3000, "Schreiben Sie kurz auf, wie es war.");
        });
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Interview interview = interviews
                    .of(request.path("id"))
                    .filter(Interview::isBooked)
                    .orElseThrow(() -> Problem.conflict(
                            "nicht-moeglich",
                            "Hier ist kein Gespräch vereinbart",
                            "Laden Sie die Seite neu, um den Stand zu sehen."));
            if (now.isBefore(interview.start())) {
                throw Problem.conflict(
                        "zu-frueh",
                        "Das Gespräch hat noch nicht begonnen",
                        "Das Ergebnis können Sie eintragen, wenn der Termin begonnen hat.");
            }
            Interview ended = interview.ended(
                    Interview.State.valueOf(form.path("outcome").asString()),
                    form.path("note").asString());
            return new Planned<>(
                    booking.ended(
                            candidate(interview.dossier()),
                            ended,
                            request.caller().id(),
                            now),
                    Response.created());
        });
    }

    private record Offer(Instant first, Instant last, Duration length, String link) {}

    /** What was typed, in Berlin's time. */
    private static Offer offer(ObjectNode typed, Instant now) {
        var times = new @Nullable Instant[2];
        ObjectNode form = FormReader.read(typed, true, fields -> {
            String day = fields.line("day", 10, "Geben Sie den Tag an.");
            String from = fields.line("from", 5, "Geben Sie an, wann das erste Gespräch beginnt.");
            String until = fields.line("until", 5, "Geben Sie an, wann das letzte Gespräch endet.");
            fields.number("minutes", 15, 120, "Ein Gespräch dauert 15 bis 120 Minuten.");
            fields.web("link", 500, "Geben Sie die Adresse des Videogesprächs an.");
            times[0] = instant(fields, day, "from", from);
            times[1] = instant(fields, day, "until", until);
            if (times[0] != null && !times[0].isAfter(now)) {
                fields.refuse("day", "Diese Zeit ist schon vorbei.");
            } else if (times[0] != null && times[0].isAfter(now.plus(InterviewEndpoints.AHEAD))) {
                fields.refuse("day", "So weit im Voraus lassen sich keine Termine anbieten.");
            }
        });
        return new Offer(
                java.util.Objects.requireNonNull(times[0]),
                java.util.Objects.requireNonNull(times[1]),
                Duration.ofMinutes(form.path("minutes").asInt(0)),
                form.path("link").asString());
    }

    /** In the night of spring's clock change an hour does not exist; the one that autumn repeats is meant as its first. */
    private static @Nullable Instant instant(FormReader fields, String day, String name, String time) {
        if (day.isEmpty() || time.isEmpty()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time));
            List<java.time.ZoneOffset> offsets = GermanFormat.ZONE.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                fields.refuse(name, "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden vorgestellt.");
                return null;
            }
            return local.toInstant(offsets.get(0));
        } catch (DateTimeException e) {
            fields.refuse(name, "Geben Sie Tag und Uhrzeit an, zum Beispiel 14:30.");
            return null;
        }
    }

    private Map<String, ?> view(Slot slot, Request request) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", slot.id());
        view.put("start", slot.start().toString());
        view.put("end", slot.end().toString());
        view.put("link", slot.link());
        view.put("host", slot.hostMail());
        view.put("own", slot.host().equals(request.caller().id()));
        if (slot.dossier() != null) {
            view.put("dossier", slot.dossier());
            view.put("municipality", candidate(slot.dossier()).municipality().label());
        }
        return view;
    }

    private DossierSummary candidate(String dossier) {
        return transitions.find(dossier).orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }
}
