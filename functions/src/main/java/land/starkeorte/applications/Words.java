package land.starkeorte.applications;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import land.starkeorte.forms.German;

/** The words by which the office finds a dossier. */
final class Words {
    /** One letter finds too much to be of use. */
    static final int SHORTEST = 2;

    private static final int MOST = 40;

    private Words() {}

    /** Municipality, Land, key, reference, people. */
    static Set<String> of(Dossier dossier) {
        if (dossier.state() == State.DRAFT) {
            return Set.of();
        }
        Line line = Line.of(dossier);
        var words = new TreeSet<String>();
        words.addAll(in(line.municipality() + " " + line.ags()));
        words.add(German.folded(line.reference().replace("-", "")));
        dossier.answers()
                .path("contacts")
                .forEach(contact -> words.addAll(in(contact.path("name").asString("")
                        + " "
                        + contact.path("mail").asString("").replace('@', ' '))));
        return words.stream().limit(MOST).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** What somebody searches for; a reference may be typed with or without its hyphen. */
    static Set<String> searched(String typed) {
        String text = German.folded(typed).strip();
        return in(text.matches("[a-z0-9]{4}-[a-z0-9]{0,4}") ? text.replace("-", "") : text);
    }

    private static Set<String> in(String text) {
        return Arrays.stream(German.folded(text).split("[^\\p{L}\\p{N}.]+", -1))
                .filter(word -> word.length() >= SHORTEST)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
