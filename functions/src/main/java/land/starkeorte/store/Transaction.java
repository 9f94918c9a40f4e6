package land.starkeorte.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes that stand or fall together; tables make them, whoever plans an effect puts them together. */
public final class Transaction {
    private final List<Write> writes = new ArrayList<>();

    /** These writes, for a start. */
    public static Transaction of(Write... writes) {
        var transaction = new Transaction();
        transaction.writes.addAll(List.of(writes));
        return transaction;
    }

    /** All that these write. */
    public static Transaction all(Stream<Transaction> parts) {
        var transaction = new Transaction();
        parts.forEach(transaction::and);
        return transaction;
    }

    /** One more. */
    public Transaction and(Write write) {
        writes.add(write);
        return this;
    }

    /** All of the others, too. */
    public Transaction and(Transaction others) {
        writes.addAll(others.writes);
        return this;
    }

    /** What is to be written. */
    public List<Write> writes() {
        return List.copyOf(writes);
    }
}
