package land.starkeorte.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import land.starkeorte.Functions;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Json;
import land.starkeorte.store.MemoryStore;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the role of a function may do with tables: as long as a test calls it, tables in memory refuse what template.yaml does. */
public final class Rights {
    /** By a route, or by the classes of what the platform starts: the name that the template pins. */
    private static final Map<Object, String> NAMES = new HashMap<>();

    /** By that name: {@code dynamodb:Query ${FeesTable.Arn}/index/waiting}. */
    private static final Map<String, Set<String>> ALLOWED = allowed();

    private static final ThreadLocal<@Nullable String> CALLED = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable AssertionError> REFUSED = new ThreadLocal<>();

    static {
        System.setProperty("aws.region", "eu-central-1");
        for (String name : Functions.REGISTRATIONS.names()) {
            var function = Functions.REGISTRATIONS.make(
                    name, new FunctionContext(any -> "14", new MemoryStore(), new TestClock()));
            (function instanceof HttpFunction http ? http.routes().stream() : parts(function))
                    .forEach(known -> NAMES.put(known, name));
        }
    }

    private Rights() {}

    /** Calls with the rights of whichever function this is on AWS; one that is none there may do everything. */
    static <T> T during(LambdaFunction function, byte[] event, Supplier<T> call) {
        REFUSED.remove();
        CALLED.set(NAMES.get(
                function instanceof HttpFunction
                        ? route(event)
                        : parts(function).findFirst().orElse(function.getClass())));
        try {
            return call.get();
        } finally {
            CALLED.remove();
            tell();
        }
    }

    /** Whatever the function made of it. */
    private static void tell() {
        AssertionError refused = REFUSED.get();
        if (refused != null) {
            REFUSED.remove();
            throw refused;
        }
    }

    /**
     * Fails where the function that is called may not do this.
     *
     * @param action such as {@code Query}
     * @param table as it is called in a test; one that is not called as in template.yaml is open to all
     * @param beneath empty, or {@code /index/} and a name
     */
    public static void need(String action, String table, String beneath) {
        String name = CALLED.get();
        String right = "dynamodb:" + action + " " + table.replaceFirst("-.*", "") + beneath;
        if (name != null
                && table.contains("Table")
                && !ALLOWED.getOrDefault(name, Set.of()).contains(right)) {
            REFUSED.set(new AssertionError("In template.yaml the role of " + name + " may not " + right));
            throw REFUSED.get();
        }
    }

    private static Stream<Class<?>> parts(LambdaFunction function) {
        return function instanceof ScheduledJobs scheduled
                ? scheduled.jobs().stream().map(Object::getClass)
                : Stream.of(function.getClass());
    }

    private static String route(byte[] event) {
        try {
            return Json.MAPPER.readTree(event).path("routeKey").asString("");
        } catch (JacksonException malformed) {
            return "";
        }
    }

    private static Map<String, Set<String>> allowed() {
        var allowed = new HashMap<String, Set<String>>();
        JsonNode resources = template().path("Resources");
        resources.forEach(resource -> {
            String name = resource.at("/Properties/Environment/Variables/SPRING_CLOUD_FUNCTION_DEFINITION")
                    .asString("");
            String role = resource.at("/Properties/Role").asString("").replaceFirst("\\..*", "");
            var rights = new HashSet<String>();
            resources
                    .path(role)
                    .at("/Properties/Policies")
                    .forEach(policy -> policy.at("/PolicyDocument/Statement")
                            .forEach(statement -> each(statement.path("Action"))
                                    .forEach(action -> each(statement.path("Resource"))
                                            .forEach(table -> rights.add(action + " "
                                                    + table.replaceAll("[${}]", "")
                                                            .replaceFirst("\\.Arn", ""))))));
            allowed.put(name, rights);
        });
        return allowed;
    }

    private static List<String> each(JsonNode oneOrMany) {
        var each = new ArrayList<String>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(one -> each.addAll(each(one)));
        } else {
            each.add(oneOrMany.asString(""));
        }
        return each;
    }

    /** With {@code !GetAtt}, {@code !Ref} and {@code !Sub} as what they name. */
    private static JsonNode template() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        try {
            return Json.MAPPER.valueToTree(
                    new Yaml(new Tagged(options)).load(Files.readString(Path.of("../template.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Tagged extends SafeConstructor {
        Tagged(LoaderOptions options) {
            super(options);
            yamlConstructors.put(null, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        default -> "";
                    };
                }
            });
        }
    }
}
