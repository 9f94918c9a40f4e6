package land.starkeorte.testing;

import land.starkeorte.store.Store;

/** A process that dies at one of its calls to the tables, before or after it; from then on it does nothing more. */
public final class Killable {
    /** The process is gone: nothing catches it, nobody gets an answer. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Store real;
    private final int last;
    private final boolean after;
    private int calls;

    /**
     * @param last the call at which it dies, counted from nought
     * @param after whether what it asks for is still done
     */
    public Killable(Store real, int last, boolean after) {
        this.real = real;
        this.last = last;
        this.after = after;
    }

    /** The tables, as this process reaches them. */
    public Store store() {
        return WatchedStore.over(real, (what, call) -> {
            int number = calls++;
            if (number > last || (number == last && !after)) {
                throw new Killed();
            }
            Object answer = call.get();
            if (number == last) {
                throw new Killed();
            }
            return answer;
        });
    }
}
