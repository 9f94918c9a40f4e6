package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.WriteResult;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.FieldError;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.proofofwork.ProofOfWork;
import tools.jackson.databind.node.ObjectNode;

/** Starting, saving, resuming and sending an application. */
final class ApplicationEndpoints {
    private final Drafts dossiers;
    private final DossierAccess dossierAccess;
    private final ProofOfWork proofOfWork;
    private final String staffAddress;
    private final Period preselection;
    private final Clock clock;

    /** @param preselection how long it takes */
    ApplicationEndpoints(
            Drafts dossiers,
            DossierAccess dossierAccess,
            ProofOfWork proofOfWork,
            String staffAddress,
            Period preselection,
            Clock clock) {
        this.dossiers = dossiers;
        this.dossierAccess = dossierAccess;
        this.proofOfWork = proofOfWork;
        this.staffAddress = staffAddress;
        this.preselection = preselection;
        this.clock = clock;
    }

    /** All of them, by route key. */
    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /api/challenge", request -> Response.ok(proofOfWork.challenge()),
                "POST /api/drafts", this::start,
                "GET /api/drafts/{id}", this::resume,
                "PUT /api/drafts/{id}", this::save,
                "POST /api/applications", this::submit,
                "POST /api/links", this::requestLinks);
    }

    /** Reads and writes as requests do, for a draft that does not exist. */
    void prime() {
        proofOfWork.challenge();
        Instant now = clock.instant();
        dossiers.find("priming", now);
        var nobody = Json.MAPPER.createObjectNode();
        nobody.putArray("contacts").addObject().put("mail", "nobody@example.org");
        var before = Dossier.start("priming", ApplicationForm.draft(nobody), now);
        if (!(dossiers.change(before, before.saved(nobody, null, now), AlsoWritten.NONE, now)
                instanceof WriteResult.Stale)) {
            throw new IllegalStateException("Priming must not find a draft to save");
        }
    }

    private Response start(Request request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        Instant now = clock.instant();
        var answered = dossiers.answered(key, now);
        if (answered.isPresent()) {
            return answered.get().repeat(key);
        }
        if (!Sessions.isSecret(request.bearer())) {
            throw Problem.malformed("Der Header Authorization braucht ein Geheimnis aus 43 Zeichen (base64url).");
        }
        ObjectNode answers = ApplicationForm.draft(answers(request.json(), "answers"));
        Proof proof = proof(request);
        Dossier draft = Dossier.start(Secrets.id(), answers, now);
        Response created =
                Response.created(Map.of("id", draft.id(), "version", draft.version(), "missing", missing(draft)));
        var mails = ApplicationMails.named(List.copyOf(draft.officials().values()), draft.id());
        return switch (dossiers.start(draft, request.bearer(), key.storing(created), proof, mails, now)) {
            case WriteResult.Done _ -> created;
            case WriteResult.Repeated(var answer) -> answer.repeat(key);
            case WriteResult.ProofSpent _ -> throw Problem.proofMissing();
            case WriteResult.Stale _, WriteResult.Claimed _ ->
                throw new IllegalStateException("A new draft met an old one");
        };
    }

    private Response resume(Request request) {
        return Response.ok(view(dossierAccess.open(request.path("id"), request).dossier()));
    }

    private Response save(Request request) {
        DossierAccess.OpenDossier opened = dossierAccess.open(request.path("id"), request);
        Dossier before = opened.dossier();
        ObjectNode body = request.json();
        int version = FormReader.whole(body, "version");
        ObjectNode answers = ApplicationForm.draft(answers(body, "version", "answers"));
        if (before.state() != DossierState.DRAFT) {
            throw alreadySent(before);
        }
        if (before.version() != version) {
            throw changedMeanwhile(before);
        }
        Instant now = clock.instant();
        Dossier after = before.saved(answers, opened.keep(), now);
        if (after.invited() > Dossier.MOST_INVITED) {
            throw Problem.invalid(
                    "contacts",
                    "Für diesen Entwurf wurden schon zu viele Adressen angeschrieben. Bitte melden Sie sich bei uns.");
        }
        var mails = ApplicationMails.named(after.newcomers(before), after.id());
        return switch (dossiers.change(before, after, AlsoWritten.mails(mails), now)) {
            case WriteResult.Done _ -> Response.ok(Map.of("version", after.version(), "missing", missing(after)));
            case WriteResult.Stale _ ->
                throw changedMeanwhile(dossierAccess.open(before.id(), request).dossier());
            case WriteResult.Repeated _, WriteResult.ProofSpent _, WriteResult.Claimed _ ->
                throw new IllegalStateException();
        };
    }

    private Response submit(Request request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        Instant now = clock.instant();
        var answered = dossiers.answered(key, now);
        if (answered.isPresent()) {
            return answered.get().repeat(key);
        }
        ObjectNode body = request.json();
        int version = FormReader.whole(body, "version");
        DossierAccess.OpenDossier opened = dossierAccess.open(body.path("draft").asString(""), request);
        FormReader.read(
                body.deepCopy().without(List.of("draft", "version")),
                true,
                form -> form.consent(
                        "declaration", "Bestätigen Sie, dass Sie für Ihre Kommune sprechen, um den Antrag zu senden."));
        Dossier before = opened.dossier();
        if (before.state() != DossierState.DRAFT) {
            return sent(before);
        }
        if (before.version() != version) {
            throw changedMeanwhile(before);
        }
        ApplicationForm.complete(before.answers());
        Dossier after = before.submitted(
                Secrets.reference(), opened.by(), DossierStatus.day(now).plus(preselection), now);
        Response created = sent(after);
        var additions = AlsoWritten.mails(ApplicationMails.submitted(after, staffAddress))
                .rows(ApplicationCopy.of(after, 1, opened.by(), now))
                .answering(key.storing(created));
        return switch (dossiers.change(before, after, additions, now)) {
            case WriteResult.Done _ -> created;
            case WriteResult.Repeated(var answer) -> answer.repeat(key);
            case WriteResult.Claimed _ -> throw alreadyClaimed(before);
            case WriteResult.Stale _ ->
                throw changedMeanwhile(dossierAccess.open(before.id(), request).dossier());
            case WriteResult.ProofSpent _ -> throw new IllegalStateException();
        };
    }

    private Response requestLinks(Request request) {
        ObjectNode form = FormReader.read(
                request.json(), true, fields -> fields.mail("mail", "Geben Sie Ihre E-Mail-Adresse an."));
        var mail = ApplicationMails.linksRequested(form.path("mail").asString());
        return switch (dossiers.requestLinks(mail, proof(request), clock.instant())) {
            case WriteResult.Done _ -> Response.accepted();
            case WriteResult.ProofSpent _ -> throw Problem.proofMissing();
            case WriteResult.Repeated _, WriteResult.Stale _, WriteResult.Claimed _ ->
                throw new IllegalStateException();
        };
    }

    private Proof proof(Request request) {
        return proofOfWork.check(request.headers().getOrDefault("altcha", "")).orElseThrow(Problem::proofMissing);
    }

    private static ObjectNode answers(ObjectNode body, String... known) {
        if (!List.of(known).containsAll(body.propertyNames())) {
            throw Problem.malformed("Die Anfrage enthält ein unbekanntes Feld.");
        }
        if (body.path("answers") instanceof ObjectNode answers) {
            return answers;
        }
        throw Problem.malformed("Das Feld „answers“ fehlt.");
    }

    static Map<String, ?> view(Dossier dossier) {
        return Map.of(
                "id", dossier.id(),
                "state", dossier.state(),
                "version", dossier.version(),
                "answers", dossier.answers(),
                "missing", missing(dossier),
                "reference", dossier.reference() == null ? "" : Dossier.readable(dossier.reference()));
    }

    private static List<Map<String, String>> missing(Dossier dossier) {
        return dossier.state() == DossierState.DRAFT
                ? ApplicationForm.missing(dossier.answers()).stream()
                        .map(FieldError::members)
                        .toList()
                : List.of();
    }

    private static Response sent(Dossier dossier) {
        return Response.created(Map.of("reference", Dossier.readable(Objects.requireNonNull(dossier.reference()))));
    }

    private static Problem changedMeanwhile(Dossier current) {
        return Problem.conflict(
                "inzwischen-geaendert",
                "Der Entwurf wurde inzwischen geändert",
                "Jemand anderes oder ein anderes Fenster hat den Entwurf gespeichert. Vergleichen Sie beide Fassungen; nichts wurde überschrieben.",
                Map.of("current", view(current)));
    }

    private static Problem alreadySent(Dossier dossier) {
        return Problem.conflict(
                "schon-gesendet",
                "Der Antrag ist schon gesendet",
                "Änderungen sind hier nicht mehr möglich. Schreiben Sie uns, wenn etwas zu berichtigen ist.",
                Map.of("current", view(dossier)));
    }

    private static Problem alreadyClaimed(Dossier dossier) {
        return Problem.conflict(
                "schon-unterwegs",
                "Für " + dossier.municipality().name() + " gibt es schon einen Antrag oder eine Mitgliedschaft",
                "Fragen Sie im Rathaus nach, wer den Antrag gestellt hat: Diese Person kann Sie als Ansprechperson eintragen. Ihr Entwurf bleibt gespeichert.",
                Map.of());
    }
}
