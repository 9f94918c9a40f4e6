package land.starkeorte.recordings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import land.starkeorte.forms.FormReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the office writes about a recording. */
final class RecordingForm {
    private static final int MOST_SPEAKERS = 20;

    private RecordingForm() {}

    /** A 422 names what to mend. */
    static Recording.Details read(ObjectNode typed, LocalDate today) {
        ObjectNode form = FormReader.read(typed, true, fields -> fields(fields, today));
        List<Speaker> speakers =
                form.path("speakers").valueStream().map(RecordingForm::speaker).toList();
        return new Recording.Details(
                form.path("title").asString(""),
                form.path("text").asString(""),
                speakers,
                day(form.path("keepUntil").asString("")));
    }

    private static void fields(FormReader form, LocalDate today) {
        form.line("title", 150, "Geben Sie der Aufzeichnung einen Titel.");
        form.optionalText("text", 3000);
        String until = form.optionalLine("keepUntil", 10);
        if (!until.isEmpty() && day(until) == null) {
            form.refuse("keepUntil", "Schreiben Sie das Datum so: 2031-12-31.");
        }
        form.list("speakers", 0, MOST_SPEAKERS, "", speaker -> speaker(speaker, today));
    }

    private static void speaker(FormReader form, LocalDate today) {
        form.line("name", 100, "Schreiben Sie den Namen.");
        form.optionalLine("office", 150);
        String on = form.optionalLine("consentOn", 10);
        String in = form.optionalLine("consentIn", 200);
        LocalDate day = day(on);
        if (!on.isEmpty() && (day == null || day.isAfter(today))) {
            form.refuse("consentOn", "Nennen Sie den Tag der Einwilligung; er liegt nicht in der Zukunft.");
        }
        if (on.isEmpty() != in.isEmpty()) {
            form.refuse(
                    on.isEmpty() ? "consentOn" : "consentIn",
                    "Zu einer Einwilligung gehören der Tag und die Stelle, an der sie abgelegt ist.");
        }
    }

    private static Speaker speaker(JsonNode read) {
        return new Speaker(
                read.path("name").asString(""),
                read.path("office").asString(""),
                day(read.path("consentOn").asString("")),
                read.path("consentIn").asString(""));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
