package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code infra/start} itself: clear words when it cannot, and nothing left running. */
@ResourceLock("a local cloud of its own")
class StartTest {
    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            try (var cloud = LocalCloud.launch("--free-ports", "--developer-port", port)) {
                assertThat(cloud.awaitEnd()).isEqualTo(1);
                assertThat(cloud.said()).anyMatch(line -> line.contains("Port " + port + " is in use"));
            }
        }
    }

    @Test
    void interruptedWhileItStartsItLeavesNothingRunning() {
        try (var cloud = LocalCloud.launch("--free-ports")) {
            assertThat(cloud.awaitLine("Starting the local cloud")).isTrue();
            cloud.interrupt();
            List<ProcessHandle> children = cloud.processes();
            assertThat(cloud.awaitEnd()).isZero();
            awaitEnd(children);
        }
    }

    @Test
    void aDeadCloudEndsItWithAMessageAndNothingLeftRunning() {
        try (var cloud = LocalCloud.start()) {
            cloud.read("/api/challenge");
            List<ProcessHandle> children = cloud.processes();
            children.stream()
                    .filter(child -> child.info().commandLine().orElse("").contains("localcloud.emulator"))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThat(cloud.awaitEnd()).isEqualTo(1);
            assertThat(cloud.said()).anyMatch(line -> line.contains("ended by itself"));
            awaitEnd(children);
        }
    }

    @Test
    void aFunctionWithoutItsRightIsDenied() {
        try (var cloud = LocalCloud.start("--without-statement", "ApplicationsRole:dynamodb:GetItem")) {
            var answer = cloud.read("/api/drafts/00000000000000000000000000000000", "authorization", "Bearer x");
            assertThat(answer.statusCode()).isEqualTo(500);
            String log = LocalCloud.await(cloud::log, text -> text.contains("request failed"), "the function's log");
            assertThat(log)
                    .containsPattern("AccessDeniedException: dynamodb:GetItem on resource: arn:aws:dynamodb:\\S+Table")
                    .contains("  land.starkeorte.")
                    .doesNotContain("Bearer");
        }
    }

    private static void awaitEnd(List<ProcessHandle> children) {
        LocalCloud.await(
                () -> children.stream().filter(ProcessHandle::isAlive).toList(), List::isEmpty, "the children's end");
    }
}
