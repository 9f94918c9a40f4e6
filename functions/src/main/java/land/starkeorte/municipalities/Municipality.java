package land.starkeorte.municipalities;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A German municipality.
 *
 * @param ags its official key, eight digits (Amtlicher Gemeindeschlüssel); the first two name the Land
 * @param district the Kreis it lies in, or its own name where it is one itself; empty where it is not known
 * @param distinction what tells it from one of the same name in the same Kreis; empty where that is not needed
 */
public record Municipality(String ags, String name, String district, String distinction) {
    private static final List<String> LAENDER = List.of(
            "Schleswig-Holstein",
            "Hamburg",
            "Niedersachsen",
            "Bremen",
            "Nordrhein-Westfalen",
            "Hessen",
            "Rheinland-Pfalz",
            "Baden-Württemberg",
            "Bayern",
            "Saarland",
            "Berlin",
            "Brandenburg",
            "Mecklenburg-Vorpommern",
            "Sachsen",
            "Sachsen-Anhalt",
            "Thüringen");

    /** The Land's name; empty for a key that belongs to none. */
    public String land() {
        return ags.matches("(0[1-9]|1[0-6]).*") ? LAENDER.get(Integer.parseInt(ags.substring(0, 2)) - 1) : "";
    }

    /** Name, Kreis and Land, because many names exist more than once; no two municipalities have the same. */
    public String label() {
        String where = Stream.of(district, land(), distinction)
                .filter(part -> !part.isEmpty() && !part.equals(name))
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? name : name + " (" + where + ")";
    }
}
