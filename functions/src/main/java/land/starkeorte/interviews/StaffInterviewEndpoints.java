package land.starkeorte.interviews;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.store.Planned;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The office sees when an interview is, and notes how it went. */
final class StaffInterviewEndpoints {
    private final Interviews interviews;
    private final InterviewWorkflow booking;
    private final DossierTransitions transitions;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffInterviewEndpoints(
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
                .staff("GET /api/staff/dossiers/{id}/interview", this::read)
                .staff("POST /api/staff/dossiers/{id}/interview", this::end);
    }

    private Response read(Request request) {
        return interviews
                .of(request.path("id"))
                .map(interview -> Response.ok(InterviewView.of(interview)))
                .orElseGet(Response::ok);
    }

    /**
     * An interview for the office.
     *
     * @param note how it went; absent before it was held
     */
    private record InterviewView(
            Interview.State state,
            Instant start,
            Instant end,
            String link,
            String host,
            @Nullable String note) {
        static InterviewView of(Interview interview) {
            return new InterviewView(
                    interview.state(),
                    interview.start(),
                    interview.end(),
                    interview.link(),
                    interview.hostMail(),
                    interview.note());
        }
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

    private DossierSummary candidate(String dossier) {
        return transitions.find(dossier).orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }
}
