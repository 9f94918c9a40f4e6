package land.starkeorte.applications;

import java.time.Instant;
import java.util.Optional;
import land.starkeorte.http.Once;

/** The store. Each write is one transaction: all of it, or nothing. */
interface Dossiers extends Access {
    /** What this key was answered, as long as it is kept. */
    Optional<Once.Answer> answered(Once once, Instant now);

    /** Writes over exactly the version that {@code before} is; claims the municipality when it is sent, frees it when withdrawn. */
    Outcome change(Dossier before, Dossier after, Additions additions, Instant now);

    /** Everything else in the dossier. */
    Contents contents(String id);
}
