package land.starkeorte.assembly;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/** What one Lambda runs. It is a {@link Function} or a {@link java.util.function.Consumer} of its own types, too. */
public interface LambdaFunction {
    /** Reads the event: the function's input. */
    Function<InputStream, ?> decode();

    /** Writes what it answers; nothing where nobody waits for an answer. */
    Optional<Function<?, byte[]>> encode();

    /**
     * What is answered where reading, answering or writing broke.
     *
     * @throws RuntimeException the same, where the platform has to try again
     */
    default byte[] failed(RuntimeException fault) {
        throw fault;
    }

    /**
     * Runs the real path once without any effect, before SnapStart takes its snapshot. Whatever it throws fails the
     * publishing of the version, so a function that cannot work is never reached by a request.
     *
     * @param composed this function as the platform calls it
     */
    void prime(Function<InputStream, byte[]> composed);
}
