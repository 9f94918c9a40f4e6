package land.starkeorte.backoffice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.SearchTerms;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds dossiers that were sent by the words in them, which stand in rows of their own ({@link DossierItems}). */
final class DossierSearch {
    /** How many hits of a search are looked at for one page, so that a rare second word does not read on for ever. */
    private static final int MOST_LOOKED_AT = 200;

    /** How many words that begin or end as a mistyped one are compared with it. */
    private static final int MOST_COMPARED = 500;

    private final Table table;
    private final DossierBoard board;

    DossierSearch(Table table, DossierBoard board) {
        this.table = table;
        this.board = board;
    }

    /** Dossiers in which every one of these words begins some word, in the order of the first word. */
    DossierBoard.Page search(Set<String> words, DossierBoard.Query query) {
        String first = longest(words);
        var found = new LinkedHashMap<String, DossierListItem>();
        String place = query.after();
        int looked = 0;
        while (true) {
            List<String> places = hits(first, place, query.most());
            Map<String, Found> candidates =
                    found(places.stream().map(DossierSearch::id).distinct().toList());
            for (String hit : places) {
                Found summary = candidates.get(id(hit));
                place = hit;
                if (summary != null
                        && query.states().contains(summary.line().state())
                        && words.stream().allMatch(summary.text()::contains)) {
                    found.put(summary.line().id(), summary.line());
                }
                if (found.size() == query.most()) {
                    return new DossierBoard.Page(List.copyOf(found.values()), place);
                }
            }
            looked += places.size();
            if (places.size() < query.most()) {
                return new DossierBoard.Page(List.copyOf(found.values()), null);
            }
            if (looked >= MOST_LOOKED_AT) {
                return new DossierBoard.Page(List.copyOf(found.values()), place);
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
    List<DossierListItem> near(Set<String> words, DossierBoard.Query query) {
        String first = longest(words);
        if (first.length() < SearchTerms.FORGIVING) {
            return List.of();
        }
        // Wherever the error is, letters exchanged in the middle among them: the one or the other is as it should be.
        int middle = (first.length() + 1) / 2;
        List<String> ids = Stream.of(first.substring(0, middle - 1), SearchTerms.mirrored(first.substring(middle)))
                .flatMap(end -> hits(end, null, MOST_COMPARED).stream())
                .filter(hit -> SearchTerms.near(first, SearchTerms.read(hit.substring(0, hit.lastIndexOf('#')))))
                .map(DossierSearch::id)
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

    private Map<String, Found> found(List<String> ids) {
        var found = new HashMap<String, Found>();
        board.summaries(ids).forEach((id, summary) -> {
            DossierListItem line = summary.line();
            if (line != null) {
                found.put(id, Found.of(line, summary.answers()));
            }
        });
        return found;
    }
}
