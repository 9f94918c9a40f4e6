package land.starkeorte.upkeep;

import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * What everybody is told, in the registrations' table; its stream tells of it. Index: mailings under way.
 *
 * <pre>
 * pk       sk            what
 * (event)  mailing#(id)  something that all who come are told
 * </pre>
 */
final class Mailings {
    private final Table table;

    Mailings(Table table) {
        this.table = table;
    }

    Optional<BulkMail> find(String event, String id) {
        return table.find(event, "mailing#" + id, BulkMail.class);
    }

    Transaction put(BulkMail bulkMail) {
        String key = "mailing#" + bulkMail.id();
        return Transaction.of(
                bulkMail.done()
                        ? table.save(bulkMail.event(), key, bulkMail)
                        : table.save(bulkMail.event(), key, bulkMail, Index.waiting("mailing", bulkMail.event())));
    }

    /** Those of an event that are under way; read from the table, because the stream is quicker than the index. */
    List<BulkMail> underWay(String event) {
        return of(event).stream().filter(bulkMail -> !bulkMail.done()).toList();
    }

    /** Those that have ended, too. */
    List<BulkMail> of(String event) {
        return table.all(event, "mailing#", BulkMail.class);
    }

    /** Events of which people are still to be told something. */
    List<String> events(int most) {
        return table.first(Index.WAITING, "mailing", " ", "~", most, BulkMail.class).stream()
                .map(BulkMail::event)
                .distinct()
                .toList();
    }
}
