package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Lets other features write into a dossier's history and open tasks, in their own transactions. */
public final class DynamoChronicle {
    private final Access dossiers;
    private final DynamoDossierItems items;
    private final Clock clock;

    /** Over the applications table. */
    public DynamoChronicle(DynamoDbClient dynamoDb, String table, Clock clock) {
        this.dossiers = new DynamoAccess(dynamoDb, table);
        this.items = new DynamoDossierItems(table);
        this.clock = clock;
    }

    /**
     * Belongs into the transaction of what happened; its conditions fail where somebody else wrote into the dossier
     * meanwhile, then ask again.
     *
     * @param who an official's key, or {@code system}
     * @param what German, no personal data
     */
    public List<TransactWriteItem> note(String dossier, String who, String what) {
        Instant now = clock.instant();
        return dossiers.find(dossier, now).stream()
                .flatMap(before -> items.change(before, before.noted(who, what, now)).stream())
                .map(DynamoDossierItems.Write::item)
                .toList();
    }

    /** The same, and the office gets a task, once for each {@code cause}. */
    public List<TransactWriteItem> noteAndTask(
            String dossier, String who, String what, String kind, String cause, String text) {
        Instant now = clock.instant();
        Optional<TransactWriteItem> task = dossiers.find(dossier, now)
                .map(found -> items.row(
                        dossier,
                        Task.byItself(kind, cause, dossier, found.municipality().label(), text, 3, now)));
        return Stream.concat(note(dossier, who, what).stream(), task.stream()).toList();
    }
}
