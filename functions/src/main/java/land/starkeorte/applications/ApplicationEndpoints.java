package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.FieldError;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.proofofwork.ProofOfWork;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Transaction;
import tools.jackson.databind.node.ObjectNode;

/** Starting, saving, resuming and sending an application. */
final class ApplicationEndpoints {
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final DossierAccess dossierAccess;
    private final ProofOfWork proofOfWork;
    private final String staffAddress;
    private final Period preselection;
    private final Clock clock;

    /** @param preselection how long it takes */
    ApplicationEndpoints(
            Dossiers dossiers,
            Drafts drafts,
            DossierAccess dossierAccess,
            ProofOfWork proofOfWork,
            String staffAddress,
            Period preselection,
            Clock clock) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.dossierAccess = dossierAccess;
        this.proofOfWork = proofOfWork;
        this.staffAddress = staffAddress;
        this.preselection = preselection;
        this.clock = clock;
    }

    /** All of them, by route key. */
    Routes routes() {
        return Routes.NONE
                .open("GET /api/challenge", request -> Response.ok(proofOfWork.challenge()))
                .open("POST /api/drafts", this::start)
                .open("GET /api/drafts/{id}", this::resume)
                .open("PUT /api/drafts/{id}", this::save)
                .open("POST /api/applications", this::submit)
                .open("POST /api/links", this::requestLinks);
    }

    /** Reads and writes as requests do, for a draft that does not exist. */
    void prime() {
        proofOfWork.challenge();
        Instant now = clock.instant();
        dossiers.find("priming", now);
        var nobody = Json.MAPPER.createObjectNode();
        nobody.putArray("contacts").addObject().put("mail", "nobody@example.org");
        var before = Dossier.start("priming", ApplicationForm.draft(nobody), now);
        if (dossiers.write(new Change(before, before.saved(nobody, null, now), AlsoWritten.NONE))) {
            throw new IllegalStateException("Priming must not find a draft to save");
        }
    }

    /** @param missing what a complete application would still need */
    private record Started(String id, int version, List<FieldError> missing) {}

    /** Likewise. */
    private record Saved(int version, List<FieldError> missing) {}

    /** @param reference by which the office and the municipality speak of it */
    private record Sent(String reference) {}

    private Response start(Request request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        if (!Sessions.isSecret(request.bearer())) {
            throw Problem.malformed("Der Header Authorization braucht ein Geheimnis aus 43 Zeichen (base64url).");
        }
        ObjectNode answers = ApplicationForm.draft(answers(request.json(), "answers"));
        return dossiers.onlyOnce(key, () -> {
            Instant now = clock.instant();
            Dossier draft = Dossier.start(Secrets.id(), answers, now);
            var mails = ApplicationMails.named(List.copyOf(draft.officials().values()), draft.id());
            return new Planned<>(
                    drafts.begin(draft, request.bearer(), proof(request), mails, now),
                    Response.created(new Started(draft.id(), draft.version(), DraftView.missing(draft))));
        });
    }

    private Response resume(Request request) {
        return Response.ok(
                DraftView.of(dossierAccess.open(request.path("id"), request).dossier()));
    }

    private Response save(Request request) {
        ObjectNode body = request.json();
        int version = FormReader.whole(body, "version");
        ObjectNode answers = ApplicationForm.draft(answers(body, "version", "answers"));
        Dossier saved = dossiers.retrying(() -> {
                    DossierAccess.OpenDossier opened = dossierAccess.open(request.path("id"), request);
                    Dossier before = opened.dossier();
                    if (before.state() != DossierState.DRAFT) {
                        throw alreadySent(before);
                    }
                    if (before.version() != version) {
                        throw changedMeanwhile(before);
                    }
                    Dossier after = before.saved(answers, opened.keep(), clock.instant());
                    if (after.team().invited() > Dossier.MOST_INVITED) {
                        throw Problem.invalid(
                                "contacts",
                                "Für diesen Entwurf wurden schon zu viele Adressen angeschrieben. Bitte melden Sie sich bei uns.");
                    }
                    var mails = ApplicationMails.named(after.newcomers(before), after.id());
                    return new Change(before, after, AlsoWritten.mails(mails));
                })
                .after();
        return Response.ok(new Saved(saved.version(), DraftView.missing(saved)));
    }

    private Response submit(Request request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        ObjectNode body = request.json();
        int version = FormReader.whole(body, "version");
        return dossiers.onlyOnce(key, () -> {
            DossierAccess.OpenDossier opened =
                    dossierAccess.open(body.path("draft").asString(""), request);
            FormReader.read(
                    body.deepCopy().without(List.of("draft", "version")),
                    true,
                    form -> form.consent(
                            "declaration",
                            "Bestätigen Sie, dass Sie für Ihre Kommune sprechen, um den Antrag zu senden."));
            Dossier before = opened.dossier();
            if (before.state() != DossierState.DRAFT) {
                return new Planned<>(Transaction.NONE, sent(before));
            }
            if (before.version() != version) {
                throw changedMeanwhile(before);
            }
            ApplicationForm.complete(before.answers());
            if (dossiers.claim(before.municipality().ags()).isPresent()) {
                throw alreadyClaimed(before);
            }
            Instant now = clock.instant();
            Dossier after = before.submitted(
                    Secrets.reference(), opened.by(), DossierStatus.day(now).plus(preselection), now);
            var additions = AlsoWritten.mails(ApplicationMails.submitted(after, staffAddress))
                    .rows(ApplicationCopy.of(after, 1, opened.by(), now));
            return new Planned<>(dossiers.writes(new Change(before, after, additions)), sent(after));
        });
    }

    private Response requestLinks(Request request) {
        ObjectNode form = FormReader.read(
                request.json(), true, fields -> fields.mail("mail", "Geben Sie Ihre E-Mail-Adresse an."));
        var mail = ApplicationMails.linksRequested(form.path("mail").asString());
        drafts.requestLinks(mail, proof(request), clock.instant());
        return Response.accepted();
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

    private static Response sent(Dossier dossier) {
        return Response.created(new Sent(Dossier.readable(Objects.requireNonNull(dossier.reference()))));
    }

    /** What is stored now, to be compared with what was typed. */
    private record Current(DraftView current) {}

    private static Problem changedMeanwhile(Dossier current) {
        return Problem.conflict(
                "inzwischen-geaendert",
                "Der Entwurf wurde inzwischen geändert",
                "Jemand anderes oder ein anderes Fenster hat den Entwurf gespeichert. Vergleichen Sie beide Fassungen; nichts wurde überschrieben.",
                new Current(DraftView.of(current)));
    }

    private static Problem alreadySent(Dossier dossier) {
        return Problem.conflict(
                "schon-gesendet",
                "Der Antrag ist schon gesendet",
                "Änderungen sind hier nicht mehr möglich. Schreiben Sie uns, wenn etwas zu berichtigen ist.",
                new Current(DraftView.of(dossier)));
    }

    private static Problem alreadyClaimed(Dossier dossier) {
        return Problem.conflict(
                "schon-unterwegs",
                "Für " + dossier.municipality().name() + " gibt es schon einen Antrag oder eine Mitgliedschaft",
                "Fragen Sie im Rathaus nach, wer den Antrag gestellt hat: Diese Person kann Sie als Ansprechperson eintragen. Ihr Entwurf bleibt gespeichert.");
    }
}
