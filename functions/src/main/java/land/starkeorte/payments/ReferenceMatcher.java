package land.starkeorte.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import land.starkeorte.fees.Fees;

/** Finds references and invoice numbers in what payers write, however banks cut, space and spell it. */
final class ReferenceMatcher {
    /** Letters, then a number that is counted up: an invoice's. */
    private static final Pattern COUNTED = Pattern.compile("[A-Z]+\\d+");

    private final Map<String, String> dossiers = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();

    ReferenceMatcher(Collection<Fees.Code> known) {
        known.forEach(code -> {
            dossiers.put(code.code(), code.dossier());
            lengths.add(code.code().length());
        });
    }

    /** Whose fees are meant, in the order in which they are named. */
    List<String> in(Collection<String> texts) {
        var found = new LinkedHashSet<String>();
        for (String text : texts) {
            String written = text.toUpperCase(Locale.ROOT);
            String bare = Fees.Code.bare(text);
            int[] places = places(written, bare.length());
            for (int length : lengths) {
                for (int from = 0; from + length <= bare.length(); from++) {
                    String code = bare.substring(from, from + length);
                    String dossier = dossiers.get(code);
                    if (dossier != null
                            && !(COUNTED.matcher(code).matches() && goesOn(written, places[from + length - 1]))) {
                        found.add(dossier);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where in what was written each sign of what is left of it stands. */
    private static int[] places(String written, int count) {
        int[] places = new int[count];
        int found = 0;
        for (int at = 0; at < written.length(); at++) {
            if (Fees.Code.isKept(written.charAt(at))) {
                places[found++] = at;
            }
        }
        return places;
    }

    /** One digit more is another number. */
    private static boolean goesOn(String written, int last) {
        return last + 1 < written.length() && Character.isDigit(written.charAt(last + 1));
    }
}
