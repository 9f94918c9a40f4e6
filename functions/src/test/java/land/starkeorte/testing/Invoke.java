package land.starkeorte.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import land.starkeorte.assembly.ComposedFunction;
import land.starkeorte.assembly.LambdaFunction;

/** Calls functions as the platform does: through the catalog, with an event as JSON. */
public final class Invoke {
    private static final Map<LambdaFunction, ComposedFunction> COMPOSED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Invoke() {}

    public static byte[] function(LambdaFunction function, InputStream event) {
        return COMPOSED.computeIfAbsent(function, one -> ComposedFunction.of("tested", one))
                .apply(event);
    }

    public static byte[] function(LambdaFunction function, String event) {
        return function(function, new ByteArrayInputStream(event.getBytes(UTF_8)));
    }
}
