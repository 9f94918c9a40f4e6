package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import land.starkeorte.applications.Changes.Change;
import land.starkeorte.forms.Fields;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Once;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Mails that the office writes itself, and addresses that may be written to again. */
final class MailEndpoints {
    /** As many as one page of the list can select, four times over. */
    static final int MOST_DOSSIERS = 100;

    private final Dossiers dossiers;
    private final Changes changes;
    private final Consumer<String> release;
    private final Clock clock;

    MailEndpoints(Dossiers dossiers, Consumer<String> release, Clock clock) {
        this.dossiers = dossiers;
        this.changes = new Changes(dossiers, clock);
        this.release = release;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of("POST /api/staff/mails", this::sendToMany, "POST /api/staff/releases", this::release);
    }

    /**
     * One transaction a dossier, each of them repeatable by its key: an order that broke off is finished by the same order
     * sent again, and nobody gets the mail twice.
     */
    private Response sendToMany(Request request) {
        Once once = Once.of(request);
        ObjectNode body = request.json();
        List<String> ids = body.path("dossiers")
                .valueStream()
                .map(JsonNode::asString)
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > MOST_DOSSIERS) {
            throw Problem.invalid("dossiers", "Wählen Sie einen bis " + MOST_DOSSIERS + " Vorgänge aus.");
        }
        ObjectNode form = Fields.read(body.deepCopy().without("dossiers"), true, fields -> {
            fields.line("subject", 120, "Geben Sie einen Betreff an.");
            fields.text("text", DossierEndpoints.LONGEST_MESSAGE, "Schreiben Sie, worum es geht.");
        });
        int mails = 0;
        for (String id : ids) {
            mails += send(
                    id,
                    form.path("subject").asString(),
                    form.path("text").asString(),
                    request,
                    new Once(once.key() + "." + id.substring(0, Math.min(id.length(), 32)), once.fingerprint()));
        }
        return Response.ok(Map.of("mails", mails));
    }

    private int send(String id, String subject, String text, Request request, Once once) {
        Response answer = changes.once(
                once,
                () -> {
                    Instant now = clock.instant();
                    Dossier before = dossiers.find(id, now)
                            .filter(found -> found.state() != State.DRAFT)
                            .orElseThrow(() -> Problem.invalid("dossiers", "Einen der Vorgänge gibt es nicht mehr."));
                    Dossier after = before.noted(request.caller().id(), "Rundschreiben gesendet", now);
                    var mails = Occasions.notice(before, subject, text, once.key());
                    return new Change(before, after, Additions.mails(mails));
                },
                made -> Response.ok(Map.of("mails", made.additions().mails().size())));
        return (int) Objects.requireNonNull(answer.body().get("mails"));
    }

    private Response release(Request request) {
        ObjectNode form = Fields.read(request.json(), true, fields -> fields.mail("mail", "Geben Sie die Adresse an."));
        release.accept(form.path("mail").asString());
        return Response.ok(Map.of());
    }
}
