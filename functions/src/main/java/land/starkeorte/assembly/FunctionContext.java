package land.starkeorte.assembly;

import java.time.Clock;
import java.util.function.UnaryOperator;
import land.starkeorte.platform.Settings;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import org.jspecify.annotations.Nullable;

/** What a function is made of: what its environment says, the tables, and the clock. What it does not ask for it cannot reach. */
public final class FunctionContext {
    private final UnaryOperator<@Nullable String> environment;
    private final Store store;
    private final Clock clock;

    /** @param environment what is read from it is what template.yaml has to set, and nothing else */
    public FunctionContext(UnaryOperator<@Nullable String> environment, Store store, Clock clock) {
        this.environment = environment;
        this.store = store;
        this.clock = clock;
    }

    /** A record of strings, filled from the environment; refuses to start without one of them. */
    public <S extends Record> S settings(Class<S> type) {
        return Settings.read(type, environment);
    }

    /** The table of this name: {@code fees} is the one that {@code FEES_TABLE} names. */
    public Table table(String name) {
        return store.table(Settings.value(name + "Table", environment));
    }

    /** Where all tables are. */
    public Store store() {
        return store;
    }

    /** The one clock. */
    public Clock clock() {
        return clock;
    }
}
