package land.starkeorte.dossiers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.store.Table;

/** Dossiers, and who may open which; see {@link DossierItems} for the table. */
public class DossierReader {
    private final Table table;

    /** Over the applications table. */
    public DossierReader(Table table) {
        this.table = table;
    }

    /** What is stored now, never an older state; nothing for a draft that has expired. */
    public Optional<Dossier> find(String id, Instant now) {
        return table.find(id, DossierItems.DOSSIER, Dossier.class).filter(dossier -> !dossier.isExpired(now));
    }

    /** Many at once, by id, drafts that have expired among them; those that are not there are left out. */
    public Map<String, Dossier> find(Collection<String> ids) {
        return table.each(ids, DossierItems.DOSSIER, Dossier.class);
    }

    /** Which dossier a row is about. */
    private record Row(String sk) {}

    /** Ids of the dossiers that this person may open. */
    public List<String> openTo(String official) {
        return table.all(DossierItems.official(official), Row.class).stream()
                .map(Row::sk)
                .toList();
    }

    /** The dossier that this municipality has, or is a member by; nothing where it has neither. */
    public Optional<MunicipalityClaim> claim(String ags) {
        return table.find(DossierItems.municipality(ags), DossierItems.CLAIM, MunicipalityClaim.class);
    }
}
