package land.starkeorte.assembly;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Every function by the name that a Lambda pins, and how it is made. */
public final class FunctionRegistrations {
    private final Map<String, Function<FunctionContext, LambdaFunction>> functions = new TreeMap<>();

    /** Under this name; no two have the same. */
    public FunctionRegistrations add(String name, Function<FunctionContext, LambdaFunction> assembly) {
        if (functions.putIfAbsent(name, assembly) != null) {
            throw new IllegalStateException("Two functions are called " + name);
        }
        return this;
    }

    /** All of them. */
    public Set<String> names() {
        return Set.copyOf(functions.keySet());
    }

    /** The one of this name; the others are not touched. */
    public LambdaFunction make(String name, FunctionContext context) {
        var assembly = functions.get(name);
        if (assembly == null) {
            // The catalog itself would take another one for it, where there is only one.
            throw new IllegalArgumentException("No function is called " + name + "; there are " + functions.keySet());
        }
        return assembly.apply(context);
    }
}
