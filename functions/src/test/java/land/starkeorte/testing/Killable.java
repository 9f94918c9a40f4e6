package land.starkeorte.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A process that dies at one of its calls to DynamoDB, before or after it; from then on it does nothing more. */
public final class Killable {
    /** The process is gone: nothing catches it, nobody gets an answer. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final DynamoDbClient real;
    private final int last;
    private final boolean after;
    private int calls;

    /**
     * @param last the call at which it dies, counted from nought
     * @param after whether what it asks for is still done
     */
    public Killable(DynamoDbClient real, int last, boolean after) {
        this.real = real;
        this.last = last;
        this.after = after;
    }

    /** The tables, as this process reaches them. */
    public DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                Killable.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (self, method, arguments) -> {
                    int call = calls++;
                    if (call > last || (call == last && !after)) {
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (call == last) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
