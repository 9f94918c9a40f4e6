package land.starkeorte.platform;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a function is made: from which settings, by which assembly. */
public record FunctionDefinition<S extends Record>(Class<S> settings, Function<S, LambdaFunction> assembly) {
    /** The running function, its settings read from {@code environment}. */
    public LambdaFunction assemble(UnaryOperator<@Nullable String> environment) {
        return assembly.apply(Settings.read(settings, environment));
    }
}
