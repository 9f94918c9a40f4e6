package land.starkeorte.municipalities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The official list (Zensus 2022; places of BKG 2017 and GeoNames), and those that a list before it held. Kept as text and
 * looked up in it: making 10,784 records of it would cost every start more than they save.
 */
public final class Municipalities {
    /** Those that were asked for; it grows by what is in the lists and nothing else. */
    private static final Map<String, Municipality> FOUND = new ConcurrentHashMap<>();

    private Municipalities() {}

    /** Read when the first municipality is asked for. */
    private static final class Present {
        /** {@code ags;name;bez;kreis;land;lat;lon;pop}, a line each. */
        static final String LIST = read("/municipalities.csv");
    }

    /** Read when one is asked for that is in no list of today. */
    private static final class Former {
        /** {@code ags;name;lat;lon}, a line each. */
        static final String LIST = read("/former-municipalities.csv");
    }

    /** The municipality with this key, if there is one today. */
    public static Optional<Municipality> find(String ags) {
        return Optional.ofNullable(FOUND.computeIfAbsent(ags, Municipalities::present));
    }

    /**
     * What to call the municipality of a key that was stored once. Municipalities merge and get new keys; what was written
     * about them stays readable.
     */
    public static Municipality named(String ags) {
        return find(ags).or(() -> former(ags)).orElseGet(() -> new Municipality(ags, "Kommune " + ags, "", ""));
    }

    /**
     * Where a municipality lies, in degrees (WGS84).
     *
     * @param north latitude
     * @param east longitude
     */
    public record Place(double north, double east) {}

    /** Where it lies, or lay; nothing where the lists do not say. */
    public static Optional<Place> place(String ags) {
        return line(Present.LIST, ags)
                .map(columns -> new Place(Double.parseDouble(columns[5]), Double.parseDouble(columns[6])))
                .or(() -> line(Former.LIST, ags)
                        .filter(columns -> !columns[2].isEmpty())
                        .map(columns -> new Place(Double.parseDouble(columns[2]), Double.parseDouble(columns[3]))));
    }

    private static @Nullable Municipality present(String ags) {
        return line(Present.LIST, ags)
                .map(columns -> new Municipality(
                        ags, columns[1], columns[3], hasTwin(columns[1], columns[3], columns[4]) ? "AGS " + ags : ""))
                .orElse(null);
    }

    private static Optional<Municipality> former(String ags) {
        return line(Former.LIST, ags).map(columns -> new Municipality(ags, columns[1], "", "früher AGS " + ags));
    }

    /** Whether another one has the same name in the same Kreis. */
    private static boolean hasTwin(String name, String district, String land) {
        String list = Present.LIST;
        String column = ";" + name + ";";
        String inThere = ";" + district + ";" + land + ";";
        int many = 0;
        for (int at = list.indexOf(column); at >= 0; at = list.indexOf(column, at + 1)) {
            int kind = list.indexOf(';', at + column.length());
            many += list.startsWith(inThere, kind) ? 1 : 0;
        }
        return many > 1;
    }

    private static Optional<String[]> line(String list, String ags) {
        int at = ags.matches("[0-9]{8}") ? list.indexOf("\n" + ags + ";") : -1;
        return at < 0
                ? Optional.empty()
                : Optional.of(list.substring(at + 1, list.indexOf('\n', at + 1)).split(";", -1));
    }

    private static String read(String list) {
        try (InputStream lines = Objects.requireNonNull(Municipalities.class.getResourceAsStream(list), list)) {
            return new String(lines.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
