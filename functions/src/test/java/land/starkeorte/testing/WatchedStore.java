package land.starkeorte.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/** Tables at which somebody stands who sees each call, and lets it through or not. */
final class WatchedStore implements Store {
    /** Sees a call. */
    interface Watcher {
        /**
         * What the caller gets, or what is thrown at it.
         *
         * @param what is asked for, with its keys
         */
        Object see(String what, Supplier<Object> call);
    }

    private final Store real;
    private final Watcher watcher;

    private WatchedStore(Store real, Watcher watcher) {
        this.real = real;
        this.watcher = watcher;
    }

    static Store over(Store real, Watcher watcher) {
        return new WatchedStore(real, watcher);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Write> refused(Transaction transaction) {
        return (Optional<Write>) watcher.see("write " + transaction.writes(), () -> real.refused(transaction));
    }

    @Override
    public Table table(String name) {
        Table table = real.table(name);
        return (Table) Proxy.newProxyInstance(
                WatchedStore.class.getClassLoader(), new Class<?>[] {Table.class}, (self, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    return switch (method.getName()) {
                        case "name" -> name;
                        case "store" -> this;
                        default ->
                            watcher.see(method.getName() + " " + Arrays.toString(arguments), () -> {
                                try {
                                    return method.invoke(table, arguments);
                                } catch (InvocationTargetException failed) {
                                    throw new IllegalStateException(failed.getCause());
                                } catch (IllegalAccessException impossible) {
                                    throw new IllegalStateException(impossible);
                                }
                            });
                    };
                });
    }
}
