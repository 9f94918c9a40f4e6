package land.starkeorte.backoffice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import land.starkeorte.applications.ApplicationMails;
import land.starkeorte.applications.MessageForm;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.OutboxEntry;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.MessagePage;
import land.starkeorte.messages.Note;
import land.starkeorte.platform.Secrets;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/** What the office does with one dossier. */
final class StaffDossierEndpoints {
    private static final int MOST_MAILS = 100;

    private final StaffDossiers dossiers;
    private final Tasks tasks;
    private final BiFunction<String, Integer, List<OutboxEntry>> ledger;

    /** @param ledger the newest mails about a dossier, at most so many */
    StaffDossierEndpoints(StaffDossiers dossiers, Tasks tasks, BiFunction<String, Integer, List<OutboxEntry>> ledger) {
        this.dossiers = dossiers;
        this.tasks = tasks;
        this.ledger = ledger;
    }

    Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/dossiers/{id}", this::read)
                .staff("GET /api/staff/dossiers/{id}/messages", this::earlierMessages)
                .staff("GET /api/staff/dossiers/{id}/notes", this::earlierNotes)
                .staff("POST /api/staff/dossiers/{id}/messages", this::write)
                .staff("POST /api/staff/dossiers/{id}/reading", this::markRead)
                .staff("POST /api/staff/dossiers/{id}/answered", this::markAnswered)
                .staff("POST /api/staff/dossiers/{id}/notes", this::note)
                .staff("PUT /api/staff/dossiers/{id}/owner", this::own);
    }

    private Response read(Request request) {
        Dossier dossier = dossiers.find(request);
        String id = dossier.id();
        return Response.ok(StaffDossierView.of(
                dossier,
                dossiers.all().contents(id),
                dossiers.all().messages(id, null),
                dossiers.all().notes(id, null),
                ledger.apply(id, MOST_MAILS)));
    }

    private Response earlierMessages(Request request) {
        var messages = dossiers.all().messages(dossiers.find(request).id(), MessageForm.place(request));
        return Response.ok(MessagePage.of(messages));
    }

    /** @param earlier before which place those stand that are older; absent where there are none */
    private record NotePage(List<Note> notes, @Nullable String earlier) {}

    private Response earlierNotes(Request request) {
        var notes = dossiers.all().notes(dossiers.find(request).id(), MessageForm.place(request));
        return Response.ok(new NotePage(notes.newest(), notes.earlier()));
    }

    private Response write(Request request) {
        String text = MessageForm.text(request);
        Instant now = dossiers.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return dossiers.once(request, before -> {
            MessageForm.requireRoom(before, Author.STAFF, now);
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
        Instant upTo = MessageForm.readUpTo(request.json());
        return dossiers.settle(
                request,
                before -> new Change(
                        before, before.talking(before.conversation().read(Author.STAFF, upTo)), AlsoWritten.NONE));
    }

    /** The question needs no answer, or was answered on the telephone. */
    private Response markAnswered(Request request) {
        return dossiers.settle(
                request,
                before ->
                        new Change(before, before.talking(before.conversation().answered()), AlsoWritten.NONE));
    }

    private Response note(Request request) {
        String text = MessageForm.text(request);
        var note = new Note(
                Secrets.id(), dossiers.clock().instant(), request.caller().id(), text);
        // The dossier itself stays as it is, but for its version.
        return dossiers.once(
                request,
                before -> new Change(before, before.talking(before.conversation()), AlsoWritten.NONE.rows(note)));
    }

    private record Owner(String owner) {}

    /** Somebody is responsible, or nobody; said a second time it changes nothing. */
    private Response own(Request request) {
        String owner = FormReader.read(
                        request.json().deepCopy().without("seen"), true, fields -> fields.optionalLine("owner", 64))
                .path("owner")
                .asString("");
        StaffTaskEndpoints.requireColleague(tasks, owner);
        String seen = Seen.of(request).path("owner").asString("");
        return dossiers.settle(request, before -> {
            String current = Objects.requireNonNullElse(before.owner(), "");
            if (!current.equals(seen) && !current.equals(owner)) {
                throw Seen.meanwhile("Die Zuständigkeit", new Owner(current));
            }
            return new Change(before, before.ownedBy(owner.isEmpty() ? null : owner), AlsoWritten.NONE);
        });
    }
}
