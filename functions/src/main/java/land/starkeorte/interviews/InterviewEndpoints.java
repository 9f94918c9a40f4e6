package land.starkeorte.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import org.jspecify.annotations.Nullable;

/** The municipality books, moves and cancels its interview. */
final class InterviewEndpoints {
    /** So far ahead it can be booked. */
    static final Duration AHEAD = Duration.ofDays(120);

    private final Interviews interviews;
    private final InterviewWorkflow booking;
    private final DossierTransitions transitions;
    private final DossierAccess dossierAccess;
    private final IdempotentWriter writer;
    private final Clock clock;

    InterviewEndpoints(
            Interviews interviews,
            InterviewWorkflow booking,
            DossierTransitions transitions,
            DossierAccess dossierAccess,
            IdempotentWriter writer,
            Clock clock) {
        this.interviews = interviews;
        this.booking = booking;
        this.transitions = transitions;
        this.dossierAccess = dossierAccess;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}/interview", this::read)
                .open("PUT /api/dossiers/{id}/interview", this::book)
                .open("DELETE /api/dossiers/{id}/interview", this::cancel);
    }

    private Response read(Request request) {
        Instant now = clock.instant();
        DossierSummary summary = candidate(dossierAccess.visitor(request).dossier());
        var booked = interviews.of(summary.id()).filter(Interview::isBooked);
        boolean mayChoose = summary.state() == DossierState.PRESELECTED
                || booked.filter(interview -> interview.isMovable(now)).isPresent();
        List<FreeSlot> free = mayChoose
                ? interviews.slots(now, now.plus(AHEAD)).stream()
                        .filter(slot -> slot.isFree(now))
                        .map(slot -> new FreeSlot(slot.id(), slot.start(), slot.end()))
                        .toList()
                : List.of();
        return Response.ok(new InterviewChoice(
                booked.map(interview -> Booked.of(interview, now)).orElse(null), free));
    }

    /**
     * To the municipality.
     *
     * @param booked absent where none is
     * @param slots that it can choose now
     */
    private record InterviewChoice(@Nullable Booked booked, List<FreeSlot> slots) {}

    private record Booked(String slot, Instant start, Instant end, String link, boolean movable) {
        static Booked of(Interview interview, Instant now) {
            return new Booked(
                    interview.slot(), interview.start(), interview.end(), interview.link(), interview.isMovable(now));
        }
    }

    /** Neither whose it is nor where it takes place: that reads who has booked it. */
    private record FreeSlot(String id, Instant start, Instant end) {}

    /** Books, or moves what is booked; a repeat finds it as it asked. */
    private Response book(Request request) {
        String wanted = FormReader.read(request.json(), true, form -> form.line("slot", 40, "Wählen Sie einen Termin."))
                .path("slot")
                .asString();
        return writer.retrying(() -> {
            Instant now = clock.instant();
            DossierAccess.AuthorizedOfficial visitor = dossierAccess.visitor(request);
            DossierSummary summary = candidate(visitor.dossier());
            Optional<Interview> before = interviews.of(summary.id());
            if (before.filter(interview ->
                            interview.isBooked() && interview.slot().equals(wanted))
                    .isPresent()) {
                return new Planned<>(Transaction.NONE, Response.ok());
            }
            Slot slot = interviews
                    .slot(wanted)
                    .filter(found -> found.isFree(now))
                    .orElseThrow(() -> Problem.conflict(
                            "termin-vergeben",
                            "Dieser Termin ist nicht mehr frei",
                            "Bitte wählen Sie einen anderen; die Liste zeigt, was noch frei ist."));
            if (before.map(Interview::sequence).orElse(0) >= MailLimits.CHANGES_OF_INTERVIEW) {
                throw Problem.refused(
                        "Das Gespräch wurde schon oft verschoben, und jedes Mal bekommen alle eine E-Mail."
                                + " Schreiben Sie uns eine Nachricht, dann finden wir einen Termin.");
            }
            return new Planned<>(
                    before.filter(Interview::isBooked)
                            .map(booked -> move(summary, booked, slot, visitor.by(), now))
                            .orElseGet(() -> bookFirst(summary, before, slot, visitor.by(), now)),
                    Response.ok());
        });
    }

    private Transaction move(DossierSummary summary, Interview booked, Slot slot, String who, Instant now) {
        if (summary.state() != DossierState.INTERVIEW_BOOKED) {
            throw notNow();
        }
        if (!booked.isMovable(now)) {
            throw Problem.conflict(
                    "zu-spaet",
                    "Zum Verschieben ist es zu spät",
                    "Verschieben geht bis 24 Stunden vorher. Sagen Sie den Termin ab oder schreiben Sie uns eine Nachricht.");
        }
        return booking.moved(summary, booked, booked.at(slot, now), slot, who, now);
    }

    private Transaction bookFirst(
            DossierSummary summary, Optional<Interview> earlier, Slot slot, String who, Instant now) {
        if (summary.state() != DossierState.PRESELECTED) {
            throw notNow();
        }
        Interview interview =
                earlier.map(found -> found.at(slot, now)).orElseGet(() -> Interview.first(summary.id(), slot, now));
        return booking.booked(summary, interview, slot, who, now);
    }

    private Response cancel(Request request) {
        return writer.retrying(() -> {
            Instant now = clock.instant();
            DossierAccess.AuthorizedOfficial visitor = dossierAccess.visitor(request);
            DossierSummary summary = candidate(visitor.dossier());
            return new Planned<>(
                    interviews
                            .of(summary.id())
                            .filter(Interview::isBooked)
                            .map(interview -> cancel(summary, interview, visitor.by(), now))
                            .orElse(Transaction.NONE),
                    Response.ok());
        });
    }

    private Transaction cancel(DossierSummary summary, Interview interview, String who, Instant now) {
        if (!now.isBefore(interview.start())) {
            throw Problem.conflict(
                    "zu-spaet",
                    "Der Termin hat schon begonnen",
                    "Schreiben Sie uns eine Nachricht, dann finden wir einen neuen.");
        }
        return booking.cancelled(summary, interview, who, now);
    }

    private DossierSummary candidate(String dossier) {
        return transitions.find(dossier).orElseThrow(Problem::linkInvalid);
    }

    private static Problem notNow() {
        return Problem.conflict(
                "nicht-moeglich",
                "Gerade lässt sich kein Termin buchen",
                "Laden Sie die Seite neu, um den Stand Ihres Vorgangs zu sehen.");
    }
}
