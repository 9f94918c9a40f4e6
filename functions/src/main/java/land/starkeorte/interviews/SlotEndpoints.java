package land.starkeorte.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
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
import org.jspecify.annotations.Nullable;

/** Founders and the office offer times for interviews, and call them off. */
final class SlotEndpoints {
    private static final int MOST_AT_ONCE = 20;

    private final Interviews interviews;
    private final InterviewWorkflow booking;
    private final DossierTransitions transitions;
    private final IdempotentWriter writer;
    private final Clock clock;

    SlotEndpoints(
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
                .only("POST /api/slots/{slot}/cancellation", this::cancel, "staff", "founder");
    }

    private Response list(Request request) {
        Instant now = clock.instant();
        var slots = interviews.slots(now, now.plus(InterviewEndpoints.AHEAD)).stream()
                .map(slot -> view(slot, request.caller().id()))
                .toList();
        return Response.ok(new Slots(slots));
    }

    private record Slots(List<SlotView> slots) {}

    /**
     * A slot for those who offer them.
     *
     * @param own whether the reader offers it
     * @param dossier who has booked it, and {@code municipality} its name; absent where it is free
     */
    private record SlotView(
            String id,
            Instant start,
            Instant end,
            String link,
            String host,
            boolean own,
            @Nullable String dossier,
            @Nullable String municipality) {}

    private SlotView view(Slot slot, String reader) {
        String dossier = slot.dossier();
        return new SlotView(
                slot.id(),
                slot.start(),
                slot.end(),
                slot.link(),
                slot.hostMail(),
                slot.host().equals(reader),
                dossier,
                dossier == null ? null : candidate(dossier).municipality().label());
    }

    /** @param slots how many there are now */
    private record Offered(int slots) {}

    private Response offer(Request request) {
        SlotOffer offer = SlotOffer.read(request.json(), clock.instant());
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
                    Transaction.all(slots.stream().map(interviews::put)), Response.created(new Offered(slots.size())));
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

    private DossierSummary candidate(String dossier) {
        return transitions.find(dossier).orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }
}
