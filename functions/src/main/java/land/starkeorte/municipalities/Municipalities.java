package land.starkeorte.municipalities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The official list (BKG 2017, GeoNutzV). Read line by line when asked, because a question comes once in an application:
 * keeping 11,084 records would cost every start more than it saves.
 */
public final class Municipalities {
    private static final String LIST = "/municipalities.csv";

    private Municipalities() {}

    /** The municipality with this key, if there is one. */
    public static Optional<Municipality> find(String ags) {
        String key = ags + ";";
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Municipalities.class.getResourceAsStream(LIST), LIST), UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.split(";", -1))
                    .map(columns -> new Municipality(columns[0], columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
