package land.starkeorte.dossiers;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import land.starkeorte.forms.GermanFormat;
import tools.jackson.databind.node.ObjectNode;

/** The words by which the office finds a dossier. */
public final class SearchTerms {
    /** One letter finds too much to be of use. */
    static final int SHORTEST = 2;

    /** In a shorter word one typing error makes another word. */
    public static final int FORGIVING = 5;

    /** As many rows as fit into the transaction that writes an application anew. */
    private static final int MOST = 40;

    /** No letter, so what is mirrored is never found by what somebody types. */
    private static final String MIRROR = "~";

    private SearchTerms() {}

    /**
     * Municipality, Land, key, reference, people; then the longer ones mirrored, as far as there is room: with one typing error
     * at least one end of a word is as it should be.
     */
    static Set<String> of(Dossier dossier) {
        if (dossier.state() == DossierState.DRAFT) {
            return Set.of();
        }
        DossierListItem line = DossierListItem.of(dossier);
        var words = new LinkedHashSet<>(in(line.municipality() + " " + line.ags()));
        words.add(GermanFormat.folded(line.reference().replace("-", "")));
        words.addAll(in(people(dossier.answers())));
        return Stream.concat(
                        words.stream(),
                        words.stream()
                                .filter(word -> word.length() >= FORGIVING)
                                .map(SearchTerms::mirrored))
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Names and addresses of all contacts. */
    public static String people(ObjectNode answers) {
        return answers.path("contacts")
                .valueStream()
                .map(contact -> contact.path("name").asString("") + " "
                        + contact.path("mail").asString("").replace('@', ' '))
                .collect(Collectors.joining(" "));
    }

    /** What somebody searches for; a reference may be typed with or without its hyphen. */
    public static Set<String> searched(String typed) {
        String text = GermanFormat.folded(typed).strip();
        return in(text.matches("[a-z0-9]{4}-[a-z0-9]{0,4}") ? text.replace("-", "") : text);
    }

    /** The words of a text, in its order. */
    public static Set<String> in(String text) {
        return Arrays.stream(GermanFormat.folded(text).split("[^\\p{L}\\p{N}.]+", -1))
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The end of a word, as the beginning of a row. */
    public static String mirrored(String word) {
        return MIRROR + new StringBuilder(word).reverse();
    }

    /** The word whose row this is. */
    public static String read(String row) {
        return row.startsWith(MIRROR)
                ? new StringBuilder(row.substring(MIRROR.length())).reverse().toString()
                : row;
    }

    /** Whether a word begins as it was typed, but for at most one letter too many, too few, wrong or exchanged with the next. */
    public static boolean near(String typed, String word) {
        if (typed.length() < FORGIVING) {
            return word.startsWith(typed);
        }
        int same = 0;
        while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        String left = typed.substring(same);
        String right = word.substring(same);
        if (left.length() <= 1) {
            return true;
        }
        boolean tooMany = right.startsWith(left.substring(1));
        boolean tooFewOrWrong = !right.isEmpty()
                && (right.substring(1).startsWith(left) || right.substring(1).startsWith(left.substring(1)));
        boolean exchanged = right.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && right.substring(2).startsWith(left.substring(2));
        return tooMany || tooFewOrWrong || exchanged;
    }
}
