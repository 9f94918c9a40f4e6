package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.mail.SentText;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** The office reads what was mailed about a dossier, as it went out, and sends it once more. */
final class StaffSentMailEndpoints {
    private final Dossiers dossiers;
    private final Outbox ledger;
    private final Clock clock;

    StaffSentMailEndpoints(Dossiers dossiers, Outbox ledger, Clock clock) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/dossiers/{id}/mails/{mail}", this::read)
                .staff("POST /api/staff/dossiers/{id}/mails/{mail}/again", this::sendAgain);
    }

    /**
     * A mail as it went out.
     *
     * @param subject absent, as {@code text}, as long as it has not
     * @param calendar whether an invitation came with it
     */
    private record SentMail(
            String to,
            String occasion,
            OutboxEntry.State state,
            Instant at,
            @Nullable String subject,
            @Nullable String text,
            List<String> attachments,
            boolean calendar) {}

    private Response read(Request request) {
        OutboxEntry entry = entry(ledger, request);
        Mail mail = entry.mail();
        SentText written = entry.written();
        return Response.ok(new SentMail(
                mail.to(),
                mail.template(),
                entry.state(),
                entry.queuedAt(),
                written == null ? null : written.subject(),
                written == null ? null : written.text(),
                mail.attachments().stream().map(Attachment::name).toList(),
                mail.invitation() != null));
    }

    /** With fresh links, by the words of today; each time it is asked for is a mail of its own. */
    private Response sendAgain(Request request) {
        return dossiers.onlyOnce(
                IdempotencyKey.of(request),
                () -> {
                    var now = clock.instant();
                    Dossier before = DossierAccess.forStaff(dossiers, request.path("id"), now);
                    OutboxEntry entry = entry(ledger, request);
                    if (entry.state() == OutboxEntry.State.QUEUED) {
                        throw Problem.refused("Die E-Mail ist noch unterwegs. Warten Sie, bis sie versandt ist.");
                    }
                    if (ledger.isSuppressed(entry.mail().to())) {
                        throw Problem.refused(
                                "An diese Adresse gehen gerade keine E-Mails, weil eine zurückgekommen ist."
                                        + " Geben Sie sie zuerst wieder frei.");
                    }
                    Mail again = entry.mail().again(Secrets.id());
                    Dossier after = before.noted(request.caller().id(), words(entry), now);
                    return new Change(before, after, AlsoWritten.mails(List.of(again)));
                },
                Dossiers::created);
    }

    private static String words(OutboxEntry entry) {
        SentText written = entry.written();
        return written == null
                ? "E-Mail noch einmal gesendet"
                : "E-Mail noch einmal gesendet: „" + written.subject() + "“";
    }

    /** A mail of the route's dossier, and of no other. */
    static OutboxEntry entry(Outbox ledger, Request request) {
        return ledger.find(request.path("mail"))
                .filter(found -> request.path("id").equals(found.mail().about()))
                .orElseThrow(() -> Problem.notFound(
                        "Diese E-Mail gibt es nicht mehr. Was versandt wurde, steht hier gut ein Jahr lang."));
    }
}
