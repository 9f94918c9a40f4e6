package land.starkeorte.store;

import java.util.Optional;
import java.util.function.Supplier;

/** The tables that a function may reach. */
public interface Store {
    /** A table, by the name that it was deployed under. */
    Table table(String name);

    /**
     * Writes all or nothing.
     *
     * @return the first whose condition did not hold, where nothing was written
     */
    Optional<Write> refused(Transaction transaction);

    /** Writes all or nothing; false when a condition did not hold. */
    default boolean write(Transaction transaction) {
        return refused(transaction).isEmpty();
    }

    /**
     * Plans on what is stored now and writes; plans anew when somebody else wrote in between.
     *
     * @throws BusyException when somebody else was always quicker; nothing is written
     */
    default <T> T retrying(Supplier<Planned<T>> plan) {
        return retrying(plan, Optional::empty);
    }

    /**
     * The same.
     *
     * @param otherwise asked when something was in the way: what is to be said without writing anything
     */
    default <T> T retrying(Supplier<Planned<T>> plan, Supplier<Optional<T>> otherwise) {
        return Retry.until(() -> {
            Planned<T> planned = plan.get();
            return write(planned.writes()) ? Optional.of(planned.result()) : otherwise.get();
        });
    }

    /** The same, where there is nothing to say; what was written. */
    default Transaction writing(Supplier<Transaction> plan) {
        return retrying(() -> {
            Transaction writes = plan.get();
            return new Planned<>(writes, writes);
        });
    }
}
