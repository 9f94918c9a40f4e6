package land.starkeorte.applications;

import java.util.List;
import java.util.Optional;
import land.starkeorte.dossiers.ApplicationCopy;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/** The papers of what was sent, and those still to be printed; in the applications table. */
final class ApplicationCopies {
    private final Table table;
    private final DossierItems items;

    ApplicationCopies(Table table) {
        this.table = table;
        this.items = new DossierItems(table);
    }

    Optional<ApplicationCopy> find(String dossier, int number) {
        return table.find(dossier, DossierItems.copy(number), ApplicationCopy.class);
    }

    /** Of this dossier, in the order in which they were sent. */
    List<ApplicationCopy> unprinted(String dossier) {
        return table.all(dossier, "copy#", ApplicationCopy.class).stream()
                .filter(copy -> copy.paper() == null)
                .toList();
    }

    /** Of which dossier something waits. */
    private record Waiting(String pk) {}

    /** Dossiers with something to print, whoever has waited longest first. */
    List<String> waiting(int most) {
        return table.first(Index.WAITING, "copy", "0", "9", most, Waiting.class).stream()
                .map(Waiting::pk)
                .distinct()
                .toList();
    }

    /** It is printed; nothing where another run was faster. */
    Transaction printed(ApplicationCopy copy) {
        return Transaction.of(items.copy(copy));
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}
