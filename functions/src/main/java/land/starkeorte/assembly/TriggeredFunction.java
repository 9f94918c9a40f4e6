package land.starkeorte.assembly;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/** What a stream, a schedule, a bucket or a topic starts. Whatever fails is thrown, so that the platform tries again. */
public interface TriggeredFunction extends Consumer<Trigger>, LambdaFunction {
    @Override
    default Function<InputStream, ?> decode() {
        return new Decode();
    }

    @Override
    default Optional<Function<?, byte[]>> encode() {
        return Optional.empty();
    }

    /** The platform's events are JSON. */
    final class Decode implements Function<InputStream, Trigger> {
        @Override
        public Trigger apply(InputStream event) {
            return new Trigger(Json.MAPPER.readValue(event, JsonNode.class));
        }
    }
}
