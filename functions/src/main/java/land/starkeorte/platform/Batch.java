package land.starkeorte.platform;

import java.util.ArrayList;
import java.util.List;

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
