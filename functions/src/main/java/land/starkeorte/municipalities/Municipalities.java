package land.starkeorte.municipalities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The official list (BKG 2017, GeoNutzV). Read line by line when a municipality is first asked for: keeping 11,084 records
 * would cost every start more than it saves, reading again for each line of a list would cost every request.
 */
public final class Municipalities {
    private static final String LIST = "/municipalities.csv";

    /** Those that were asked for; it grows by what is in the list and nothing else. */
    private static final Map<String, Municipality> FOUND = new ConcurrentHashMap<>();

    private Municipalities() {}

    /** The municipality with this key, if there is one. */
    public static Optional<Municipality> find(String ags) {
        return Optional.ofNullable(FOUND.computeIfAbsent(ags, Municipalities::read));
    }

    /**
     * Where a municipality lies, in degrees (WGS84).
     *
     * @param north latitude
     * @param east longitude
     */
    public record Place(double north, double east) {}

    /** Where it lies; nothing where the list does not say. */
    public static Optional<Place> place(String ags) {
        return line(ags)
                .filter(columns -> !columns[4].isEmpty() && !columns[5].isEmpty())
                .map(columns -> new Place(Double.parseDouble(columns[4]), Double.parseDouble(columns[5])));
    }

    private static @Nullable Municipality read(String ags) {
        return line(ags)
                .map(columns -> new Municipality(columns[0], columns[1]))
                .orElse(null);
    }

    private static Optional<String[]> line(String ags) {
        String key = ags + ";";
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Municipalities.class.getResourceAsStream(LIST), LIST), UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.split(";", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
