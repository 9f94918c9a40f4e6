package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        List<String> ids = ids(body.path("dossiers"));
        ObjectNode form = Fields.read(body.deepCopy().without("dossiers"), true, fields -> {
            fields.line("subject", 120, "Geben Sie einen Betreff an.");
            fields.text("text", DossierEndpoints.LONGEST_MESSAGE, "Schreiben Sie, worum es geht.");
        });
        // Nothing leaves before all of them are known.
        ids.forEach(id -> find(id, clock.instant()));
        int mails = 0;
        for (String id : ids) {
            mails += send(
                    id,
                    form.path("subject").asString(),
                    form.path("text").asString(),
                    request,
                    new Once(once.key() + "." + id, once.fingerprint()));
        }
        return Response.ok(Map.of("mails", mails));
    }

    private int send(String id, String subject, String text, Request request, Once once) {
        Response answer = changes.once(
                once,
                () -> {
                    Instant now = clock.instant();
                    Dossier before = find(id, now);
                    Dossier after = before.noted(request.caller().id(), "Rundschreiben gesendet", now);
                    var mails = Occasions.notice(before, subject, text, once.key());
                    return new Change(before, after, Additions.mails(mails));
                },
                made -> Response.ok(Map.of("mails", made.additions().mails().size())));
        return (int) Objects.requireNonNull(answer.body().get("mails"));
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
                .filter(found -> found.state() != State.DRAFT)
                .orElseThrow(
                        () -> Problem.invalid(
                                "dossiers",
                                "Einen der Vorgänge gibt es nicht. Wählen Sie in der Liste neu aus; es ist noch keine E-Mail gesendet."));
    }

    private Response release(Request request) {
        ObjectNode form = Fields.read(request.json(), true, fields -> fields.mail("mail", "Geben Sie die Adresse an."));
        release.accept(form.path("mail").asString());
        return Response.ok(Map.of());
    }
}
