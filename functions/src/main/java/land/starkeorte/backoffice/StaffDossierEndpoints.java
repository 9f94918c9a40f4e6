package land.starkeorte.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import land.starkeorte.applications.ApplicationMails;
import land.starkeorte.applications.DossierEndpoints;
import land.starkeorte.dossiers.AlsoWritten;
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
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.MessagePage;
import land.starkeorte.messages.Note;
import land.starkeorte.platform.Secrets;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.TaskView;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the office does with one dossier. */
final class StaffDossierEndpoints {
    private static final int MOST_MAILS = 100;

    private final Dossiers dossiers;
    private final Tasks tasks;
    private final BiFunction<String, Integer, List<OutboxEntry>> ledger;
    private final Clock clock;

    /** @param ledger the newest mails about a dossier, at most so many */
    StaffDossierEndpoints(
            Dossiers dossiers, Tasks tasks, BiFunction<String, Integer, List<OutboxEntry>> ledger, Clock clock) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.ledger = ledger;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/dossiers/{id}", this::read)
                .staff("GET /api/staff/dossiers/{id}/messages", this::earlierMessages)
                .staff("GET /api/staff/dossiers/{id}/notes", this::earlierNotes)
                .staff("GET /api/staff/dossiers/{id}/corrections/{correction}", this::mended)
                .staff("POST /api/staff/dossiers/{id}/messages", this::write)
                .staff("POST /api/staff/dossiers/{id}/reading", this::markRead)
                .staff("POST /api/staff/dossiers/{id}/answered", this::markAnswered)
                .staff("POST /api/staff/dossiers/{id}/notes", this::note)
                .staff("PUT /api/staff/dossiers/{id}/owner", this::own)
                .staff("POST /api/staff/dossiers/{id}/correction", this::askForCorrection)
                .staff("POST /api/staff/dossiers/{id}/tasks", this::openTask)
                .staff("PUT /api/staff/dossiers/{id}/tasks/{task}", this::changeTask);
    }

    private Response read(Request request) {
        Dossier dossier = dossier(request);
        String id = dossier.id();
        return Response.ok(StaffDossierView.of(
                dossier,
                dossiers.contents(id),
                dossiers.messages(id, null),
                dossiers.notes(id, null),
                ledger.apply(id, MOST_MAILS)));
    }

    private Response earlierMessages(Request request) {
        var messages = dossiers.messages(dossier(request).id(), DossierEndpoints.place(request));
        return Response.ok(MessagePage.of(messages));
    }

    /** @param earlier before which place those stand that are older; absent where there are none */
    private record NotePage(List<Note> notes, @Nullable String earlier) {}

    private Response earlierNotes(Request request) {
        var notes = dossiers.notes(dossier(request).id(), DossierEndpoints.place(request));
        return Response.ok(new NotePage(notes.newest(), notes.earlier()));
    }

    private Response mended(Request request) {
        return DossierEndpoints.mended(dossier(request), dossiers, request);
    }

    private Response write(Request request) {
        String text = DossierEndpoints.text(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return once(request, before -> {
            DossierEndpoints.requireRoom(before, Author.STAFF, now);
            Dossier after = before.talking(before.conversation().wrote(Author.STAFF, now));
            var message = new Message(
                    Secrets.id(), now, Author.STAFF, request.caller().id(), text);
            // One mail for everything that they have not read yet.
            var mails = before.conversation().isUnread(Author.MUNICIPALITY)
                    ? AlsoWritten.NONE
                    : AlsoWritten.mails(ApplicationMails.toOfficials("message", before, Map.of()));
            return new Change(before, after, mails.rows(message));
        });
    }

    private Response markRead(Request request) {
        Instant upTo = DossierEndpoints.instant(request.json());
        return settle(
                request,
                before -> new Change(
                        before, before.talking(before.conversation().read(Author.STAFF, upTo)), AlsoWritten.NONE));
    }

    /** The question needs no answer, or was answered on the telephone. */
    private Response markAnswered(Request request) {
        return settle(
                request,
                before ->
                        new Change(before, before.talking(before.conversation().answered()), AlsoWritten.NONE));
    }

    private Response note(Request request) {
        String text = DossierEndpoints.text(request);
        var note = new Note(Secrets.id(), clock.instant(), request.caller().id(), text);
        // The dossier itself stays as it is, but for its version.
        return once(
                request,
                before -> new Change(before, before.talking(before.conversation()), AlsoWritten.NONE.rows(note)));
    }

    /** Somebody is responsible, or nobody; said a second time it changes nothing. */
    private Response own(Request request) {
        String owner = FormReader.read(
                        request.json().deepCopy().without("seen"), true, fields -> fields.optionalLine("owner", 64))
                .path("owner")
                .asString("");
        requireColleague(owner);
        String seen = seen(request).path("owner").asString("");
        return settle(request, before -> {
            String current = Objects.requireNonNullElse(before.owner(), "");
            if (!current.equals(seen) && !current.equals(owner)) {
                throw meanwhile("Die Zuständigkeit", new Owner(current));
            }
            return new Change(before, before.ownedBy(owner.isEmpty() ? null : owner), AlsoWritten.NONE);
        });
    }

    private void requireColleague(String owner) {
        if (!owner.isEmpty()
                && tasks.colleagues().stream().noneMatch(one -> one.id().equals(owner))) {
            throw Problem.invalid("owner", "Diese Person gehört nicht zur Geschäftsstelle.");
        }
    }

    private Response askForCorrection(Request request) {
        ObjectNode body = request.json();
        var fields = body.path("fields")
                .valueStream()
                .map(JsonNode::asString)
                .distinct()
                .sorted()
                .toList();
        if (fields.isEmpty() || !Correction.POSSIBLE.containsAll(fields)) {
            throw Problem.invalid("fields", "Wählen Sie mindestens eine Angabe aus, die berichtigt werden soll.");
        }
        String reason = FormReader.read(
                        body.deepCopy().without("fields"),
                        true,
                        form -> form.text(
                                "reason",
                                DossierEndpoints.LONGEST_MESSAGE,
                                "Schreiben Sie, was an den Angaben zu berichtigen ist und warum."))
                .path("reason")
                .asString();
        Instant now = clock.instant();
        return once(request, before -> {
            if (!before.state().canBecome(DossierState.NEEDS_CORRECTION)) {
                throw Problem.conflict(
                        "nicht-moeglich",
                        "Eine Berichtigung ist gerade nicht möglich",
                        before.state() == DossierState.NEEDS_CORRECTION
                                ? "Es ist schon eine Berichtigung erbeten."
                                : "So weit der Vorgang ist, lassen sich die Angaben nicht mehr ändern.");
            }
            if (before.corrections() >= Correction.MOST) {
                throw Problem.refused(
                        "In diesem Vorgang wurde schon " + Correction.MOST
                                + "-mal um Berichtigung gebeten. Klären Sie das Übrige im Gespräch und halten Sie es als Notiz fest.");
            }
            var correction = new Correction(
                    before.corrections() + 1,
                    fields,
                    reason,
                    now,
                    request.caller().id(),
                    before.state(),
                    null,
                    null);
            Dossier after = before.asked(correction);
            return new Change(before, after, AlsoWritten.mails(ApplicationMails.asked(after)));
        });
    }

    private Response openTask(Request request) {
        Typed typed = task(request, true);
        return once(request, before -> {
            var task = Task.open(
                    Secrets.id(),
                    before.id(),
                    before.municipality().label(),
                    TaskKind.MANUAL,
                    typed.text(),
                    typed.owner(),
                    typed.due(),
                    clock.instant());
            return new Change(before, before.talking(before.conversation()), AlsoWritten.NONE.rows(task));
        });
    }

    private Response changeTask(Request request) {
        Typed typed = task(request, false);
        JsonNode seen = seen(request);
        Task before = tasks.find(request.path("id"), request.path("task"))
                .orElseThrow(() -> Problem.notFound("Diese Aufgabe gibt es nicht."));
        if (!before.isAs(
                seen.path("owner").asString(""),
                seen.path("due").asString(""),
                seen.path("done").asBoolean(false))) {
            throw meanwhile("Die Aufgabe", TaskView.of(before));
        }
        Task after = before.taken(
                typed.owner(), typed.due(), typed.done(), request.caller().id(), clock.instant());
        if (!tasks.change(after)) {
            throw meanwhile(
                    "Die Aufgabe",
                    TaskView.of(tasks.find(before.dossier(), before.id()).orElse(before)));
        }
        return Response.ok();
    }

    /** What stood on the screen when somebody changed it. */
    private static JsonNode seen(Request request) {
        JsonNode seen = request.json().path("seen");
        if (!seen.isObject()) {
            throw Problem.invalid("seen", "Laden Sie die Seite neu und ändern Sie es noch einmal.");
        }
        return seen;
    }

    private record Owner(String owner) {}

    private record Stored(Record stored) {}

    /** @param stored what is stored now, for whoever has to choose */
    private static Problem meanwhile(String what, Record stored) {
        return Problem.conflict(
                "inzwischen-geaendert",
                what + " wurde inzwischen geändert",
                "Jemand anderes war schneller. Sehen Sie den neuen Stand an, dann ändern Sie es noch einmal.",
                new Stored(stored));
    }

    private record Typed(String text, @Nullable String owner, LocalDate due, boolean done) {}

    private Typed task(Request request, boolean isNew) {
        var due = new LocalDate[1];
        ObjectNode form = FormReader.read(request.json().deepCopy().without("seen"), true, fields -> {
            if (isNew) {
                fields.line("text", 200, "Schreiben Sie, was zu tun ist.");
            } else {
                fields.flag("done");
            }
            fields.optionalLine("owner", 64);
            String typed = fields.line("due", 10, "Geben Sie an, bis wann die Aufgabe erledigt sein soll.");
            try {
                due[0] = LocalDate.parse(typed);
            } catch (DateTimeParseException e) {
                if (!typed.isEmpty()) {
                    fields.refuse("due", "Geben Sie das Datum als Tag, Monat und Jahr an.");
                }
            }
        });
        String owner = form.path("owner").asString("");
        requireColleague(owner);
        return new Typed(
                form.path("text").asString(""),
                owner.isEmpty() ? null : owner,
                due[0],
                form.path("done").asBoolean(false));
    }

    private Response once(Request request, Function<Dossier, Change> change) {
        return dossiers.onlyOnce(IdempotencyKey.of(request), () -> change.apply(dossier(request)), Dossiers::created);
    }

    private Response settle(Request request, Function<Dossier, Change> change) {
        dossiers.retrying(() -> change.apply(dossier(request)));
        return Response.ok();
    }

    private Dossier dossier(Request request) {
        return DossierAccess.forStaff(dossiers, request.path("id"), clock.instant());
    }
}
