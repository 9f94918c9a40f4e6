package land.starkeorte.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as RFC 9457 describes it. Title and detail are German: people read them. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** RFC 9457, section 3.1; {@code more} are its extension members. */
    private record Details(
            String type,
            String title,
            int status,
            String detail,
            @JsonUnwrapped @Nullable Record more) {}

    /** One error for each field that is to be mended. */
    private record Errors(List<FieldError> errors) {}

    private final transient Details details;

    private Problem(int status, String type, String title, String detail) {
        this(status, type, title, detail, null);
    }

    private Problem(int status, String type, String title, String detail, @Nullable Record more) {
        super(type, null, false, false);
        this.details = new Details("/probleme/#" + type, title, status, detail, more);
    }

    /** 400: not even the form of a request. */
    public static Problem malformed(String detail) {
        return new Problem(400, "anfrage", "Die Anfrage ist nicht lesbar", detail);
    }

    /** 401: the link is unknown, used or too old, or the session has ended; which of them is not told. */
    public static Problem linkInvalid() {
        return new Problem(
                401,
                "link",
                "Sie sind hier nicht mehr angemeldet",
                "Öffnen Sie den neuesten Link aus unseren E-Mails, oder lassen Sie sich einen neuen schicken.");
    }

    /** 401: nobody is signed in, or not any more. */
    public static Problem signedOut() {
        return new Problem(401, "anmeldung", "Bitte melden Sie sich neu an", "Ihre Anmeldung ist abgelaufen.");
    }

    /** 403: signed in, but without the right. */
    public static Problem forbidden() {
        return new Problem(
                403,
                "rechte",
                "Dafür fehlt Ihnen das Recht",
                "Melden Sie sich mit einem Konto an, das dieses Recht hat, oder schreiben Sie der Geschäftsstelle.");
    }

    /** 410, not 404: the distribution answers every 404 with the site's own page, whoever said it. */
    public static Problem notFound(String detail) {
        return new Problem(410, "nicht-gefunden", "Nicht gefunden", detail);
    }

    /** 409: the world moved on; {@code more} tells how. */
    public static Problem conflict(String type, String title, String detail, Record more) {
        return new Problem(409, type, title, detail, more);
    }

    /** 409: not as things stand; {@code detail} says what to do. */
    public static Problem conflict(String type, String title, String detail) {
        return new Problem(409, type, title, detail);
    }

    /** 409: not as things stand. */
    public static Problem refused(String detail) {
        return conflict("nicht-moeglich", "Das ist gerade nicht möglich", detail);
    }

    /** 409: somebody else has changed {@code what} since it was read. */
    public static Problem stale(String what) {
        return conflict(
                "inzwischen-geaendert",
                what + " hat sich inzwischen geändert",
                "Jemand anderes hat gespeichert. Lesen Sie den neuen Stand, dann speichern Sie noch einmal.");
    }

    /** 413: more than anybody types. */
    public static Problem tooLarge(int bytes) {
        return new Problem(
                413,
                "zu-gross",
                "Die Anfrage ist zu groß",
                "Erlaubt sind " + bytes / 1024 + " KB. Bitte kürzen Sie Ihre Angaben.");
    }

    /** 415. */
    public static Problem notJson() {
        return new Problem(415, "format", "Falsches Format", "Erwartet wird der Content-Type application/json.");
    }

    /** 422: understood, but not right; each error names its field. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                422,
                "angaben",
                "Bitte prüfen Sie Ihre Angaben",
                errors.size() == 1
                        ? "Eine Angabe fehlt oder stimmt nicht."
                        : errors.size() + " Angaben fehlen oder stimmen nicht.",
                new Errors(errors));
    }

    /** 422 for a single field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 422: no proof of work, or one that was used or has expired. */
    public static Problem proofMissing() {
        return invalid(
                "altcha", "Die Prüfung gegen Roboter ist abgelaufen. Bitte senden Sie das Formular noch einmal ab.");
    }

    /** 409: too many write the same thing at the same moment; nothing was written. */
    static Problem busy() {
        return conflict(
                "beschaeftigt",
                "Gerade schreiben mehrere Personen",
                "Bitte versuchen Sie es gleich noch einmal. Nichts ist verloren.");
    }

    /** 500: a bug or an outage, ours to repair. */
    static Problem ours() {
        return new Problem(
                500,
                "stoerung",
                "Das hat nicht geklappt",
                "Der Fehler liegt bei uns. Ihre Eingaben sind nicht verloren; bitte versuchen Sie es gleich noch einmal.");
    }

    Response response() {
        return new Response(details.status(), details);
    }
}
