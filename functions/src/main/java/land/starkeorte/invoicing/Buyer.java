package land.starkeorte.invoicing;

import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.LeitwegId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom an invoice is addressed to.
 *
 * @param leitwegId where the administration's inbox sends it on (BT-10); absent where there is none
 * @param contact who is asked about it, and {@code mail} that person's address
 */
public record Buyer(
        String name,
        String street,
        String postcode,
        String city,
        @Nullable String leitwegId,
        String contact,
        String mail) {
    /** As it is typed, with what to mend in it. */
    public static void read(FormReader form) {
        form.line("name", 200, "Geben Sie an, auf wen die Rechnung lautet.");
        form.line("street", 200, "Geben Sie Straße und Hausnummer an.");
        String postcode = form.line("postcode", 5, "Geben Sie die Postleitzahl an.");
        if (!postcode.isEmpty() && !postcode.matches("\\d{5}")) {
            form.refuse("postcode", "Eine Postleitzahl hat fünf Ziffern.");
        }
        form.line("city", 100, "Geben Sie den Ort an.");
        String leitwegId = form.optionalLine("leitwegId", 60);
        if (!leitwegId.isEmpty() && !LeitwegId.isValid(leitwegId)) {
            form.refuse("leitwegId", "Diese Leitweg-ID stimmt nicht; vergleichen Sie die Prüfziffern am Ende.");
        }
        form.line("contact", 200, "Geben Sie an, wer gefragt werden kann.");
        form.mail("mail", "Geben Sie dessen E-Mail-Adresse an.");
    }

    /** What {@link #read} has cleaned. */
    public static Buyer of(JsonNode typed) {
        String leitwegId = typed.path("leitwegId").asString("");
        return new Buyer(
                typed.path("name").asString(""),
                typed.path("street").asString(""),
                typed.path("postcode").asString(""),
                typed.path("city").asString(""),
                leitwegId.isEmpty() ? null : leitwegId,
                typed.path("contact").asString(""),
                typed.path("mail").asString(""));
    }

    /** As a form shows it: an empty field where there is no Leitweg-ID. */
    public record Typed(
            String name, String street, String postcode, String city, String leitwegId, String contact, String mail) {}

    /** As a form shows it. */
    public Typed typed() {
        return new Typed(name, street, postcode, city, leitwegId == null ? "" : leitwegId, contact, mail);
    }

    /** In one line. */
    public String words() {
        return String.join(", ", name, street, postcode + " " + city);
    }
}
