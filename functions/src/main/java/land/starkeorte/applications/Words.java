package land.starkeorte.applications;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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
        words.add(plain(line.reference().replace("-", "")));
        dossier.answers()
                .path("contacts")
                .forEach(contact -> words.addAll(in(contact.path("name").asString("")
                        + " "
                        + contact.path("mail").asString("").replace('@', ' '))));
        return words.stream().limit(MOST).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** What somebody searches for; a reference may be typed with or without its hyphen. */
    static Set<String> searched(String typed) {
        String text = plain(typed).strip();
        return in(text.matches("[a-z0-9]{4}-[a-z0-9]{0,4}") ? text.replace("-", "") : text);
    }

    private static Set<String> in(String text) {
        return Arrays.stream(plain(text).split("[^\\p{L}\\p{N}.]+", -1))
                .filter(word -> word.length() >= SHORTEST)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** Lower case, without accents, ß as ss: as people type. */
    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss");
    }
}
