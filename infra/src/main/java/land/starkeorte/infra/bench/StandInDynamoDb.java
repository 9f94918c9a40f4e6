package land.starkeorte.infra.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Answers at once and always the same, so that a bench measures the function and not a database. */
final class StandInDynamoDb implements AutoCloseable {
    private final HttpServer server;

    StandInDynamoDb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int status = 200;
            String answer = "{}";
            if (operation.endsWith("TransactWriteItems")) {
                status = 400;
                answer = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                        + "\"CancellationReasons\":[{\"Code\":\"ConditionalCheckFailed\"}]}";
            } else if (request.contains("signing-key")) {
                answer = "{\"Item\":{\"id\":{\"S\":\"signing-key\"},\"secret\":{\"S\":\"bench\"}}}";
            }
            byte[] body = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
