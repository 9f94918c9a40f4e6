package land.starkeorte.applications;

import java.time.Instant;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.forms.FormReader;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.messages.Author;
import land.starkeorte.messages.MessageStatus;
import land.starkeorte.messages.NewestPage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is typed and asked for in a dossier's thread, by the municipality and by the office. */
public final class MessageForm {
    public static final int LONGEST = 3000;

    private MessageForm() {}

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

    /** What somebody writes. */
    public static String text(Request request) {
        return FormReader.read(
                        request.json(), true, form -> form.text("text", LONGEST, "Schreiben Sie ein paar Worte."))
                .path("text")
                .asString();
    }

    /** Up to when somebody has read. */
    public static Instant readUpTo(ObjectNode body) {
        try {
            return Instant.parse(body.path("upTo").asString(""));
        } catch (java.time.format.DateTimeParseException e) {
            throw Problem.malformed("Das Feld „upTo“ muss ein Zeitpunkt nach ISO 8601 sein.");
        }
    }
}
