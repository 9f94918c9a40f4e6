package land.starkeorte;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.UnaryOperator;
import land.starkeorte.assembly.ComposedFunction;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.Clocks;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Store;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/** Where Lambda enters: makes the one function that the configuration pins, and starts nothing else. */
public final class LambdaHandler implements RequestStreamHandler, Resource {
    private final ComposedFunction function;

    /** Called by the Lambda runtime. */
    public LambdaHandler() {
        this(System::getenv, new DynamoStore(Clients.dynamoDb()));
    }

    LambdaHandler(UnaryOperator<@Nullable String> environment, Store store) {
        String name = Objects.requireNonNull(
                environment.apply("SPRING_CLOUD_FUNCTION_DEFINITION"),
                "Pin a function by SPRING_CLOUD_FUNCTION_DEFINITION");
        var context = new FunctionContext(environment, store, Clocks.system());
        function = ComposedFunction.of(name, Functions.REGISTRATIONS.make(name, context));
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(function.apply(event));
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        function.prime();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // Nothing to renew: credentials and connections are made anew by the SDK when the old ones fail.
    }
}
