package land.starkeorte.fees;

import land.starkeorte.applications.Candidate;
import land.starkeorte.forms.Fields;
import land.starkeorte.forms.LeitwegId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom an invoice is addressed to, frozen when it gets its number.
 *
 * @param leitwegId where the administration's inbox sends it on (BT-10); absent where there is none
 * @param contact who is asked about it, and {@code mail} that person's address
 */
record Buyer(
        String name,
        String street,
        String postcode,
        String city,
        @Nullable String leitwegId,
        String contact,
        String mail) {
    /** As the office mends it. */
    static void read(Fields form) {
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

    static Buyer of(JsonNode typed) {
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

    /** As the office says, else as the application says. */
    static Buyer of(Fee fee, Candidate candidate) {
        Buyer mended = fee.buyer();
        if (mended != null) {
            return mended;
        }
        JsonNode invoice = candidate.answers().path("invoice");
        JsonNode contact = candidate.answers().at("/contacts/0");
        String leitwegId = invoice.path("leitwegId").asString("");
        return new Buyer(
                invoice.path("recipient").asString(""),
                invoice.path("street").asString(""),
                invoice.path("postcode").asString(""),
                invoice.path("city").asString(""),
                leitwegId.isEmpty() ? null : leitwegId,
                contact.path("name").asString(""),
                contact.path("mail").asString(""));
    }
}
