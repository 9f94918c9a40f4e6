package land.starkeorte.infra.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import land.starkeorte.platform.Clients;

/**
 * How long a function takes to start: ours beside a hand-written handler that gives the same answer, each with AWS's real
 * runtime interface client, alternating, median of nine. CPU time, because wall time on a shared machine tells little.
 */
public final class ColdStart {
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int WARM_CALLS = 400;
    private static final byte[] EVENT =
            ("{\"version\":\"2.0\",\"routeKey\":\"GET /api/drafts/{id}\",\"rawPath\":\"/api/drafts/x\","
                            + "\"headers\":{\"authorization\":\"Bearer none\"},"
                            + "\"pathParameters\":{\"id\":\"0123456789abcdef0123456789abcdef\"},\"isBase64Encoded\":false}")
                    .getBytes(UTF_8);

    private static final Path FUNCTION = Path.of("functions/target/lambda/http");
    private static final Path RUNTIME = Path.of("infra/target/runtime");
    private static final Path WORK = Path.of("infra/target/bench").toAbsolutePath();

    private ColdStart() {}

    private record Run(double initCpu, double firstCall, double warmCall, int classes) {}

    private record Program(String name, String handler, Path taskRoot, List<String> options, String classPath) {}

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        Path yardstick = yardstick();
        String runtime = jars(RUNTIME);
        String whole = runtime + File.pathSeparator + jars(FUNCTION.resolve("lib"));
        String wholeYardstick = runtime + File.pathSeparator + jars(yardstick.resolve("lib"));
        String ours = "land.starkeorte.LambdaHandler::handleRequest";
        String hand = HandWritten.class.getName() + "::handleRequest";

        compare(
                "Lambda's layout",
                new Program("ours", ours, FUNCTION, List.of(), runtime),
                new Program("hand-written", hand, yardstick, List.of(), runtime));
        compare(
                "class path + AOT cache",
                cached(new Program("ours", ours, FUNCTION, List.of(), whole)),
                cached(new Program("hand-written", hand, yardstick, List.of(), wholeYardstick)));
        snapStart(new Program("ours", ours, FUNCTION, List.of(), runtime));
        try (Stream<Path> files = Files.walk(FUNCTION)) {
            System.out.printf(
                    "unpacked: %.1f MB%n",
                    files.filter(Files::isRegularFile)
                                    .mapToLong(file -> file.toFile().length())
                                    .sum()
                            / 1e6);
        }
    }

    private static void compare(String layout, Program ours, Program hand) throws Exception {
        var oursRuns = new ArrayList<Run>();
        var handRuns = new ArrayList<Run>();
        for (int round = 0; round < ROUNDS; round++) {
            oursRuns.add(run(ours));
            handRuns.add(run(hand));
        }
        System.out.printf("%s, median of %d%n", layout, ROUNDS);
        report("init CPU", "ms", oursRuns, handRuns, Run::initCpu);
        report("first call", "ms", oursRuns, handRuns, Run::firstCall);
        report("warm call", "ms", oursRuns, handRuns, Run::warmCall);
        report("classes at init", "", oursRuns, handRuns, Run::classes);
    }

    private static void report(String what, String unit, List<Run> ours, List<Run> hand, ToDoubleFunction<Run> value) {
        double a = median(ours.stream().mapToDouble(value).toArray());
        double b = median(hand.stream().mapToDouble(value).toArray());
        System.out.printf("  %-16s ours %8.2f %s  hand-written %8.2f %s  ratio %.2f%n", what, a, unit, b, unit, a / b);
    }

    private static Run run(Program program) throws Exception {
        Path classLog = WORK.resolve("classes-" + program.name() + ".log");
        try (var api = new RuntimeApi();
                var dynamoDb = new StandInDynamoDb()) {
            Process process = start(program, api, dynamoDb, Map.of(), classLog);
            try {
                if (!api.awaitReady()) {
                    throw new IllegalStateException(program.name() + " did not start");
                }
                double initCpu = cpuMillis(process);
                int classes = lines(classLog);
                double first = api.call(EVENT) / 1e6;
                double[] warm = new double[WARM_CALLS];
                for (int i = 0; i < WARM_CALLS; i++) {
                    warm[i] = api.call(EVENT) / 1e6;
                }
                return new Run(initCpu, first, median(Arrays.copyOfRange(warm, WARM_CALLS / 2, WARM_CALLS)), classes);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** With SnapStart's hooks: primed before the snapshot, what is left to do for the first call after the restore? */
    private static void snapStart(Program program) throws Exception {
        var firsts = new ArrayList<Double>();
        var warms = new ArrayList<Double>();
        var loaded = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            Path classLog = WORK.resolve("classes-snapstart.log");
            try (var api = new RuntimeApi();
                    var dynamoDb = new StandInDynamoDb()) {
                Process process =
                        start(program, api, dynamoDb, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), classLog);
                try {
                    if (!api.awaitSnapshot()) {
                        throw new IllegalStateException("Priming failed");
                    }
                    int before = lines(classLog);
                    api.restore();
                    // The runtime's own restoring is over when it asks for its first event.
                    api.awaitReady();
                    firsts.add(api.call(EVENT) / 1e6);
                    loaded.add((double) lines(classLog) - before);
                    double[] warm = new double[WARM_CALLS];
                    for (int i = 0; i < WARM_CALLS; i++) {
                        warm[i] = api.call(EVENT) / 1e6;
                    }
                    warms.add(median(Arrays.copyOfRange(warm, WARM_CALLS / 2, WARM_CALLS)));
                } finally {
                    process.destroyForcibly().waitFor();
                }
            }
        }
        double first = median(firsts);
        double warm = median(warms);
        System.out.printf(
                "SnapStart, median of %d%n  first call after restore %.2f ms = %.1f warm medians (%.2f ms), %.0f classes loaded%n",
                ROUNDS, first, first / warm, warm, median(loaded));
    }

    private static Process start(
            Program program, RuntimeApi api, StandInDynamoDb dynamoDb, Map<String, String> more, Path classLog)
            throws IOException {
        Files.deleteIfExists(classLog);
        var command = new ArrayList<>(List.of(java(), "-Xlog:class+load:file=" + classLog));
        // As Lambda's own start script says it, so that org.crac finds the runtime's hooks.
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.addAll(program.options());
        command.addAll(List.of(
                "-cp",
                program.classPath(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                program.handler()));
        var builder = new ProcessBuilder(command)
                .directory(program.taskRoot().toFile())
                .redirectErrorStream(true);
        builder.redirectOutput(WORK.resolve(program.name() + ".out").toFile());
        var environment = builder.environment();
        environment.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_ENDPOINT_URL", dynamoDb.address(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "bench",
                "AWS_SECRET_ACCESS_KEY", "bench"));
        environment.putAll(Variables.of(Path.of("template.yaml"), "applications"));
        environment.putAll(more);
        return builder.start();
    }

    /** The same program with a cache of its classes, linked and profiled in a training run (JEP 483, 514, 515). */
    private static Program cached(Program program) throws Exception {
        Path cache = WORK.resolve(program.name() + ".aot");
        Files.deleteIfExists(cache);
        var training = new Program(
                program.name(),
                program.handler(),
                program.taskRoot(),
                List.of("-XX:AOTCacheOutput=" + cache),
                program.classPath());
        try (var api = new RuntimeApi();
                var dynamoDb = new StandInDynamoDb()) {
            Process process = start(training, api, dynamoDb, Map.of(), WORK.resolve("training.log"));
            api.awaitReady();
            for (int i = 0; i < 50; i++) {
                api.call(EVENT);
            }
            process.destroy();
            process.waitFor();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("No AOT cache was written");
        }
        return new Program(
                program.name(),
                program.handler(),
                program.taskRoot(),
                List.of("-XX:AOTCache=" + cache),
                program.classPath());
    }

    /** A package of the hand-written handler with the libraries that it needs. */
    private static Path yardstick() throws IOException {
        Path root = Files.createDirectories(WORK.resolve("yardstick"));
        Path lib = Files.createDirectories(root.resolve("lib"));
        // A jar, because an AOT cache takes no folder on the class path.
        try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("hand-written.jar")))) {
            for (Class<?> type : List.of(HandWritten.class, Clients.class)) {
                String file = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(file));
                try (var bytes = Objects.requireNonNull(ColdStart.class.getResourceAsStream("/" + file), file)) {
                    bytes.transferTo(jar);
                }
            }
        }
        try (Stream<Path> files = Files.list(FUNCTION.resolve("lib"))) {
            for (Path file : files.filter(ColdStart::isNeededByHand).toList()) {
                Path copy = lib.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
        return root;
    }

    private static boolean isNeededByHand(Path jar) {
        String name = jar.getFileName().toString();
        return Stream.of(
                        "spring",
                        "reactor",
                        "functions-",
                        "jte",
                        "altcha",
                        "jmail",
                        "crac",
                        "micrometer",
                        "commons-logging")
                .noneMatch(name::startsWith);
    }

    private static String jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    File.pathSeparator,
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .map(file -> file.toAbsolutePath().toString())
                            .toList());
        }
    }

    private static double cpuMillis(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    private static int lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
