package land.starkeorte.platform;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON line per event worth an operator's look. It takes no exception message and no payload, because both may carry
 * what a person typed; ids, class names and code positions are enough to find the cause. Of a right that is missing it takes
 * from AWS's message what the template must allow.
 */
public final class Log {
    private static final int FRAMES = 12;

    /** Where it was thrown; of what lies beneath only our own says more. */
    private static final int TOP = 6;

    private static final String OURS = "land.starkeorte.";

    private static final Pattern FORBIDDEN =
            Pattern.compile("is not authorized to perform: ([\\w:-]+)( on resource: \"?[^\\s\"]+)?");

    /** What people are called: SES refuses by the receiver, too. */
    private static final Pattern ADDRESS = Pattern.compile("[^/:]+@[^/:]+");

    private Log() {}

    /** Something failed at {@code where}, for example a route or a mail's id. */
    public static void error(String what, String where, Throwable cause) {
        System.out.println(line("ERROR", what, where, causes(cause)));
    }

    /** Worth counting, nothing to repair. */
    public static void warn(String what, String where) {
        System.out.println(line("WARN", what, where, List.of()));
    }

    private static ObjectNode line(String level, String what, String where, List<String> causes) {
        var line = Json.MAPPER
                .createObjectNode()
                .put("level", level)
                .put("what", what)
                .put("where", where);
        causes.forEach(line.putArray("causes")::add);
        return line;
    }

    /** What is said of a failure: each cause, and where it was thrown. */
    static List<String> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(4)
                .flatMap(one -> Stream.concat(Stream.of(one.getClass().getName() + refusal(one)), frames(one)))
                .toList();
    }

    /** AWS's own word for what went wrong, such as AccessDeniedException, and what it was that is not allowed. */
    private static String refusal(Throwable one) {
        if (!(one instanceof AwsServiceException refused) || refused.awsErrorDetails() == null) {
            return "";
        }
        AwsErrorDetails details = refused.awsErrorDetails();
        Matcher forbidden = FORBIDDEN.matcher(Objects.requireNonNullElse(details.errorMessage(), ""));
        return " " + details.errorCode() + (forbidden.find() ? ": " + missing(forbidden) : "");
    }

    private static String missing(Matcher forbidden) {
        String resource = Objects.requireNonNullElse(forbidden.group(2), "");
        return forbidden.group(1) + ADDRESS.matcher(resource).replaceAll("?").replace("\"", "");
    }

    private static Stream<String> frames(Throwable one) {
        StackTraceElement[] all = one.getStackTrace();
        return IntStream.range(0, all.length)
                .filter(depth -> depth < TOP || all[depth].getClassName().startsWith(OURS))
                .limit(FRAMES)
                .mapToObj(depth -> "  " + all[depth]);
    }
}
