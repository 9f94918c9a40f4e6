package land.starkeorte.fees;

import land.starkeorte.applications.Candidate;
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
    static Buyer of(Candidate candidate) {
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
