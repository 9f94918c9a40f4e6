package land.starkeorte.backoffice;

import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import tools.jackson.databind.JsonNode;

/** What stood on the screen of whoever changes something, so that nobody undoes what another did meanwhile. */
final class Seen {
    private Seen() {}

    /** What stood on the screen when somebody changed it. */
    static JsonNode of(Request request) {
        JsonNode seen = request.json().path("seen");
        if (!seen.isObject()) {
            throw Problem.invalid("seen", "Laden Sie die Seite neu und ändern Sie es noch einmal.");
        }
        return seen;
    }

    private record Stored(Record stored) {}

    /** @param stored what is stored now, for whoever has to choose */
    static Problem meanwhile(String what, Record stored) {
        return Problem.conflict(
                "inzwischen-geaendert",
                what + " wurde inzwischen geändert",
                "Jemand anderes war schneller. Sehen Sie den neuen Stand an, dann ändern Sie es noch einmal.",
                new Stored(stored));
    }
}
