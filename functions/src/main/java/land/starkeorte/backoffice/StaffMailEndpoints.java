package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import land.starkeorte.applications.ApplicationMails;
import land.starkeorte.applications.MessageForm;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.MailPreview;
import land.starkeorte.mail.Outbox;
import land.starkeorte.mail.SentText;
import land.starkeorte.platform.Json;
import land.starkeorte.questionnaire.Salutation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Mails that the office writes itself, and addresses that may be written to again. */
final class StaffMailEndpoints {
    /** As many as one page of the list can select, four times over. */
    static final int MOST_DOSSIERS = 100;

    private final Dossiers dossiers;
    private final Outbox outbox;
    private final MailPreview preview;
    private final Clock clock;

    StaffMailEndpoints(Dossiers dossiers, Outbox outbox, MailPreview preview, Clock clock) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.preview = preview;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("POST /api/staff/mails", this::sendToMany)
                .staff("POST /api/staff/mails/preview", this::show)
                .staff("POST /api/staff/mails/trial", this::sendToMyself)
                .staff("POST /api/staff/releases", this::release);
    }

    /** What was typed, and the dossiers that it is about; nothing leaves before all of them are known. */
    private record Typed(List<Dossier> dossiers, String subject, String text) {
        /** To everybody of this dossier; the same order makes the same mails. */
        List<Mail> mails(Dossier dossier, String order) {
            return ApplicationMails.notice(dossier, subject, text, order);
        }
    }

    private Typed typed(Request request) {
        ObjectNode body = request.json();
        List<String> ids = ids(body.path("dossiers"));
        ObjectNode form = FormReader.read(body.deepCopy().without("dossiers"), true, fields -> {
            fields.line("subject", 120, "Geben Sie einen Betreff an.");
            String text = fields.text("text", MessageForm.LONGEST, "Schreiben Sie, worum es geht.");
            if (Salutation.begins(text)) {
                fields.refuse(
                        "text",
                        "Die Anrede steht schon davor, mit dem Namen der Person. Beginnen Sie mit dem ersten Satz.");
            }
        });
        Instant now = clock.instant();
        return new Typed(
                ids.stream().map(id -> find(id, now)).toList(),
                form.path("subject").asString(),
                form.path("text").asString());
    }

    private record Receiver(String municipality, String mail) {}

    private record Preview(List<Receiver> people, String subject, String text) {}

    /** @param mails how many */
    private record Sent(int mails) {}

    /** To whom it would go, and what the first of them would read. */
    private Response show(Request request) {
        Typed typed = typed(request);
        var people = new ArrayList<Receiver>();
        for (Dossier dossier : typed.dossiers()) {
            typed.mails(dossier, "preview")
                    .forEach(mail ->
                            people.add(new Receiver(dossier.municipality().label(), mail.to())));
        }
        SentText first = typed.dossiers().stream()
                .flatMap(dossier -> typed.mails(dossier, "preview").stream())
                .findFirst()
                .map(preview::of)
                .orElseThrow(() -> Problem.refused("Diese Vorgänge kann gerade niemand öffnen."));
        return Response.ok(new Preview(people, first.subject(), first.text()));
    }

    /** What the first would get, to whoever asks. */
    private Response sendToMyself(Request request) {
        IdempotencyKey once = IdempotencyKey.of(request);
        Typed typed = typed(request);
        typed.dossiers().stream()
                .flatMap(dossier -> typed.mails(dossier, once.key()).stream())
                .findFirst()
                .ifPresent(mail ->
                        outbox.add(ApplicationMails.trial(mail, request.caller().mail(), once.key()), clock.instant()));
        return Response.created();
    }

    /**
     * One transaction a dossier, each of them repeatable by its key: an order that broke off is finished by the same order
     * sent again, and nobody gets the mail twice.
     */
    private Response sendToMany(Request request) {
        IdempotencyKey once = IdempotencyKey.of(request);
        Typed typed = typed(request);
        int mails = 0;
        for (Dossier dossier : typed.dossiers()) {
            mails += send(
                    dossier.id(),
                    typed,
                    request,
                    new IdempotencyKey(once.key() + "." + dossier.id(), once.fingerprint()));
        }
        return Response.ok(new Sent(mails));
    }

    private int send(String id, Typed typed, Request request, IdempotencyKey once) {
        Response answer = dossiers.onlyOnce(
                once,
                () -> {
                    Instant now = clock.instant();
                    Dossier before = find(id, now);
                    Dossier after = before.noted(request.caller().id(), "Rundschreiben gesendet", now);
                    var mails = typed.mails(before, once.key());
                    return new Change(before, after, AlsoWritten.mails(mails));
                },
                made -> Response.ok(new Sent(made.additions().mails().size())));
        // Of a repeat there is what was kept of the first answer.
        return Json.MAPPER.<JsonNode>valueToTree(answer.body()).path("mails").asInt(0);
    }

    private static List<String> ids(JsonNode chosen) {
        if (!chosen.isArray() || chosen.isEmpty() || chosen.size() > MOST_DOSSIERS) {
            throw Problem.invalid("dossiers", "Wählen Sie einen bis " + MOST_DOSSIERS + " Vorgänge aus.");
        }
        var ids = chosen.valueStream().map(id -> id.asString("")).toList();
        if (!ids.stream().allMatch(id -> id.matches("[0-9a-f]{32}"))
                || Set.copyOf(ids).size() < ids.size()) {
            throw Problem.invalid(
                    "dossiers",
                    "Die Auswahl enthält etwas, das kein Vorgang ist, oder einen Vorgang doppelt. Wählen Sie in der Liste neu aus; es ist noch keine E-Mail gesendet.");
        }
        return ids;
    }

    private Dossier find(String id, Instant now) {
        return dossiers.find(id, now)
                .filter(found -> found.state() != DossierState.DRAFT)
                .orElseThrow(
                        () -> Problem.invalid(
                                "dossiers",
                                "Einen der Vorgänge gibt es nicht. Wählen Sie in der Liste neu aus; es ist noch keine E-Mail gesendet."));
    }

    private Response release(Request request) {
        ObjectNode form =
                FormReader.read(request.json(), true, fields -> fields.mail("mail", "Geben Sie die Adresse an."));
        outbox.release(form.path("mail").asString());
        return Response.ok();
    }
}
