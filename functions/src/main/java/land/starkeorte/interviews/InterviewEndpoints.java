package land.starkeorte.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        var answer = new LinkedHashMap<String, Object>();
        var booked = interviews.of(summary.id()).filter(Interview::isBooked);
        booked.ifPresent(interview -> answer.put(
                "booked",
                Map.of(
                        "slot", interview.slot(),
                        "start", interview.start().toString(),
                        "end", interview.end().toString(),
                        "link", interview.link(),
                        "movable", interview.isMovable(now))));
        boolean mayChoose = summary.state() == DossierState.PRESELECTED
                || booked.filter(interview -> interview.isMovable(now)).isPresent();
        answer.put(
                "slots",
                mayChoose
                        ? interviews.slots(now, now.plus(AHEAD)).stream()
                                .filter(slot -> slot.isFree(now))
                                .map(slot -> Map.of(
                                        "id", slot.id(),
                                        "start", slot.start().toString(),
                                        "end", slot.end().toString()))
                                .toList()
                        : java.util.List.of());
        return Response.ok(answer);
    }

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
