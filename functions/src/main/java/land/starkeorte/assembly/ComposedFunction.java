package land.starkeorte.assembly;

import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import land.starkeorte.platform.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.FunctionRegistry;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.CompositeMessageConverter;

/** A function as Spring Cloud Function's catalog composes it of what reads the event, itself, and what writes the answer. */
public final class ComposedFunction implements Function<InputStream, byte[]> {
    private static final byte[] NOTHING = new byte[0];

    private final LambdaFunction function;
    private final Function<InputStream, byte @Nullable []> composed;

    private ComposedFunction(LambdaFunction function, Function<InputStream, byte @Nullable []> composed) {
        this.function = function;
        this.composed = composed;
    }

    /** Registers all parts, typed, and looks them up as one. */
    public static ComposedFunction of(String name, LambdaFunction function) {
        // The parts fit each other, so the catalog has nothing to convert: its converters would swallow what is
        // malformed.
        var registry = new SimpleFunctionRegistry(
                null,
                new CompositeMessageConverter(List.of(new ByteArrayMessageConverter())),
                new JacksonMapper(Json.MAPPER));
        register(registry, "decode", function.decode());
        register(registry, name, function);
        String definition = "decode|" + name;
        if (function.encode().isPresent()) {
            register(registry, "encode", function.encode().get());
            definition += "|encode";
        }
        return new ComposedFunction(function, registry.lookup(Function.class, definition));
    }

    /** By its class, which says what goes in and out; a lambda's would not. */
    private static void register(FunctionRegistry registry, String name, Object part) {
        registry.register(new FunctionRegistration<>(part, name).type(part.getClass()));
    }

    @Override
    public byte[] apply(InputStream event) {
        try {
            byte[] answer = composed.apply(event);
            return answer == null ? NOTHING : answer;
        } catch (RuntimeException fault) {
            return function.failed(fault);
        }
    }

    /** Runs the real path once without any effect, see {@link LambdaFunction#prime}. */
    public void prime() {
        function.prime(this);
    }
}
