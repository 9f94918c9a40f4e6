package land.starkeorte.backoffice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import land.starkeorte.dossiers.AlsoWritten;
import land.starkeorte.dossiers.Dossiers.Change;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Secrets;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.TaskView;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The office gives itself tasks about a dossier, and takes and ticks off those that there are. */
final class StaffTaskEndpoints {
    private final StaffDossiers dossiers;
    private final Tasks tasks;

    StaffTaskEndpoints(StaffDossiers dossiers, Tasks tasks) {
        this.dossiers = dossiers;
        this.tasks = tasks;
    }

    Routes routes() {
        return Routes.NONE
                .staff("POST /api/staff/dossiers/{id}/tasks", this::openTask)
                .staff("PUT /api/staff/dossiers/{id}/tasks/{task}", this::changeTask);
    }

    private Response openTask(Request request) {
        Typed typed = task(request, true);
        return dossiers.once(request, before -> {
            var task = Task.open(
                    Secrets.id(),
                    before.id(),
                    before.municipality().label(),
                    TaskKind.MANUAL,
                    typed.text(),
                    typed.owner(),
                    typed.due(),
                    dossiers.clock().instant());
            return new Change(before, before.talking(before.conversation()), AlsoWritten.NONE.rows(task));
        });
    }

    private Response changeTask(Request request) {
        Typed typed = task(request, false);
        JsonNode seen = Seen.of(request);
        Task before = tasks.find(request.path("id"), request.path("task"))
                .orElseThrow(() -> Problem.notFound("Diese Aufgabe gibt es nicht."));
        if (!before.isAs(
                seen.path("owner").asString(""),
                seen.path("due").asString(""),
                seen.path("done").asBoolean(false))) {
            throw Seen.meanwhile("Die Aufgabe", TaskView.of(before));
        }
        Task after = before.taken(
                typed.owner(),
                typed.due(),
                typed.done(),
                request.caller().id(),
                dossiers.clock().instant());
        if (!tasks.change(after)) {
            throw Seen.meanwhile(
                    "Die Aufgabe",
                    TaskView.of(tasks.find(before.dossier(), before.id()).orElse(before)));
        }
        return Response.ok();
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
        requireColleague(tasks, owner);
        return new Typed(
                form.path("text").asString(""),
                owner.isEmpty() ? null : owner,
                due[0],
                form.path("done").asBoolean(false));
    }

    /** Tasks and dossiers belong to people of the office; nobody at all is empty. */
    static void requireColleague(Tasks tasks, String owner) {
        if (!owner.isEmpty()
                && tasks.colleagues().stream().noneMatch(one -> one.id().equals(owner))) {
            throw Problem.invalid("owner", "Diese Person gehört nicht zur Geschäftsstelle.");
        }
    }
}
