package land.starkeorte.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Caller;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;
import tools.jackson.databind.node.ObjectNode;

/** The office decides, four eyes each time; the municipality reads what was decided. */
final class DecisionEndpoints {
    private static final Set<DossierState> DECLINABLE = Set.of(
            DossierState.SUBMITTED, DossierState.PRESELECTED, DossierState.INTERVIEW_BOOKED, DossierState.INTERVIEWED);

    /** As many as one transaction has room for. */
    private static final int MOST_TOLD = 50;

    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final Decisions decisions;
    private final DossierTransitions transitions;
    private final Outbox outbox;
    private final String staffAddress;
    private final DossierAccess dossierAccess;
    private final PaperArchive archive;
    private final IdempotentWriter writer;
    private final Clock clock;

    DecisionEndpoints(
            Decisions decisions,
            DossierTransitions transitions,
            Outbox outbox,
            String staffAddress,
            DossierAccess dossierAccess,
            PaperArchive archive,
            IdempotentWriter writer,
            Clock clock) {
        this.decisions = decisions;
        this.transitions = transitions;
        this.outbox = outbox;
        this.staffAddress = staffAddress;
        this.dossierAccess = dossierAccess;
        this.archive = archive;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}/decision", this::readAsOfficial)
                .staff("GET /api/staff/dossiers/{id}/decision", this::read)
                .staff("POST /api/staff/dossiers/{id}/decision", this::propose)
                .staff("DELETE /api/staff/dossiers/{id}/decision", this::takeBack)
                .staff("POST /api/staff/dossiers/{id}/confirmation", this::confirm);
    }

    /** Nothing of a proposal, nothing of what is internal. */
    private Response readAsOfficial(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        decisions
                .of(dossierAccess.visitor(request).dossier())
                .filter(Decision::isConfirmed)
                .ifPresent(decision -> {
                    answer.put("choice", decision.choice());
                    answer.put("reason", decision.reason());
                    link(decision, answer);
                });
        return Response.ok(answer);
    }

    private Response read(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        decisions
                .of(request.path("id"))
                .filter(decision -> decision.isOpen() || decision.isConfirmed())
                .ifPresent(decision -> {
                    answer.put("choice", decision.choice());
                    answer.put("reason", decision.reason());
                    answer.put("internal", decision.internal());
                    answer.put("proposedBy", decision.proposedBy());
                    answer.put("proposedAt", decision.proposedAt().toString());
                    answer.put("version", decision.version());
                    if (decision.confirmedAt() != null && decision.confirmedBy() != null) {
                        answer.put("confirmedBy", decision.confirmedBy());
                        answer.put("confirmedAt", decision.confirmedAt().toString());
                    }
                    link(decision, answer);
                });
        return Response.ok(answer);
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
            return new Planned<>(
                    decisions
                            .put(proposal)
                            .and(transitions.note(summary.id(), request.caller().id(), "Entscheidung vorgeschlagen"))
                            .and(transitions.task(
                                    summary,
                                    TaskKind.DECISION,
                                    cause(summary.id(), proposal.version()),
                                    "Eine Entscheidung wartet auf die Bestätigung durch eine zweite Person.",
                                    2))
                            .and(outbox.put(told(summary, request.caller()), now)),
                    Response.created());
        });
    }

    /** Everybody who can confirm; the office's own address where nobody else is known. */
    private List<Mail> told(DossierSummary summary, Caller proposer) {
        List<String> others = transitions.colleagues(proposer.id());
        var model = Map.of(
                "municipality", summary.municipality().label(),
                "reference", summary.reference(),
                "dossier", summary.id(),
                "proposer", proposer.mail());
        return (others.isEmpty() ? List.of(staffAddress) : others)
                .stream()
                        .limit(MOST_TOLD)
                        .map(to -> new Mail(Secrets.id(), to, "decisionproposed", model, null, summary.id()))
                        .toList();
    }

    /** What was confirmed stands; only a proposal can be taken back, and only the one that was read. */
    private Response takeBack(Request request) {
        int version = version(request.query("version"));
        return writer.retrying(() -> {
            DossierSummary summary = candidate(request);
            return new Planned<>(
                    decisions
                            .of(summary.id())
                            .filter(Decision::isOpen)
                            .map(open -> requireRead(open, version))
                            .map(open -> decisions
                                    .put(open.takenBack(clock.instant()))
                                    .and(taskDone(open, request))
                                    .and(transitions.note(
                                            summary.id(),
                                            request.caller().id(),
                                            "Vorschlag zur Entscheidung zurückgenommen")))
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
            boolean admitted = open.choice() == Decision.Choice.ADMIT;
            return new Planned<>(
                    decisions
                            .put(open.confirmed(who, clock.instant()))
                            .and(taskDone(open, request))
                            .and(transitions.move(
                                    summary.id(),
                                    summary.state(),
                                    admitted ? DossierState.ADMITTED : DossierState.DECLINED,
                                    who,
                                    admitted ? "Aufnahme beschlossen" : "Antrag abgelehnt",
                                    null)),
                    Response.created());
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

    /** The proposal was saved once since its task was named after it. */
    private Transaction taskDone(Decision open, Request request) {
        String cause = cause(open.dossier(), open.version() - 1);
        return transitions.taskDone(
                open.dossier(), TaskKind.DECISION, cause, request.caller().id());
    }

    private static String cause(String dossier, int version) {
        return dossier + "\n" + version;
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

    private void link(Decision decision, Map<String, Object> answer) {
        if (decision.letter() != null) {
            answer.put("letter", archive.link(decision.letter(), "Entscheidung.pdf", "application/pdf", LINK_VALID));
        }
    }

    private DossierSummary candidate(Request request) {
        return transitions
                .find(request.path("id"))
                .orElseThrow(() -> Problem.notFound("Diesen Vorgang gibt es nicht."));
    }
}
