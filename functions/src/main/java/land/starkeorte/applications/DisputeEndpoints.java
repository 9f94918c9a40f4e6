package land.starkeorte.applications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.dossiers.MunicipalityClaim;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.Tasks;

/**
 * The way out for a municipality in whose name somebody else has applied: the office is told, finds out who speaks for it,
 * and decides. Nobody is shut out, and nobody's application ends, because somebody says so.
 */
final class DisputeEndpoints {
    /** Long enough for a town hall to be asked, and asked again. */
    static final Duration KEPT = Duration.ofDays(180);

    private static final String TASK =
            "Jemand anderes sagt, die Kommune habe diesen Antrag nicht gestellt. Fragen Sie im Rathaus nach, wer für sie spricht; beide Namen stehen in der E-Mail an die Geschäftsstelle.";
    private static final int DAYS = 3;

    private final Dossiers dossiers;
    private final DossierAccess dossierAccess;
    private final Tasks tasks;
    private final String staffAddress;
    private final Clock clock;

    DisputeEndpoints(Dossiers dossiers, DossierAccess dossierAccess, Tasks tasks, String staffAddress, Clock clock) {
        this.dossiers = dossiers;
        this.dossierAccess = dossierAccess;
        this.tasks = tasks;
        this.staffAddress = staffAddress;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE.open("POST /api/drafts/{id}/dispute", this::dispute);
    }

    /** @param keptUntil so long the draft is kept */
    private record Kept(LocalDate keptUntil) {}

    private Response dispute(Request request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        // A repeat, too, is answered only to whom the draft is open.
        var _ = dossierAccess.open(request.path("id"), request);
        return dossiers.onlyOnce(
                key,
                () -> change(request),
                made -> Response.created(
                        new Kept(DossierStatus.day(clock.instant().plus(KEPT)))));
    }

    private Change change(Request request) {
        Instant now = clock.instant();
        Dossier draft = dossierAccess.open(request.path("id"), request).dossier();
        if (draft.state() != DossierState.DRAFT) {
            throw Problem.refused("Ihr Antrag ist schon gesendet.");
        }
        var _ = ApplicationForm.complete(draft.answers());
        Dossier standing = dossiers.claim(draft.municipality().ags())
                .map(MunicipalityClaim::dossier)
                .flatMap(id -> dossiers.find(id, now))
                .orElseThrow(
                        () -> Problem.refused(
                                "Einen anderen Antrag Ihrer Kommune gibt es nicht mehr. Senden Sie Ihren noch einmal ab; geht das nicht, schreiben Sie uns."));
        Dossier kept = draft.kept(KEPT, now);
        Task task = Task.byItself(
                TaskKind.DISPUTE,
                draft.id(),
                standing.id(),
                standing.municipality().label(),
                TASK,
                DAYS,
                now);
        if (tasks.find(standing.id(), task.id()).isPresent()) {
            return new Change(draft, kept, AlsoWritten.NONE);
        }
        var mail = ApplicationMails.disputed(standing, kept, staffAddress);
        return new Change(draft, kept, AlsoWritten.mails(List.of(mail)).rows(task));
    }
}
