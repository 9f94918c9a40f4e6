package land.starkeorte.decisions;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import land.starkeorte.dossiers.DossierState;
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
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** The office decides, four eyes each time. */
final class StaffDecisionEndpoints {
    private static final Set<DossierState> DECLINABLE = Set.of(
            DossierState.SUBMITTED, DossierState.PRESELECTED, DossierState.INTERVIEW_BOOKED, DossierState.INTERVIEWED);

    private final Decisions decisions;
    private final DossierTransitions transitions;
    private final DecisionViews views;
    private final DecisionWorkflow workflow;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffDecisionEndpoints(
            Decisions decisions,
            DecisionViews views,
            DecisionWorkflow workflow,
            DossierTransitions transitions,
            IdempotentWriter writer,
            Clock clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.views = views;
        this.workflow = workflow;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/dossiers/{id}/decision", this::read)
                .staff("POST /api/staff/dossiers/{id}/decision", this::propose)
                .staff("DELETE /api/staff/dossiers/{id}/decision", this::takeBack)
                .staff("POST /api/staff/dossiers/{id}/confirmation", this::confirm);
    }

    private Response read(Request request) {
        return decisions
                .of(request.path("id"))
                .filter(decision -> decision.isOpen() || decision.isConfirmed())
                .map(decision -> Response.ok(views.staff(decision)))
                .orElseGet(Response::ok);
    }

    /** What somebody else has proposed meanwhile. */
    private record Proposal(Decision.Choice choice, String reason, String internal, String proposedBy) {
        static Proposal of(Decision decision) {
            return new Proposal(decision.choice(), decision.reason(), decision.internal(), decision.proposedBy());
        }
    }

    private record Stored(Proposal stored) {}

    private Response propose(Request request) {
        ObjectNode form = FormReader.read(request.json(), true, fields -> {
            fields.choice("choice", Set.of("ADMIT", "DECLINE"), "Wählen Sie Aufnahme oder Ablehnung.");
            fields.text("reason", 3000, "Schreiben Sie, was die Kommune als Begründung lesen soll.");
            fields.optionalText("internal", 3000);
        });
        var choice = Decision.Choice.valueOf(form.path("choice").asString());
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            DossierSummary summary = candidate(request);
            var before = decisions.of(summary.id());
            before.filter(Decision::isOpen).ifPresent(other -> {
                throw Problem.conflict(
                        "schon-vorgeschlagen",
                        "Es gibt schon einen Vorschlag",
                        "Bestätigen Sie ihn oder nehmen Sie ihn zurück.",
                        new Stored(Proposal.of(other)));
            });
            requirePossible(choice, summary);
            Instant now = clock.instant();
            Decision proposal = Decision.proposed(
                    summary.id(),
                    choice,
                    form.path("reason").asString(),
                    form.path("internal").asString(""),
                    request.caller().id(),
                    now,
                    before.map(Decision::version).orElse(0));
            return new Planned<>(workflow.proposed(summary, proposal, request.caller(), now), Response.created());
        });
    }

    /** What was confirmed stands; only a proposal can be taken back, and only the one that was read. */
    private Response takeBack(Request request) {
        int version = version(request.query("version"));
        return writer.retrying(() -> {
            String who = request.caller().id();
            var found = decisions.of(candidate(request).id());
            if (found.filter(Decision::isConfirmed).isPresent()) {
                throw Problem.refused(
                        "Die Entscheidung ist schon bestätigt und gilt. Laden Sie die Seite neu, um sie zu lesen.");
            }
            return new Planned<>(
                    found.filter(Decision::isOpen)
                            .map(open -> requireRead(open, version))
                            .map(open -> workflow.takenBack(open, who, clock.instant()))
                            .orElse(Transaction.NONE),
                    Response.ok());
        });
    }

    private Response confirm(Request request) {
        int version = FormReader.whole(request.json(), "version");
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            DossierSummary summary = candidate(request);
            Decision open = decisions
                    .of(summary.id())
                    .filter(Decision::isOpen)
                    .map(proposal -> requireRead(proposal, version))
                    .orElseThrow(() -> Problem.refused("Es gibt keinen offenen Vorschlag."));
            String who = request.caller().id();
            if (who.equals(open.proposedBy())) {
                throw Problem.conflict(
                        "vier-augen",
                        "Bestätigen muss eine zweite Person",
                        "Sie haben diese Entscheidung selbst vorgeschlagen.");
            }
            requirePossible(open.choice(), summary);
            return new Planned<>(workflow.confirmed(summary, open, who, clock.instant()), Response.created());
        });
    }

    private static Decision requireRead(Decision open, int version) {
        if (open.version() != version) {
            throw Problem.refused(
                    "Der Vorschlag wurde inzwischen geändert. Laden Sie die Seite neu und lesen Sie ihn.");
        }
        return open;
    }

    private static int version(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            throw Problem.malformed("Der Parameter „version“ muss eine ganze Zahl sein.");
        }
        return Integer.parseInt(typed);
    }

    private static void requirePossible(Decision.Choice choice, DossierSummary summary) {
        boolean admitting = choice == Decision.Choice.ADMIT;
        if (admitting ? summary.state() != DossierState.INTERVIEWED : !DECLINABLE.contains(summary.state())) {
            throw Problem.refused(
                    admitting
                            ? "Aufnehmen lässt sich eine Kommune nach dem Kennenlerngespräch."
                            : "So weit der Vorgang ist, lässt er sich nicht ablehnen.");
        }
    }

    private DossierSummary candidate(Request request) {
        return transitions
                .find(request.path("id"))
                .orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }
}
