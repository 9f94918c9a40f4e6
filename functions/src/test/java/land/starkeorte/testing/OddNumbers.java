package land.starkeorte.testing;

import java.util.stream.Stream;

/** What stands in JSON where a small whole number is meant, when no page has written it: for {@code @MethodSource}. */
public final class OddNumbers {
    private OddNumbers() {}

    /** Too large for an int, for a double, below all counting, broken, text, nothing. */
    public static Stream<String> all() {
        return Stream.of("98729374519", "1e400", "-1", "1.5", "\"5\"", "null");
    }
}
