package land.starkeorte.testing;

import java.util.stream.Stream;
import land.starkeorte.store.Store;

/** Tables in which one thing cannot be asked for or written without an Error; lists still name it. */
public final class ThrowingError {
    /** More than one thing can be expected to survive. */
    public static Stream<Error> errors() {
        return Stream.of(
                new OutOfMemoryError("x"),
                new StackOverflowError(),
                new AssertionError("x"),
                new NoClassDefFoundError("x"));
    }

    private ThrowingError() {}

    /** @param thing its id */
    public static Store in(Store real, String thing, Error error) {
        return WatchedStore.over(real, (what, call) -> {
            if (what.contains(thing) && (what.startsWith("find") || what.startsWith("write"))) {
                throw error;
            }
            return call.get();
        });
    }
}
