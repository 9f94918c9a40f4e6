package land.starkeorte.store;

/**
 * A sparse index of a table: only what has both attributes stands in it.
 *
 * @param name as template.yaml calls it
 * @param hash attribute that says in which list
 * @param range attribute that says at which place
 */
public record Index(String name, String hash, String range) {
    /** What most tables have: what waits for something, in the order in which it is due. */
    public static final Index WAITING = new Index("waiting", "waiting", "waitingAt");

    /** A place in an index. */
    public record Entry(Index index, String list, String place) {}

    /** A place in the index of what waits. */
    public static Entry waiting(String list, String place) {
        return new Entry(WAITING, list, place);
    }
}
