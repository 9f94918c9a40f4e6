package land.starkeorte.preselection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;
import tools.jackson.databind.node.ObjectNode;

/** What the office does about the pre-selection: keep the list of founders, and decide where they could not. */
final class StaffPreselectionEndpoints {
    private static final int MOST_SHOWN = 100;
    private static final int MOST_MAILS = 5;

    private final Polls polls;
    private final PollWorkflow preselection;
    private final DossierTransitions transitions;
    private final Accounts accounts;
    private final IdempotentWriter writer;
    private final Clock clock;

    StaffPreselectionEndpoints(
            Polls polls,
            PollWorkflow preselection,
            DossierTransitions transitions,
            Accounts accounts,
            IdempotentWriter writer,
            Clock clock) {
        this.polls = polls;
        this.preselection = preselection;
        this.transitions = transitions;
        this.accounts = accounts;
        this.writer = writer;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/founders", this::founders)
                .staff("PUT /api/staff/founders/{ags}", this::put)
                .staff("DELETE /api/staff/founders/{ags}", this::remove)
                .staff("GET /api/staff/polls", this::list)
                .staff("GET /api/staff/dossiers/{id}/poll", this::read)
                .staff("POST /api/staff/dossiers/{id}/preselection", this::preselect);
    }

    /** A founding municipality, and who votes for it. */
    private record FounderView(String ags, String municipality, List<String> mails) {}

    private record FoundersView(List<FounderView> founders) {}

    /** What is being voted on. */
    private record PollsView(List<PollView.Line> polls) {}

    private Response founders(Request request) {
        var list = polls.founders().stream()
                .map(founder ->
                        new FounderView(founder.ags(), founder.municipality().label(), founder.mails()))
                .toList();
        return Response.ok(new FoundersView(list));
    }

    private Response put(Request request) {
        String ags = request.path("ags");
        if (Municipalities.find(ags).isEmpty()) {
            throw Problem.invalid("ags", "Diesen Gemeindeschlüssel gibt es nicht.");
        }
        ObjectNode form = FormReader.read(
                request.json(),
                true,
                fields -> fields.list(
                        "mails",
                        1,
                        MOST_MAILS,
                        "Geben Sie mindestens eine E-Mail-Adresse an.",
                        one -> one.mail("mail", "Geben Sie die E-Mail-Adresse an.")));
        List<String> mails = form.path("mails")
                .valueStream()
                .map(one -> MailAddresses.normal(one.path("mail").asString()))
                .distinct()
                .toList();
        return writer.retrying(() -> {
            var before = polls.founder(ags);
            List<String> known = before.map(Founder::mails).orElse(List.of());
            var writes = polls.put(
                            new Founder(ags, mails, before.map(Founder::version).orElse(0)))
                    .and(Transaction.all(mails.stream().map(mail -> accounts.open(mail, "founder", ags))))
                    .and(Transaction.all(known.stream()
                            .filter(mail -> !mails.contains(mail))
                            .map(mail -> accounts.close(mail, "founder", ags))));
            return new Planned<>(writes, Response.ok());
        });
    }

    /** Open votes keep their voices; it has none in those to come. */
    private Response remove(Request request) {
        return writer.retrying(() -> new Planned<>(
                polls.founder(request.path("ags")).map(this::removed).orElse(Transaction.NONE), Response.ok()));
    }

    private Transaction removed(Founder founder) {
        return polls.remove(founder)
                .and(Transaction.all(
                        founder.mails().stream().map(mail -> accounts.close(mail, "founder", founder.ags()))));
    }

    private Response read(Request request) {
        return Response.ok(PollView.of(poll(request), request.caller().ags()));
    }

    /** What is being voted on, for the board. */
    private Response list(Request request) {
        String ags = request.caller().ags();
        return Response.ok(new PollsView(polls.open(MOST_SHOWN).stream()
                .map(poll -> PollView.Line.of(poll, ags))
                .toList()));
    }

    /** After a tie or without a quorum it is the office that invites. */
    private Response preselect(Request request) {
        String reason = FormReader.read(
                        request.json(),
                        true,
                        form -> form.text("reason", 1000, "Schreiben Sie, warum die Kommune eingeladen wird."))
                .path("reason")
                .asString();
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Poll poll = poll(request);
            DossierSummary summary = transitions.find(poll.dossier()).orElseThrow(StaffPreselectionEndpoints::unknown);
            boolean undecided = poll.result() == PollResult.TIE || poll.result() == PollResult.NO_QUORUM;
            if (!undecided || summary.state() != DossierState.SUBMITTED) {
                throw Problem.conflict(
                        "nicht-moeglich",
                        "Einladen ist hier nicht möglich",
                        "Die Geschäftsstelle lädt nur ein, wenn die Vorauswahl kein Ergebnis hatte.");
            }
            return new Planned<>(
                    preselection
                            .preselected(
                                    summary, request.caller().id(), "Zum Kennenlerngespräch eingeladen: " + reason, now)
                            .and(transitions.taskDone(
                                    summary.id(),
                                    TaskKind.PRESELECTION,
                                    summary.id(),
                                    request.caller().id())),
                    Response.created());
        });
    }

    private Poll poll(Request request) {
        return polls.find(request.path("id")).orElseThrow(StaffPreselectionEndpoints::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("Zu diesem Vorgang gibt es keine Vorauswahl.");
    }
}
