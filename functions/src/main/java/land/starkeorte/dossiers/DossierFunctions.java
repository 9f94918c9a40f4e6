package land.starkeorte.dossiers;

import java.time.Clock;
import land.starkeorte.access.Sessions;
import land.starkeorte.store.Table;

/** Puts together what this feature offers to the others and to the platform. */
public final class DossierFunctions {
    private DossierFunctions() {}

    /** Who lets officials into their dossiers. */
    public static DossierAccess access(Table table, Sessions sessions, Clock clock) {
        return new DossierAccess(new DossierReader(table), sessions, clock);
    }
}
