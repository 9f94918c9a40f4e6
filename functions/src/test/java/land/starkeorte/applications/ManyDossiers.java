package land.starkeorte.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;
import tools.jackson.databind.node.ObjectNode;

/** Many dossiers that were sent, written as the store writes them. */
public final class ManyDossiers {
    private static final List<String> AGS = List.of(
            "03159016",
            "12073008",
            "12062224",
            "14521410",
            "09479129",
            "09479135",
            "09471154",
            "01001000",
            "05111000",
            "06412000");

    private final ApiDriver api;

    public ManyDossiers(ApiDriver api) {
        this.api = api;
    }

    /** Under names that the search finds by "ort"; municipalities repeat, so nobody claims one. */
    public void seed(int many) {
        var items = new DossierItems(api.tables.reach("ApplicationsTable"));
        Instant now = api.clock.instant();
        for (int i = 0; i < many; i++) {
            ObjectNode form = Forms.complete();
            ((ObjectNode) form.at("/contacts/0")).put("name", "Ort Nummer " + i);
            ((ObjectNode) form.at("/municipality")).put("ags", AGS.get(i % AGS.size()));
            Dossier draft = Dossier.start(Secrets.id(), form, now.plus(Duration.ofMinutes(i)));
            Dossier sent = draft.submitted(
                    Secrets.reference(),
                    draft.team().starter(),
                    DossierStatus.day(now),
                    now.plus(Duration.ofMinutes(i)));
            var writes = items.change(draft, sent).writes().stream()
                    .filter(write -> !write.key().pk().startsWith("ags#"))
                    .toList();
            var store = api.tables.store();
            if (!store.write(items.begin(draft)) || !store.write(Transaction.of(writes.toArray(Write[]::new)))) {
                throw new IllegalStateException("Not written");
            }
        }
    }
}
