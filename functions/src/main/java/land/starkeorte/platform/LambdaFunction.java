package land.starkeorte.platform;

import java.io.InputStream;
import java.util.function.Function;

/** What one Lambda runs: the event as JSON in, the answer's JSON bytes out. */
public interface LambdaFunction extends Function<InputStream, byte[]> {
    /**
     * Runs the real path once without any effect, before SnapStart takes its snapshot. Whatever it throws fails the
     * publishing of the version, so a function that cannot work is never reached by a request.
     *
     * @param registered this function as the platform calls it
     */
    void prime(Function<InputStream, byte[]> registered);
}
