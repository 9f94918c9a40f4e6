package land.starkeorte.fees;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds references and invoice numbers in what payers write, however banks cut, space and spell it. */
final class Codes {
    private final Map<String, String> dossiers = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();

    Codes(Collection<DynamoFees.Code> known) {
        known.forEach(code -> {
            dossiers.put(code.code(), code.dossier());
            lengths.add(code.code().length());
        });
    }

    /** Whose fees are meant, in the order in which they are named. */
    List<String> in(Collection<String> texts) {
        var found = new LinkedHashSet<String>();
        for (String text : texts) {
            String bare = DynamoFees.Code.bare(text);
            for (int length : lengths) {
                for (int from = 0; from + length <= bare.length(); from++) {
                    String dossier = dossiers.get(bare.substring(from, from + length));
                    if (dossier != null) {
                        found.add(dossier);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
