package land.starkeorte.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables in which one thing cannot be asked for or written without an Error; lists still name it. */
public final class ThrowingError {
    /** More than one thing can be expected to survive. */
    public static Stream<Error> errors() {
        return Stream.of(
                new OutOfMemoryError("x"),
                new StackOverflowError(),
                new AssertionError("x"),
                new NoClassDefFoundError("x"));
    }

    private ThrowingError() {}

    /** @param thing its id */
    public static DynamoDbClient in(DynamoDbClient real, String thing, Error error) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                ThrowingError.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (self, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Consumer<?>) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    if (!method.getName().startsWith("query")
                            && arguments != null
                            && arguments[0].toString().contains(thing)) {
                        throw error;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
