package land.starkeorte.backoffice;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.SearchTerms;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The office's view of all dossiers that were sent, over the indexes of the applications table ({@link DossierItems}). No view
 * reads more than its page, however many dossiers there are.
 */
final class DossierBoard {
    /** How many hits of a search are looked at for one page, so that a rare second word does not read on for ever. */
    private static final int MOST_LOOKED_AT = 200;

    /** How many words that begin or end as a mistyped one are compared with it. */
    private static final int MOST_COMPARED = 500;

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

    /** Dossiers in which every one of these words begins some word, in the order of the first word. */
    Page search(Set<String> words, Query query) {
        String first = longest(words);
        var found = new LinkedHashMap<String, DossierListItem>();
        String place = query.after();
        int looked = 0;
        while (true) {
            List<String> places = hits(first, place, query.most());
            Map<String, Found> candidates =
                    found(places.stream().map(DossierBoard::id).distinct().toList());
            for (String hit : places) {
                Found summary = candidates.get(id(hit));
                place = hit;
                if (summary != null
                        && query.states().contains(summary.line().state())
                        && words.stream().allMatch(summary.text()::contains)) {
                    found.put(summary.line().id(), summary.line());
                }
                if (found.size() == query.most()) {
                    return new Page(List.copyOf(found.values()), place);
                }
            }
            looked += places.size();
            if (places.size() < query.most()) {
                return new Page(List.copyOf(found.values()), null);
            }
            if (looked >= MOST_LOOKED_AT) {
                return new Page(List.copyOf(found.values()), place);
            }
        }
    }

    private record Hit(String sk) {}

    private List<String> hits(String word, @Nullable String after, int most) {
        if (after != null && !after.startsWith(word)) {
            // The page before was of another search.
            return List.of();
        }
        // Everything that begins with the word: up to the highest character.
        String from = after == null ? word : after + '\u0000';
        return table.first(DossierItems.bucket(word), from, word + '\uFFFF', most, Hit.class).stream()
                .map(Hit::sk)
                .toList();
    }

    /**
     * Dossiers in which every one of these words begins some word, but for one typing error in each; no more than a page, and
     * no more is read for a word that many have.
     */
    List<DossierListItem> near(Set<String> words, Query query) {
        String first = longest(words);
        if (first.length() < SearchTerms.FORGIVING) {
            return List.of();
        }
        // Wherever the error is, letters exchanged in the middle among them: the one or the other is as it should be.
        int middle = (first.length() + 1) / 2;
        List<String> ids = Stream.of(first.substring(0, middle - 1), SearchTerms.mirrored(first.substring(middle)))
                .flatMap(end -> hits(end, null, MOST_COMPARED).stream())
                .filter(hit -> SearchTerms.near(first, SearchTerms.read(hit.substring(0, hit.lastIndexOf('#')))))
                .map(DossierBoard::id)
                .distinct()
                .limit(query.most())
                .toList();
        var found = found(ids);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(summary -> query.states().contains(summary.line().state()))
                .filter(summary -> {
                    Set<String> its = SearchTerms.in(summary.text());
                    return words.stream().allMatch(word -> its.stream().anyMatch(one -> SearchTerms.near(word, one)));
                })
                .map(Found::line)
                .toList();
    }

    private static String longest(Set<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    /** A row of a word ends with the dossier. */
    private static String id(String hit) {
        return hit.substring(hit.lastIndexOf('#') + 1);
    }

    /**
     * A dossier that a word has found, and all that is searched in it.
     *
     * @param text folded
     */
    private record Found(DossierListItem line, String text) {
        static Found of(DossierListItem line, ObjectNode answers) {
            return new Found(
                    line,
                    GermanFormat.folded(String.join(
                            " ",
                            line.municipality(),
                            line.ags(),
                            line.reference().replace("-", ""),
                            SearchTerms.people(answers))));
        }
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
    private record Summary(@Nullable DossierListItem line, ObjectNode answers) {}

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

    private Map<String, Found> found(List<String> ids) {
        var found = new HashMap<String, Found>();
        summaries(ids).forEach((id, summary) -> {
            DossierListItem line = summary.line();
            if (line != null) {
                found.put(id, Found.of(line, summary.answers()));
            }
        });
        return found;
    }

    private Map<String, Summary> summaries(Collection<String> ids) {
        return table.each(ids, DossierItems.DOSSIER, Summary.class);
    }

    private static <T> List<T> inOrder(List<String> ids, Map<String, T> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
