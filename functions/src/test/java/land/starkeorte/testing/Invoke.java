package land.starkeorte.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import land.starkeorte.assembly.ComposedFunction;
import land.starkeorte.assembly.LambdaFunction;

/** Calls functions as the platform does: through the catalog, with an event as JSON and the rights of its role. */
public final class Invoke {
    private static final Map<LambdaFunction, ComposedFunction> COMPOSED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Invoke() {}

    public static byte[] function(LambdaFunction function, InputStream event) {
        try {
            return function(function, event.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] function(LambdaFunction function, String event) {
        return function(function, event.getBytes(UTF_8));
    }

    private static byte[] function(LambdaFunction function, byte[] event) {
        var composed = COMPOSED.computeIfAbsent(function, one -> ComposedFunction.of("tested", one));
        return Rights.during(function, event, () -> composed.apply(new ByteArrayInputStream(event)));
    }
}
