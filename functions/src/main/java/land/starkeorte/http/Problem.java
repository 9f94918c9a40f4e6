package land.starkeorte.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal as RFC 9457 describes it. Title and detail are German: people read them. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, Object> body;

    private Problem(int status, String type, String title, String detail, Map<String, ?> more) {
        super(type, null, false, false);
        this.status = status;
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "/probleme/#" + type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.putAll(more);
        this.body = members;
    }

    /** 400: not even the form of a request. */
    public static Problem malformed(String detail) {
        return new Problem(400, "anfrage", "Die Anfrage ist nicht lesbar", detail, Map.of());
    }

    /** 401: the link is unknown, used or too old, or the session has ended; which of them is not told. */
    public static Problem linkInvalid() {
        return new Problem(
                401,
                "link",
                "Sie sind hier nicht mehr angemeldet",
                "Öffnen Sie den neuesten Link aus unseren E-Mails, oder lassen Sie sich einen neuen schicken.",
                Map.of());
    }

    /** 401: nobody is signed in, or not any more. */
    public static Problem signedOut() {
        return new Problem(
                401, "anmeldung", "Bitte melden Sie sich neu an", "Ihre Anmeldung ist abgelaufen.", Map.of());
    }

    /** 403: signed in, but without the right. */
    public static Problem forbidden() {
        return new Problem(
                403,
                "rechte",
                "Dafür fehlt Ihnen das Recht",
                "Melden Sie sich mit einem Konto an, das dieses Recht hat, oder schreiben Sie der Geschäftsstelle.",
                Map.of());
    }

    /** 410, not 404: the distribution answers every 404 with the site's own page, whoever said it. */
    public static Problem notFound(String detail) {
        return new Problem(410, "nicht-gefunden", "Nicht gefunden", detail, Map.of());
    }

    /** 409: the world moved on; {@code more} tells how. */
    public static Problem conflict(String type, String title, String detail, Map<String, ?> more) {
        return new Problem(409, type, title, detail, more);
    }

    /** 409: not as things stand. */
    public static Problem refused(String detail) {
        return conflict("nicht-moeglich", "Das ist gerade nicht möglich", detail, Map.of());
    }

    /** 409: somebody else has changed {@code what} since it was read. */
    public static Problem stale(String what) {
        return conflict(
                "inzwischen-geaendert",
                what + " hat sich inzwischen geändert",
                "Jemand anderes hat gespeichert. Lesen Sie den neuen Stand, dann speichern Sie noch einmal.",
                Map.of());
    }

    /** 413: more than anybody types. */
    public static Problem tooLarge(int bytes) {
        return new Problem(
                413,
                "zu-gross",
                "Die Anfrage ist zu groß",
                "Erlaubt sind " + bytes / 1024 + " KB. Bitte kürzen Sie Ihre Angaben.",
                Map.of());
    }

    /** 415. */
    public static Problem notJson() {
        return new Problem(
                415, "format", "Falsches Format", "Erwartet wird der Content-Type application/json.", Map.of());
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
                Map.of("errors", errors.stream().map(FieldError::members).toList()));
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
                "Bitte versuchen Sie es gleich noch einmal. Nichts ist verloren.",
                Map.of());
    }

    /** 500: a bug or an outage, ours to repair. */
    static Problem ours() {
        return new Problem(
                500,
                "stoerung",
                "Das hat nicht geklappt",
                "Der Fehler liegt bei uns. Ihre Eingaben sind nicht verloren; bitte versuchen Sie es gleich noch einmal.",
                Map.of());
    }

    Response response() {
        return new Response(status, body);
    }
}
