package land.starkeorte.municipalities;

import java.util.List;

/**
 * A German municipality.
 *
 * @param ags its official key, eight digits (Amtlicher Gemeindeschlüssel); the first two name the Land
 */
public record Municipality(String ags, String name) {
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

    /** The Land's name. */
    public String land() {
        return LAENDER.get(Integer.parseInt(ags.substring(0, 2)) - 1);
    }

    /** Name and Land, because many names exist more than once. */
    public String label() {
        return name + " (" + land() + ")";
    }
}
