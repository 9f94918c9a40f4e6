package land.starkeorte.store;

import java.util.Map;
import land.starkeorte.platform.Json;
import tools.jackson.databind.node.ObjectNode;

/** Something to be written under a key of a table; made by a {@link Table}, carried out in a {@link Transaction}. */
public sealed interface Write {
    /** In which table. */
    String table();

    /** Under which key. */
    Key key();

    /** Without which nothing of the transaction is written. */
    Condition condition();

    /** Where something stands in its table. */
    record Key(String pk, String sk) {}

    /**
     * The whole item, instead of what was there.
     *
     * @param item the record and what stands beside it: its place in an index, a time to live; not to be changed any more
     */
    record Put(String table, Key key, ObjectNode item, Condition condition) implements Write {
        /** The same, standing in an index, too. */
        public Put in(Index.Entry entry) {
            return with(Map.of(entry.index().hash(), entry.list(), entry.index().range(), entry.place()));
        }

        /** The same with one more attribute. */
        public Put with(String attribute, Object value) {
            return with(Map.of(attribute, value));
        }

        /** The same with more attributes. */
        public Put with(Map<String, ?> attributes) {
            ObjectNode more = Json.MAPPER.createObjectNode();
            more.setAll(item);
            attributes.forEach((name, value) -> more.set(name, Json.MAPPER.valueToTree(value)));
            return new Put(table, key, more, condition);
        }
    }

    /** Takes away what is there. */
    record Delete(String table, Key key, Condition condition) implements Write {}

    /** Writes nothing. */
    record Check(String table, Key key, Condition condition) implements Write {}

    /** Counters, which begin at 0: nobody has to know how far they were, so that none is in another's way. */
    record Count(String table, Key key, Map<String, Integer> changes, Condition condition) implements Write {}
}
