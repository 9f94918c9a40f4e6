package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.AppliedCorrection;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.dossiers.Official;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Mail;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.MessageStatus;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the municipality's officials do after sending: look, write, correct, share, withdraw. */
public final class DossierEndpoints {
    public static final int LONGEST_MESSAGE = 3000;

    /** As many as a town hall may need; each of them can read everything. */
    private static final int MOST_OFFICIALS = 8;

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
                .open("POST /api/dossiers/{id}/officials", this::add)
                .open("DELETE /api/dossiers/{id}/officials/{official}", this::remove)
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
        var messages = dossiers.messages(opened.dossier().id(), place(request));
        return Response.ok(OfficialDossierView.messages(messages, opened.dossier(), opened.by()));
    }

    /** What a correction changed, by field. */
    private record Mended(ObjectNode before, ObjectNode after) {}

    /** Where the dossier stands now. */
    private record StateView(DossierState state) {}

    private Response mended(Request request) {
        return mended(dossierAccess.openSent(request).dossier(), dossiers, request);
    }

    public static Response mended(Dossier dossier, Dossiers dossiers, Request request) {
        String number = request.path("correction");
        return (number.matches("[1-9]\\d{0,3}")
                        ? dossiers.mended(dossier.id(), Integer.parseInt(number))
                        : Optional.<AppliedCorrection>empty())
                .map(mended -> Response.ok(new Mended(mended.before(), mended.after())))
                .orElseThrow(() -> Problem.notFound("Diese Berichtigung gibt es nicht."));
    }

    private Response write(Request request) {
        IdempotencyKey once = IdempotencyKey.of(request);
        String text = text(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // A repeat, too, is answered only to whom the dossier is open.
        var _ = dossierAccess.openSent(request);
        return dossiers.onlyOnce(
                once,
                () -> {
                    DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
                    Dossier before = requireRunning(opened.dossier());
                    requireRoom(before, Author.MUNICIPALITY, now);
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
        Instant upTo = instant(request.json());
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
            throw tooManyInvited("contacts");
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

    private Response add(Request request) {
        ObjectNode form = FormReader.read(
                request.json(), true, fields -> fields.mail("mail", "Geben Sie die E-Mail-Adresse der Person an."));
        Official official = Official.named(form.path("mail").asString());
        dossiers.retrying(() -> {
            DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
            Dossier before = opened.dossier();
            if (before.officials().containsKey(official.key())) {
                return Change.none(before);
            }
            var _ = requireRunning(before);
            Dossier after = before.joinedBy(official, opened.by(), clock.instant());
            if (after.officials().size() > MOST_OFFICIALS) {
                throw Problem.invalid("mail", "Höchstens " + MOST_OFFICIALS + " Personen sind möglich.");
            }
            if (after.team().invited() > Dossier.MOST_INVITED) {
                throw tooManyInvited("mail");
            }
            return new Change(before, after, AlsoWritten.mails(ApplicationMails.invited(List.of(official), after)));
        });
        return Response.ok();
    }

    private Response remove(Request request) {
        String official = request.path("official");
        dossiers.retrying(() -> {
            DossierAccess.OpenDossier opened = dossierAccess.openSent(request);
            Dossier before = opened.dossier();
            if (!before.officials().containsKey(official)) {
                return Change.none(before);
            }
            if (official.equals(opened.by())) {
                throw Problem.invalid(
                        "official", "Sich selbst können Sie nicht entfernen. Bitten Sie eine andere Person darum.");
            }
            return new Change(before, before.leftBy(official, opened.by(), clock.instant()), AlsoWritten.NONE);
        });
        return Response.ok();
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

    /** In one that ended nobody reads any more. */
    private static Dossier requireRunning(Dossier dossier) {
        if (dossier.state().isOver()) {
            throw Problem.conflict(
                    "beendet",
                    "Der Vorgang ist beendet",
                    "Hier lässt sich nichts mehr schreiben und niemand mehr hinzufügen. Ist noch etwas offen, antworten Sie bitte auf eine unserer E-Mails.");
        }
        return dossier;
    }

    /** Refuses what is too much for a day. */
    public static void requireRoom(Dossier dossier, Author side, Instant now) {
        if (!dossier.conversation().hasRoom(side, now)) {
            throw Problem.conflict(
                    "tagesgrenze",
                    "Für heute sind es genug Nachrichten",
                    "In diesem Vorgang sind heute schon " + MessageStatus.MOST_A_DAY
                            + " Nachrichten geschrieben worden. Ihr Text bleibt im Feld stehen; senden Sie ihn morgen, oder rufen Sie an.");
        }
    }

    /** Before which message or note; nothing for the newest. */
    public static @Nullable String place(Request request) {
        String before = request.query("before");
        if (!before.isEmpty() && !NewestPage.PLACE.matcher(before).matches()) {
            throw Problem.malformed("Der Parameter „before“ ist keine Stelle, an der eine Seite begann.");
        }
        return before.isEmpty() ? null : before;
    }

    public static String text(Request request) {
        return FormReader.read(
                        request.json(),
                        true,
                        form -> form.text("text", LONGEST_MESSAGE, "Schreiben Sie ein paar Worte."))
                .path("text")
                .asString();
    }

    public static Instant instant(ObjectNode body) {
        try {
            return Instant.parse(body.path("upTo").asString(""));
        } catch (java.time.format.DateTimeParseException e) {
            throw Problem.malformed("Das Feld „upTo“ muss ein Zeitpunkt nach ISO 8601 sein.");
        }
    }

    private static Problem tooManyInvited(String field) {
        return Problem.invalid(
                field,
                "Für diesen Antrag wurden schon zu viele Adressen angeschrieben. Bitte schreiben Sie uns eine Nachricht.");
    }
}
