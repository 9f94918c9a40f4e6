package land.starkeorte.store;

import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.platform.CheckReturnValue;

/** Writes that stand or fall together; tables make them, whoever plans an effect puts them together. Immutable. */
@CheckReturnValue
public record Transaction(List<Write> writes) {
    /** Nothing to write. */
    public static final Transaction NONE = new Transaction(List.of());

    /** These writes. */
    public Transaction {
        writes = List.copyOf(writes);
    }

    /** These writes. */
    public static Transaction of(Write... writes) {
        return new Transaction(List.of(writes));
    }

    /** These writes. */
    public static Transaction of(Stream<? extends Write> writes) {
        return new Transaction(writes.<Write>map(write -> write).toList());
    }

    /** All that these write. */
    public static Transaction all(Stream<Transaction> parts) {
        return new Transaction(parts.flatMap(part -> part.writes().stream()).toList());
    }

    /** One more. */
    public Transaction and(Write write) {
        return and(of(write));
    }

    /** All of the others, too. */
    public Transaction and(Transaction others) {
        return all(Stream.of(this, others));
    }
}
