package land.starkeorte.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.DynamoDossierItems;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.DynamoItems;
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
        var items = new DynamoDossierItems(api.dynamo.table("ApplicationsTable"));
        Instant now = api.clock.instant();
        for (int i = 0; i < many; i++) {
            ObjectNode form = Forms.complete();
            ((ObjectNode) form.at("/contacts/0")).put("name", "Ort Nummer " + i);
            ((ObjectNode) form.at("/municipality")).put("ags", AGS.get(i % AGS.size()));
            Dossier draft = Dossier.start(Secrets.id(), form, now.plus(Duration.ofMinutes(i)));
            Dossier sent = draft.submitted(
                    Secrets.reference(), draft.starter(), DossierStatus.day(now), now.plus(Duration.ofMinutes(i)));
            var first = DynamoItems.item(draft.id(), "dossier", draft);
            api.dynamo
                    .client()
                    .putItem(put ->
                            put.tableName(api.dynamo.table("ApplicationsTable")).item(first));
            var writes = items.change(draft, sent).stream()
                    .map(DynamoDossierItems.Write::item)
                    .filter(item -> item.put() == null
                            || !item.put().item().get("pk").s().startsWith("ags#"))
                    .toList();
            api.dynamo.client().transactWriteItems(request -> request.transactItems(List.copyOf(writes)));
        }
    }
}
