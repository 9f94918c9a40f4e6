package land.starkeorte.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A DynamoDB as it is on its worst day: transactions meet others, tables are throttled, answers are lost after the write, and
 * the process is killed at any call. DynamoDB Local does none of it by itself.
 */
public final class Faults {
    /** The process is gone: nothing catches it, nobody gets an answer. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Random random;

    public final AtomicInteger conflicts = new AtomicInteger();
    public final AtomicInteger throttled = new AtomicInteger();
    public final AtomicInteger lost = new AtomicInteger();
    public final AtomicInteger killed = new AtomicInteger();

    /** @param seed the same seed makes the same dice; threads take turns by themselves */
    public Faults(long seed) {
        random = new Random(seed);
    }

    /** The same tables, by way of these faults. */
    public DynamoDbClient over(DynamoDbClient real) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (self, method, arguments) -> {
                    boolean writes = method.getName().startsWith("transactWrite")
                            || method.getName().startsWith("put")
                            || method.getName().startsWith("update");
                    before(writes);
                    Object answer;
                    try {
                        answer = method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    after(writes);
                    return answer;
                });
    }

    private void before(boolean writes) {
        if (writes && happens(30)) {
            conflicts.incrementAndGet();
            throw TransactionCanceledException.builder()
                    .cancellationReasons(Collections.nCopies(
                            3,
                            CancellationReason.builder()
                                    .code("TransactionConflict")
                                    .build()))
                    .build();
        }
        if (happens(3)) {
            throttled.incrementAndGet();
            throw DynamoDbException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ThrottlingException")
                            .build())
                    .build();
        }
        kill();
    }

    private void after(boolean writes) {
        if (writes && happens(5)) {
            lost.incrementAndGet();
            throw SdkClientException.create("The answer was lost");
        }
        kill();
    }

    private void kill() {
        if (happens(1)) {
            killed.incrementAndGet();
            throw new Killed();
        }
    }

    private boolean happens(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    /** What happened, for a report. */
    public String report() {
        return String.join(
                ", ",
                List.of(conflicts + " conflicts", throttled + " throttled", lost + " answers lost", killed + " kills"));
    }
}
