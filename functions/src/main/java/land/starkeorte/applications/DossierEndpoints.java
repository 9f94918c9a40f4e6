package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
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
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.platform.Secrets;
import tools.jackson.databind.node.ObjectNode;

/** What the municipality's officials do after sending: look, write, correct, withdraw. */
final class DossierEndpoints {
    private final Dossiers dossiers;
    private final DossierAccess dossierAccess;
    private final Sessions sessions;
    private final String staffAddress;
    private final Clock clock;

    DossierEndpoints(
            Dossiers dossiers, DossierAccess dossierAccess, Sessions sessions, String staffAddress, Clock clock) {
        this.dossiers = dossiers;
        this.dossierAccess = dossierAccess;
        this.sessions = sessions;
        this.staffAddress = staffAddress;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}", this::read)
                .open("GET /api/dossiers/{id}/messages", this::earlier)
                .open("GET /api/dossiers/{id}/corrections/{correction}", this::mended)
                .open("POST /api/dossiers/{id}/messages", this::write)
                .open("POST /api/dossiers/{id}/reading", this::markRead)
                .open("PUT /api/dossiers/{id}/correction", this::correct)
                .open("POST /api/dossiers/{id}/withdrawal", this::withdraw);
    }

    private Response read(Request request) {
        DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
        String id = opened.dossier().id();
        return Response.ok(OfficialDossierView.of(
                opened,
                dossiers.contents(id),
                dossiers.messages(id, null),
                sessions.all(DossierAccess.subject(id), clock.instant())));
    }

    private Response earlier(Request request) {
        DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
        var messages = dossiers.messages(opened.dossier().id(), MessageForm.place(request));
        return Response.ok(OfficialDossierView.messages(messages, opened.dossier(), opened.by()));
    }

    /** Where the dossier stands now. */
    private record StateView(DossierState state) {}

    private Response mended(Request request) {
        return CorrectionView.of(dossierAccess.openSent(request).dossier(), dossiers, request);
    }

    private Response write(Request request) {
        IdempotencyKey once = IdempotencyKey.of(request);
        String text = MessageForm.text(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // A repeat, too, is answered only to whom the dossier is open.
        var _ = dossierAccess.openSent(request);
        return dossiers.onlyOnce(
                once,
                () -> {
                    DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
                    Dossier before = OfficialEndpoints.requireRunning(opened.dossier());
                    MessageForm.requireRoom(before, Author.MUNICIPALITY, now);
                    Dossier after = before.talking(before.conversation().wrote(Author.MUNICIPALITY, now));
                    var message = new Message(Secrets.id(), now, Author.MUNICIPALITY, opened.by(), text);
                    // One mail for everything that nobody has read yet.
                    List<Mail> mails = before.conversation().isUnread(Author.STAFF)
                            ? List.of()
                            : List.of(ApplicationMails.toStaff("question", before, staffAddress));
                    return new Change(before, after, AlsoWritten.mails(mails).rows(message));
                },
                Dossiers::created);
    }

    private Response markRead(Request request) {
        Instant upTo = MessageForm.readUpTo(request.json());
        dossiers.retrying(() -> {
            Dossier before = dossierAccess.openSent(request).dossier();
            Dossier after = before.talking(before.conversation().read(Author.MUNICIPALITY, upTo));
            return new Change(before, after, AlsoWritten.NONE);
        });
        return Response.ok();
    }

    private Response correct(Request request) {
        ObjectNode body = request.json();
        Dossier corrected = dossiers.retrying(() -> correction(body, request)).after();
        return Response.ok(new StateView(corrected.state()));
    }

    private Change correction(ObjectNode body, Request request) {
        DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
        Dossier before = opened.dossier();
        Correction correction = before.correction();
        int answers = FormReader.whole(body, "correction");
        if (correction == null || answers != correction.number()) {
            throw Problem.conflict(
                    "schon-gesendet",
                    "Diese Berichtigung ist schon gesendet",
                    "Jemand aus Ihrer Kommune war schneller. Laden Sie die Seite neu, um den Stand zu sehen.");
        }
        if (!List.of("correction", "answers").containsAll(body.propertyNames())) {
            throw Problem.malformed("Die Anfrage enthält ein unbekanntes Feld.");
        }
        ObjectNode mended = ApplicationForm.mended(correction.applied(before.answers(), body.path("answers")));
        Instant now = clock.instant();
        Correction answered = correction.answered(opened.by(), now);
        Dossier after = before.corrected(answered, mended, opened.by(), now);
        if (after.team().invited() > Dossier.MOST_INVITED) {
            throw OfficialEndpoints.tooManyInvited("contacts");
        }
        var mails = new ArrayList<>(ApplicationMails.invited(after.newcomers(before), after));
        mails.add(ApplicationMails.toStaff("corrected", after, staffAddress));
        return new Change(
                before,
                after,
                AlsoWritten.mails(mails)
                        .rows(
                                answered,
                                correction.mended(before.answers(), mended),
                                ApplicationCopy.of(after, correction.number() + 1, opened.by(), now)));
    }

    private Response withdraw(Request request) {
        FormReader.read(
                request.json(),
                true,
                form -> form.consent("confirmed", "Bestätigen Sie, dass Sie den Antrag zurückziehen wollen."));
        dossiers.retrying(() -> {
            DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
            Dossier before = opened.dossier();
            if (before.state() == DossierState.WITHDRAWN) {
                return Change.none(before);
            }
            if (!before.state().canBecome(DossierState.WITHDRAWN)) {
                throw Problem.conflict(
                        "entschieden",
                        "Der Antrag ist schon entschieden",
                        "Schreiben Sie uns, wenn Sie nicht mehr Mitglied werden möchten.");
            }
            Dossier after = before.withdrawn(opened.by(), clock.instant());
            return new Change(before, after, AlsoWritten.mails(ApplicationMails.withdrawn(after, staffAddress)));
        });
        return Response.ok(new StateView(DossierState.WITHDRAWN));
    }
}
