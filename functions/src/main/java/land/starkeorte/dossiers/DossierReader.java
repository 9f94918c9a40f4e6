package land.starkeorte.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may open which dossier. */
public interface DossierReader {
    /** What is stored now, never an older state; nothing for a draft that has expired. */
    Optional<Dossier> find(String id, Instant now);

    /** Ids of the dossiers that this person may open. */
    List<String> openTo(String official);
}
