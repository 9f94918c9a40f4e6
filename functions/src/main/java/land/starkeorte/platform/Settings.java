package land.starkeorte.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a function's settings record: the component {@code outboxTable} comes from {@code OUTBOX_TABLE}. So a variable's
 * name is written in one place only, the template.
 */
public final class Settings {
    private Settings() {}

    /** A record of strings, and of such records, filled from the environment; refuses to start without one of them. */
    public static <S extends Record> S read(Class<S> type, UnaryOperator<@Nullable String> environment) {
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> nested(component)
                        .<Object>map(record -> read(record, environment))
                        .orElseGet(() -> value(component.getName(), environment)))
                .toArray();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Settings must be records of strings: " + type, e);
        }
    }

    private static Optional<Class<? extends Record>> nested(RecordComponent component) {
        return component.getType().isRecord()
                ? Optional.of(component.getType().asSubclass(Record.class))
                : Optional.empty();
    }

    /** One of them: {@code feesTable} comes from {@code FEES_TABLE}. */
    public static String value(String name, UnaryOperator<@Nullable String> environment) {
        String variable = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set the environment variable " + variable + " in template.yaml");
        }
        return value;
    }
}
