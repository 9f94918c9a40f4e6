package land.starkeorte.infra.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in for Lambda's Runtime API: hands out events, takes the answers, and holds a snapshot until it is restored. */
final class RuntimeApi implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch snapshot = new CountDownLatch(1);
    private final CountDownLatch restore = new CountDownLatch(1);
    private volatile boolean failed;

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2018-06-01/runtime/invocation/", this::invocation);
        server.createContext("/2018-06-01/runtime/restore/next", exchange -> {
            snapshot.countDown();
            await(restore);
            respond(exchange, 200, new byte[0]);
        });
        server.createContext("/2018-06-01/runtime/", exchange -> {
            failed = true;
            answers.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            ready.countDown();
            snapshot.countDown();
            respond(exchange, 202, new byte[0]);
        });
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether it started and asks for its first event; false when it reported a failed start. */
    boolean awaitReady() {
        await(ready);
        return !failed;
    }

    /** Whether it is ready for the snapshot; false when it reported a failure instead. */
    boolean awaitSnapshot() {
        await(snapshot);
        return !failed;
    }

    void restore() {
        restore.countDown();
    }

    /** Nanoseconds from the event's hand-over to its answer. */
    long call(byte[] event) throws InterruptedException {
        long start = System.nanoTime();
        events.add(event);
        String answer = answers.poll(60, TimeUnit.SECONDS);
        long took = System.nanoTime() - start;
        if (answer == null || failed || !answer.contains("401")) {
            throw new IllegalStateException("Unexpected answer: " + answer);
        }
        return took;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void invocation(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            ready.countDown();
            try {
                byte[] event = events.take();
                // Without a content type the real client crashes in native code.
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "bench");
                exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", "9999999999999");
                exchange.getResponseHeaders()
                        .add(
                                "Lambda-Runtime-Invoked-Function-Arn",
                                "arn:aws:lambda:eu-central-1:000000000000:function:b");
                respond(exchange, 200, event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            String answer = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            failed |= exchange.getRequestURI().getPath().endsWith("/error");
            respond(exchange, 202, new byte[0]);
            answers.add(answer);
        }
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The function did not come that far within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
