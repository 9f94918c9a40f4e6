package land.starkeorte.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import land.starkeorte.platform.Json;
import tools.jackson.databind.JsonNode;

/** What {@code infra/start} runs, started for tests at any free ports and ended after them. */
final class LocalCloud implements AutoCloseable {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** HTTP/1.1, because a server that does not know the offer to go on in HTTP/2 may stumble over it. */
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final List<String> said = new ArrayList<>();
    String site = "";
    private String developerPage = "";

    /** Where it keeps what it needs while it runs. */
    final Path work;

    private LocalCloud(Process process, Path work) {
        this.process = process;
        this.work = work;
    }

    /** Wherever ports are free. */
    static LocalCloud start(String... more) {
        var options = new ArrayList<>(List.of("--free-ports", "--cold"));
        options.addAll(List.of(more));
        var cloud = launch(options.toArray(String[]::new));
        if (!cloud.awaitLine("Ctrl-C ends it.")) {
            cloud.close();
            throw new IllegalStateException("infra/start ended: " + cloud.said);
        }
        cloud.site = cloud.address("Site: ");
        cloud.developerPage = cloud.address("Developer page: ");
        return cloud;
    }

    /** The one that {@code infra/start} runs already, by what it wrote down; it goes on afterwards. */
    static LocalCloud running(Path written) {
        try {
            var cloud = new LocalCloud(null, written.getParent());
            cloud.said.addAll(Files.readAllLines(written));
            cloud.site = cloud.address("Site: ");
            cloud.developerPage = cloud.address("Developer page: ");
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only begins to start. */
    static LocalCloud launch(String... options) {
        var command = new ArrayList<>(List.of(ROOT.resolve("infra/start").toString()));
        command.addAll(List.of(options));
        try {
            Path work = Files.createTempDirectory(Files.createDirectories(ROOT.resolve("infra/target")), "cloud-");
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("TMPDIR", work.toString());
            return new LocalCloud(builder.start(), work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String label) {
        return said.stream()
                .filter(line -> line.startsWith(label))
                .findFirst()
                .orElseThrow()
                .substring(label.length());
    }

    /** Reads on until a line says this; false when the process ends before. */
    boolean awaitLine(String expected) {
        try {
            var output = process.inputReader(UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains(expected)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it said up to its end, and its exit code. */
    int awaitEnd() {
        awaitLine("\0");
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> said() {
        return said;
    }

    /** Every process that belongs to it. */
    List<ProcessHandle> processes() {
        return process.descendants().toList();
    }

    /** As Ctrl-C does. */
    void interrupt() {
        signal("INT");
    }

    private void signal(String name) {
        try {
            // The shell's own: a bare Debian has no other.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mails that were sent to this address, newest first. */
    List<JsonNode> mails(String address) {
        return fetch(developerPage + "/mails")
                .valueStream()
                .filter(mail -> mail.path("to")
                        .valueStream()
                        .anyMatch(to -> to.asString().equals(address)))
                .toList();
    }

    /** The newest mail to this address that is about this, as soon as it is there. */
    JsonNode awaitMail(String address, String about) {
        return await(
                        () -> mails(address).stream()
                                .filter(mail -> mail.path("subject").asString().contains(about))
                                .findFirst(),
                        java.util.Optional::isPresent,
                        "a mail to " + address + " about " + about)
                .orElseThrow();
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** Any request, as whoever {@code headers} says. */
    HttpResponse<String> request(String method, String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    HttpResponse<String> read(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(site + path)), headers);
    }

    /** As pressing the button on the developer page; whether it went well. */
    boolean runSchedule(String name) {
        var answer = send(HttpRequest.newBuilder(URI.create(developerPage + "/schedules/" + name))
                .POST(HttpRequest.BodyPublishers.noBody()));
        return answer.headers().firstValue("location").filter("/"::equals).isPresent();
    }

    /** Every schedule that has a button. */
    List<String> schedules() {
        return Pattern.compile("/schedules/(\\w+)")
                .matcher(send(HttpRequest.newBuilder(URI.create(developerPage + "/")))
                        .body())
                .results()
                .map(button -> button.group(1))
                .toList();
    }

    /** Changes one text of a record behind everybody's back, for example to let time pass. */
    void change(String table, Map<String, String> key, String attribute, String value) {
        var body = Json.MAPPER.writeValueAsString(
                Map.of("table", table, "key", key, "attribute", attribute, "value", value));
        var done = send(HttpRequest.newBuilder(URI.create(developerPage + "/change"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (done.statusCode() != 200) {
            throw new IllegalStateException("Not changed: " + done.statusCode());
        }
    }

    /** Lets an account that the functions made be used at the local sign-in page; false as long as there is none. */
    boolean givePassword(String mail) {
        return send(HttpRequest.newBuilder(URI.create(developerPage + "/password/" + mail))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode()
                == 303;
    }

    /** What the functions wrote. */
    String log() {
        return send(HttpRequest.newBuilder(URI.create(developerPage + "/log"))).body();
    }

    /** The lines of it about what a role does not allow. */
    List<String> refused() {
        return log().lines().filter(line -> line.contains("AccessDenied")).toList();
    }

    static <T> T await(Supplier<T> look, Predicate<T> done, String what) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        for (T seen = look.get(); ; seen = look.get()) {
            if (done.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("Waited a minute for " + what + "; there was " + seen);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        signal("TERM");
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any JSON. */
    static JsonNode fetch(String url) {
        return Json.MAPPER.readTree(
                send(HttpRequest.newBuilder(URI.create(url))).body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
