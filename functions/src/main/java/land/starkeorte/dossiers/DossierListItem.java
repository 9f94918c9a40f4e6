package land.starkeorte.dossiers;

import java.time.Instant;
import java.util.Objects;
import land.starkeorte.messages.Author;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dossier in one line of the office's list: what the indexes carry, so that a page of the list reads nothing else.
 *
 * @param contact the first contact's name, and {@code mail} that person's address
 * @param unread whether the municipality wrote something that nobody of the office has read
 * @param owner who of the office is responsible
 */
public record DossierListItem(
        String id,
        DossierState state,
        String reference,
        String municipality,
        String ags,
        String land,
        long population,
        String contact,
        String mail,
        Instant submittedAt,
        Instant changedAt,
        boolean unread,
        @Nullable String owner) {
    static DossierListItem of(Dossier dossier) {
        Municipality municipality = dossier.municipality();
        JsonNode contact = dossier.answers().path("contacts").path(0);
        return new DossierListItem(
                dossier.id(),
                dossier.state(),
                Dossier.readable(Objects.requireNonNull(dossier.reference())),
                municipality.label(),
                municipality.ags(),
                municipality.land(),
                dossier.answers().path("municipality").path("population").asLong(0),
                contact.path("name").asString(""),
                contact.path("mail").asString(""),
                Objects.requireNonNull(dossier.submittedAt()),
                dossier.changedAt(),
                dossier.conversation().isUnread(Author.STAFF),
                dossier.owner());
    }
}
