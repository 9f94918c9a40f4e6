package land.starkeorte;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import land.starkeorte.platform.FunctionDefinition;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.LambdaFunction;
import org.crac.Core;
import org.crac.Resource;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.converter.CompositeMessageConverter;

/**
 * Where Lambda enters: registers the one function that the configuration pins, and starts nothing else.
 *
 * <p>The registry is Spring Cloud Function's, filled by hand. Its FunctionInvoker is left out on purpose: it starts a
 * whole Spring Boot application, lets an HTTP header choose the function where none is pinned, and logs whole events.
 */
public final class LambdaHandler implements RequestStreamHandler, Resource {
    private final LambdaFunction pinned;
    private final Function<InputStream, byte[]> function;

    /** Called by the Lambda runtime. */
    public LambdaHandler() {
        String name = Objects.requireNonNull(
                System.getenv("SPRING_CLOUD_FUNCTION_DEFINITION"),
                "Pin a function by SPRING_CLOUD_FUNCTION_DEFINITION");
        FunctionDefinition<?> part =
                Objects.requireNonNull(Functions.functions().get(name), () -> "No function is called " + name);
        pinned = part.assemble(System::getenv);
        var registry = new SimpleFunctionRegistry(
                null,
                new CompositeMessageConverter(List.of(new ByteArrayMessageConverter())),
                new JacksonMapper(Json.MAPPER));
        registry.register(new FunctionRegistration<>(pinned, name).type(pinned.getClass()));
        function = registry.lookup(Function.class, name);
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(function.apply(event));
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        pinned.prime(function);
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // Nothing to renew: credentials and connections are made anew by the SDK when the old ones fail.
    }
}
