package land.starkeorte.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import org.jspecify.annotations.Nullable;

/** The office's view of all dossiers that were sent. No view reads more than its page, however many dossiers there are. */
interface DossierBoard {
    /** By what the list is sorted. */
    enum Order {
        SUBMITTED,
        CHANGED,
        MUNICIPALITY
    }

    /**
     * What is asked for.
     *
     * @param after where the page before ended
     */
    record Query(
            Set<DossierState> states,
            Order order,
            boolean ascending,
            @Nullable String after,
            int most) {}

    /**
     * What is shown at once.
     *
     * @param next where the next page begins; absent on the last
     */
    record Page(List<DossierListItem> lines, @Nullable String next) {}

    Page list(Query query);

    /** Dossiers in which every one of these words begins some word, in the order of the first word. */
    Page search(Set<String> words, Query query);

    /**
     * Dossiers in which every one of these words begins some word, but for one typing error in each; no more than a page, and
     * no more is read for a word that many have.
     */
    List<DossierListItem> near(Set<String> words, Query query);

    /** How many dossiers stand where. */
    Map<DossierState, Long> counts();

    /** The same dossiers wholly, however many. */
    List<Dossier> dossiers(List<String> ids);

    /** Lines of these dossiers, as far as they exist, in this order. */
    List<DossierListItem> lines(List<String> ids);
}
