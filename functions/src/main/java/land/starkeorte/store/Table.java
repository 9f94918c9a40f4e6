package land.starkeorte.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of a feature: records under {@code pk} and {@code sk}. A record that changes has a {@code version}, which counts its
 * saves, so that nobody writes over what they have not seen. What is read is what is stored now, but for indexes, which are a
 * moment behind.
 *
 * <p>A record that is read may name {@code pk}, {@code sk} and what stood beside the one that was written.
 */
public interface Table {
    /** The name that it was deployed under. */
    String name();

    /** Where it is written. */
    Store store();

    /** What is stored there. */
    <R extends Record> Optional<R> find(String pk, String sk, Class<R> type);

    /** What is stored under each of these, however many, by {@code pk}; those that are not there are left out. */
    <R extends Record> Map<String, R> each(Collection<String> pks, String sk, Class<R> type);

    /** Everything under {@code pk} from {@code from} to {@code to}, both included. */
    <R extends Record> List<R> between(String pk, String from, String to, Class<R> type);

    /** The first of those, in their order. */
    <R extends Record> List<R> first(String pk, String from, String to, int most, Class<R> type);

    /** The last of those, the last one first. */
    <R extends Record> List<R> last(String pk, String from, String to, int most, Class<R> type);

    /** How many of those there are. */
    int count(String pk, String from, String to);

    /** The first in a list of an index, from {@code from} to {@code to}, both included. */
    <R extends Record> List<R> first(Index index, String list, String from, String to, int most, Class<R> type);

    /** The last of those, the last one first. */
    <R extends Record> List<R> last(Index index, String list, String from, String to, int most, Class<R> type);

    /** Everything in a list of an index, however much it is. */
    <R extends Record> List<R> all(Index index, String list, Class<R> type);

    /** Everything under {@code pk}. */
    default <R extends Record> List<R> all(String pk, Class<R> type) {
        return between(pk, " ", "\uFFFF", type);
    }

    /** Everything under {@code pk} whose {@code sk} begins so, in its order. */
    default <R extends Record> List<R> all(String pk, String prefix, Class<R> type) {
        return between(pk, prefix, prefix + "\uFFFF", type);
    }

    /** A record with a version, over exactly the version that was read; 0 says that it is not there yet. */
    default Write.Put save(String pk, String sk, Record record) {
        var item = Items.item(record);
        int read = item.path("version").intValue();
        return put(pk, sk, item.put("version", read + 1), new Condition.Version(read));
    }

    /** The same, standing in an index. */
    default Write.Put save(String pk, String sk, Record record, Index.Entry place) {
        return save(pk, sk, record).in(place);
    }

    /** Something that never changes, where nothing is yet. */
    default Write.Put add(String pk, String sk, Record record) {
        return put(pk, sk, record, new Condition.Absent());
    }

    /** Something that stands in for itself, whatever was there. */
    default Write.Put put(String pk, String sk, Record record) {
        return put(pk, sk, record, new Condition.Any());
    }

    /** The whole record, where the condition holds. */
    default Write.Put put(String pk, String sk, Record record, Condition condition) {
        return put(pk, sk, Items.item(record), condition);
    }

    private Write.Put put(String pk, String sk, ObjectNode item, Condition condition) {
        return new Write.Put(name(), new Write.Key(pk, sk), item.put("pk", pk).put("sk", sk), condition);
    }

    /** Counters, which begin at 0, each changed by so many. */
    default Write count(String pk, String sk, Map<String, Integer> changes) {
        return count(pk, sk, changes, new Condition.Any());
    }

    /** The same, where the condition holds. */
    default Write count(String pk, String sk, Map<String, Integer> changes, Condition condition) {
        return new Write.Count(name(), new Write.Key(pk, sk), changes, condition);
    }

    /** Takes away what is there. */
    default Write delete(String pk, String sk) {
        return delete(pk, sk, new Condition.Present());
    }

    /** Takes exactly this version away. */
    default Write delete(String pk, String sk, int version) {
        return delete(pk, sk, new Condition.Version(version));
    }

    /** Takes away what is there, where the condition holds. */
    default Write delete(String pk, String sk, Condition condition) {
        return new Write.Delete(name(), new Write.Key(pk, sk), condition);
    }

    /** Writes nothing, but only where this version is still the one; 0 says that it is not there yet. */
    default Write check(String pk, String sk, int version) {
        return new Write.Check(name(), new Write.Key(pk, sk), new Condition.Version(version));
    }

    /** Writes all or nothing; false when a condition did not hold. */
    default boolean write(Write... writes) {
        return store().write(Transaction.of(writes));
    }

    /** The same, for many. */
    default boolean write(Transaction transaction) {
        return store().write(transaction);
    }
}
