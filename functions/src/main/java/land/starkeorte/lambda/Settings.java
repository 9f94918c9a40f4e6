package land.starkeorte.lambda;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feature's settings record: the component {@code outboxTable} comes from {@code OUTBOX_TABLE}. So a variable's
 * name is written in one place only, the template.
 */
public final class Settings {
    private Settings() {}

    /** A record of strings filled from the environment; refuses to start without one of them. */
    public static <S extends Record> S read(Class<S> type, UnaryOperator<@Nullable String> environment) {
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> value(variable(component), environment))
                .toArray();
        Class<?>[] strings = new Class<?>[values.length];
        Arrays.fill(strings, String.class);
        try {
            var constructor = type.getDeclaredConstructor(strings);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Settings must be records of strings: " + type, e);
        }
    }

    /** The variables that this record is read from. */
    public static List<String> variables(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Settings::variable).toList();
    }

    private static String value(String variable, UnaryOperator<@Nullable String> environment) {
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set the environment variable " + variable + " in template.yaml");
        }
        return value;
    }

    private static String variable(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
