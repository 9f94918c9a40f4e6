package land.starkeorte.platform;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Tries every thing of a batch, whatever became of the one before, then fails loudly, naming what was not done. */
public final class Batch {
    private final String failure;
    private final List<String> failed = new ArrayList<>();

    /**
     * A batch of which nothing was tried yet.
     *
     * @param failure what the log calls it when one thing was not done
     */
    public Batch(String failure) {
        this.failure = failure;
    }

    /** Keys that a table's stream tells of; where the event is not of a stream but of a schedule, what was {@code left}. */
    public static List<String> streamKeys(InputStream event, String key, Supplier<List<String>> left) {
        JsonNode told = Json.MAPPER.readTree(event);
        return told.has("Records")
                ? told.path("Records")
                        .valueStream()
                        .map(change -> change.path("dynamodb")
                                .path("Keys")
                                .path(key)
                                .path("S")
                                .asString(""))
                        .distinct()
                        .toList()
                : left.get();
    }

    /**
     * Does {@code work}; a failure is kept until everything was tried.
     *
     * @param what an id, no personal data
     */
    public void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // An Error, such as too little memory for one thing, must not end the others either.
            failed.add(what);
            Log.error(failure, what, e);
        }
    }

    /** Without the causes: the platform logs what is thrown here, and their messages may name people. */
    public void end(String message) {
        if (!failed.isEmpty()) {
            throw new IllegalStateException(message + ": " + failed);
        }
    }
}
