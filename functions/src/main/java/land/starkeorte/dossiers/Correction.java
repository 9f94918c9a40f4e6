package land.starkeorte.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import land.starkeorte.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What staff asked to be mended; what was changed then is {@link AppliedCorrection}.
 *
 * @param fields paths into the answers, of {@link #POSSIBLE}; each stands for everything beneath it
 * @param askedBy the person's id, no name
 * @param returnTo where the dossier goes when it is answered
 */
public record Correction(
        int number,
        List<String> fields,
        String reason,
        Instant askedAt,
        String askedBy,
        DossierState returnTo,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {
    /** Nobody needs more; what is still open then is talked about. */
    public static final int MOST = 20;

    /** Everything but the municipality itself (another one is another application) and the consents. */
    public static final Set<String> POSSIBLE = new TreeSet<>(List.of(
            "attitude",
            "contacts",
            "expectations",
            "experience",
            "invoice.city",
            "invoice.format",
            "invoice.leitwegId",
            "invoice.postcode",
            "invoice.recipient",
            "invoice.street",
            "motivation",
            "municipality.population",
            "projects",
            "time"));

    /** The answers with just the named fields taken from {@code typed}. */
    public ObjectNode applied(ObjectNode answers, JsonNode typed) {
        ObjectNode mended = answers.deepCopy();
        for (String field : fields) {
            String[] names = field.split("\\.", 2);
            JsonNode value = typed.at("/" + field.replace('.', '/'));
            ObjectNode place = names.length == 1 ? mended : mended.withObject("/" + names[0]);
            String last = names[names.length - 1];
            if (value.isMissingNode() || value.isNull()) {
                place.remove(last);
            } else {
                place.set(last, value.deepCopy());
            }
        }
        return mended;
    }

    public Correction answered(String who, Instant now) {
        return new Correction(number, fields, reason, askedAt, askedBy, returnTo, now, who);
    }

    public AppliedCorrection mended(ObjectNode before, ObjectNode after) {
        return new AppliedCorrection(number, named(before), named(after));
    }

    private ObjectNode named(ObjectNode answers) {
        ObjectNode named = Json.MAPPER.createObjectNode();
        for (String field : fields) {
            JsonNode value = answers.at("/" + field.replace('.', '/'));
            if (!value.isMissingNode()) {
                named.set(field, value);
            }
        }
        return named;
    }
}
