package land.starkeorte.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One JSON line per event worth an operator's look. It takes no exception message and no payload, because both may carry
 * what a person typed; ids, class names and code positions are enough to find the cause.
 */
public final class Log {
    private static final int FRAMES = 12;

    private Log() {}

    /** Something failed at {@code where}, for example a route or a mail's id. */
    public static void error(String what, String where, Throwable cause) {
        write("ERROR", what, where, causes(cause));
    }

    /** Worth counting, nothing to repair. */
    public static void warn(String what, String where) {
        write("WARN", what, where, List.of());
    }

    private static void write(String level, String what, String where, List<String> causes) {
        var line = Json.MAPPER
                .createObjectNode()
                .put("level", level)
                .put("what", what)
                .put("where", where);
        causes.forEach(line.putArray("causes")::add);
        System.out.println(line);
    }

    /** AWS's own word for what went wrong, such as AccessDeniedException. */
    private static String code(Throwable one) {
        return one instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? " " + refused.awsErrorDetails().errorCode()
                : "";
    }

    private static List<String> causes(Throwable cause) {
        return Stream.iterate(cause, java.util.Objects::nonNull, Throwable::getCause)
                .limit(4)
                .flatMap(one -> Stream.concat(
                        Stream.of(one.getClass().getName() + code(one)),
                        Arrays.stream(one.getStackTrace()).limit(FRAMES).map(frame -> "  " + frame)))
                .toList();
    }
}
