package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.forms.Addresses;
import land.starkeorte.forms.Fields;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Once;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Mail;
import tools.jackson.databind.node.ObjectNode;

/** What the municipality's officials do after sending: look, write, correct, share, withdraw. */
final class DossierEndpoints {
    static final int LONGEST_MESSAGE = 3000;

    /** As many as a town hall may need; each of them can read everything. */
    private static final int MOST_OFFICIALS = 8;

    private final Dossiers dossiers;
    private final Doors doors;
    private final String staffAddress;
    private final Clock clock;

    DossierEndpoints(Dossiers dossiers, String staffAddress, Clock clock) {
        this.dossiers = dossiers;
        this.doors = new Doors(dossiers, clock);
        this.staffAddress = staffAddress;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /api/dossiers/{id}", this::read,
                "POST /api/dossiers/{id}/messages", this::write,
                "POST /api/dossiers/{id}/reading", this::markRead,
                "PUT /api/dossiers/{id}/correction", this::correct,
                "POST /api/dossiers/{id}/officials", this::add,
                "DELETE /api/dossiers/{id}/officials/{official}", this::remove,
                "POST /api/dossiers/{id}/withdrawal", this::withdraw);
    }

    private Response read(Request request) {
        Doors.Opened opened = sent(request);
        return Response.ok(Views.forOfficial(
                opened.dossier(), dossiers.contents(opened.dossier().id()), opened.by()));
    }

    private Response write(Request request) {
        Once once = Once.of(request);
        String text = text(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        sent(request);
        var answered = dossiers.answered(once, now);
        if (answered.isPresent()) {
            return answered.get().repeat(once);
        }
        var outcome = Doors.settle(_ -> {
            Doors.Opened opened = sent(request);
            Dossier before = opened.dossier();
            Dossier after = before.talking(before.conversation().wrote(Side.MUNICIPALITY, now));
            var message = new Message(Secrets.id(), now, Side.MUNICIPALITY, opened.by(), text);
            // One mail for everything that nobody has read yet.
            List<Mail> mails = before.conversation().isUnread(Side.STAFF)
                    ? List.of()
                    : List.of(Occasions.toStaff("question", before, staffAddress));
            return dossiers.change(
                    before,
                    after,
                    Additions.mails(mails).row(message).answering(once.answer(Response.created(Map.of()))),
                    now);
        });
        return created(outcome, once);
    }

    private Response markRead(Request request) {
        Instant upTo = instant(request.json());
        Doors.settle(_ -> {
            Dossier before = sent(request).dossier();
            return dossiers.change(
                    before,
                    before.talking(before.conversation().read(Side.MUNICIPALITY, upTo)),
                    Additions.NONE,
                    clock.instant());
        });
        return Response.ok(Map.of());
    }

    private Response correct(Request request) {
        ObjectNode body = request.json();
        Doors.Opened opened = sent(request);
        Dossier before = opened.dossier();
        Correction correction = before.correction();
        if (correction == null || body.path("correction").asInt(0) != correction.number()) {
            throw Problem.conflict(
                    "schon-gesendet",
                    "Diese Berichtigung ist schon gesendet",
                    "Jemand aus Ihrer Kommune war schneller. Laden Sie die Seite neu, um den Stand zu sehen.",
                    Map.of());
        }
        if (!List.of("correction", "answers").containsAll(body.propertyNames())) {
            throw Problem.malformed("Die Anfrage enthält ein unbekanntes Feld.");
        }
        ObjectNode mended = ApplicationForm.complete(correction.applied(before.answers(), body.path("answers")));
        Instant now = clock.instant();
        Correction answered = correction.answered(before.answers(), mended, opened.by(), now);
        Dossier after = before.corrected(answered, mended, opened.by(), now);
        if (after.invited() > Dossier.MOST_INVITED) {
            throw tooManyInvited("contacts");
        }
        var mails = new java.util.ArrayList<>(Occasions.invited(after.newcomers(before), after));
        mails.add(Occasions.toStaff("corrected", after, staffAddress));
        return switch (dossiers.change(before, after, Additions.mails(mails).row(answered), now)) {
            case Outcome.Done _ -> Response.ok(Map.of("state", after.state()));
            case Outcome.Stale _ ->
                throw Problem.conflict(
                        "beschaeftigt",
                        "Gerade hat sich in Ihrem Vorgang etwas geändert",
                        "Bitte senden Sie die Berichtigung noch einmal; Ihre Eingaben sind noch da.",
                        Map.of());
            case Outcome.Repeated _, Outcome.Claimed _, Outcome.ProofSpent _ -> throw new IllegalStateException();
        };
    }

    private Response add(Request request) {
        ObjectNode form = Fields.read(request.json(), true, fields -> {
            String mail = fields.line("mail", Addresses.LONGEST, "Geben Sie die E-Mail-Adresse der Person an.");
            if (!mail.isEmpty() && !Addresses.isValid(mail)) {
                fields.refuse("mail", "Geben Sie die E-Mail-Adresse in der Form name@gemeinde.de an.");
            }
        });
        Official official = Official.unlinked(form.path("mail").asString());
        Doors.settle(_ -> {
            Doors.Opened opened = sent(request);
            Dossier before = opened.dossier();
            if (before.officials().containsKey(official.key())) {
                return new Outcome.Done();
            }
            Instant now = clock.instant();
            Dossier after = before.joinedBy(official, opened.by(), now);
            if (after.officials().size() > MOST_OFFICIALS) {
                throw Problem.invalid("mail", "Höchstens " + MOST_OFFICIALS + " Personen sind möglich.");
            }
            if (after.invited() > Dossier.MOST_INVITED) {
                throw tooManyInvited("mail");
            }
            return dossiers.change(before, after, Additions.mails(Occasions.invited(List.of(official), after)), now);
        });
        return Response.ok(Map.of());
    }

    private Response remove(Request request) {
        String official = request.path("official");
        Doors.settle(_ -> {
            Doors.Opened opened = sent(request);
            Dossier before = opened.dossier();
            if (!before.officials().containsKey(official)) {
                return new Outcome.Done();
            }
            if (official.equals(opened.by())) {
                throw Problem.invalid(
                        "official", "Sich selbst können Sie nicht entfernen. Bitten Sie eine andere Person darum.");
            }
            Instant now = clock.instant();
            return dossiers.change(before, before.leftBy(official, opened.by(), now), Additions.NONE, now);
        });
        return Response.ok(Map.of());
    }

    private Response withdraw(Request request) {
        Fields.read(
                request.json(),
                true,
                form -> form.consent("confirmed", "Bestätigen Sie, dass Sie den Antrag zurückziehen wollen."));
        Doors.settle(_ -> {
            Doors.Opened opened = sent(request);
            Dossier before = opened.dossier();
            if (before.state() == State.WITHDRAWN) {
                return new Outcome.Done();
            }
            if (!before.state().canBecome(State.WITHDRAWN)) {
                throw Problem.conflict(
                        "entschieden",
                        "Der Antrag ist schon entschieden",
                        "Schreiben Sie uns, wenn Sie nicht mehr Mitglied werden möchten.",
                        Map.of());
            }
            Instant now = clock.instant();
            Dossier after = before.withdrawn(opened.by(), now);
            return dossiers.change(before, after, Additions.mails(Occasions.withdrawn(after, staffAddress)), now);
        });
        return Response.ok(Map.of("state", State.WITHDRAWN));
    }

    private Doors.Opened sent(Request request) {
        Doors.Opened opened = doors.open(request.path("id"), request);
        if (opened.dossier().state() == State.DRAFT) {
            throw Problem.notFound("Dieser Antrag ist noch nicht gesendet.");
        }
        return opened;
    }

    static String text(Request request) {
        return Fields.read(
                        request.json(),
                        true,
                        form -> form.text("text", LONGEST_MESSAGE, "Schreiben Sie ein paar Worte."))
                .path("text")
                .asString();
    }

    static Instant instant(ObjectNode body) {
        try {
            return Instant.parse(body.path("upTo").asString(""));
        } catch (java.time.format.DateTimeParseException e) {
            throw Problem.malformed("Das Feld „upTo“ muss ein Zeitpunkt nach ISO 8601 sein.");
        }
    }

    static Response created(Outcome outcome, Once once) {
        return switch (outcome) {
            case Outcome.Done _ -> Response.created(new LinkedHashMap<>());
            case Outcome.Repeated(var answer) -> answer.repeat(once);
            case Outcome.Stale _, Outcome.Claimed _, Outcome.ProofSpent _ -> throw new IllegalStateException();
        };
    }

    private static Problem tooManyInvited(String field) {
        return Problem.invalid(
                field,
                "Für diesen Antrag wurden schon zu viele Adressen angeschrieben. Bitte schreiben Sie uns eine Nachricht.");
    }
}
