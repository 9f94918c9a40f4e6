package land.starkeorte.backoffice;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The office's view of all dossiers that were sent, over the indexes of the applications table ({@link DossierItems}). No view
 * reads more than its page, however many dossiers there are.
 */
final class DossierBoard {
    private final Table table;

    DossierBoard(Table table) {
        this.table = table;
    }

    /** By what the list is sorted. */
    enum Order {
        SUBMITTED("bySubmitted"),
        CHANGED("byChanged"),
        MUNICIPALITY("byMunicipality");

        private final String index;

        Order(String index) {
            this.index = index;
        }

        private Index index() {
            return new Index(index, "board", index);
        }

        private String place(Listed listed) {
            return Objects.requireNonNull(
                    switch (this) {
                        case SUBMITTED -> listed.bySubmitted();
                        case CHANGED -> listed.byChanged();
                        case MUNICIPALITY -> listed.byMunicipality();
                    });
        }
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

    /** A line in an index, and its place there; the places in the others are absent. */
    private record Listed(
            DossierListItem line,
            @Nullable String bySubmitted,
            @Nullable String byChanged,
            @Nullable String byMunicipality) {}

    /** Each state has its own order in the index: a page is what the states' next lines are, merged. */
    Page list(Query query) {
        Comparator<Listed> byPlace = Comparator.comparing(query.order()::place);
        List<Listed> found = query.states().stream()
                .flatMap(state -> inState(state, query))
                .sorted(query.ascending() ? byPlace : byPlace.reversed())
                .limit(query.most() + 1L)
                .toList();
        List<Listed> shown = found.subList(0, Math.min(query.most(), found.size()));
        String next = found.size() > query.most() ? query.order().place(shown.getLast()) : null;
        return new Page(shown.stream().map(Listed::line).toList(), next);
    }

    /** One more than is shown, and one that is where the page before ended. */
    private Stream<Listed> inState(DossierState state, Query query) {
        Index index = query.order().index();
        String after = query.after();
        int most = query.most() + 2;
        var found = query.ascending()
                ? table.first(index, state.name(), after == null ? " " : after, "\uFFFF", most, Listed.class)
                : table.last(index, state.name(), " ", after == null ? "\uFFFF" : after, most, Listed.class);
        return found.stream()
                .filter(listed -> !query.order().place(listed).equals(after))
                .limit(query.most() + 1L);
    }

    /** How many dossiers stand in a state. */
    private record Counted(String sk, long dossiers) {}

    /** How many dossiers stand where. */
    Map<DossierState, Long> counts() {
        var counts = new EnumMap<DossierState, Long>(DossierState.class);
        DossierState.SENT.forEach(state -> counts.put(state, 0L));
        table.all(DossierItems.COUNTS, Counted.class)
                .forEach(counted -> counts.put(DossierState.valueOf(counted.sk()), counted.dossiers()));
        return counts;
    }

    /** What is read of a dossier for its line; absent as long as it was not sent. */
    record Summary(@Nullable DossierListItem line, ObjectNode answers) {}

    /** Lines of these dossiers, as far as they exist, in this order. */
    List<DossierListItem> lines(List<String> ids) {
        return inOrder(ids, summaries(ids)).stream()
                .map(Summary::line)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same dossiers wholly, however many. */
    List<Dossier> dossiers(List<String> ids) {
        return inOrder(ids, table.each(ids, DossierItems.DOSSIER, Dossier.class)).stream()
                .filter(dossier -> dossier.state() != DossierState.DRAFT)
                .toList();
    }

    /** What is read of these dossiers, as far as they exist. */
    Map<String, Summary> summaries(Collection<String> ids) {
        return table.each(ids, DossierItems.DOSSIER, Summary.class);
    }

    private static <T> List<T> inOrder(List<String> ids, Map<String, T> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
