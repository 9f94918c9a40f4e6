package land.starkeorte.infra;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test that needs a local cloud, which it shares with others of its kind, and a browser to look at it. */
@ResourceLock("the shared local cloud")
abstract class OnTheLocalCloud {
    static LocalCloud cloud;
    static Browsing browsing;

    /** Started for the first that needs it; JUnit closes what is in its store when all tests are done. */
    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> cloud = shared(context);

    static LocalCloud shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(LocalCloud.class, any -> startedOrRunning(), LocalCloud.class);
    }

    private static LocalCloud startedOrRunning() {
        String running = System.getProperty("running", "");
        return running.isEmpty() ? LocalCloud.start() : LocalCloud.running(Path.of(running));
    }

    @BeforeAll
    static void open() {
        browsing = new Browsing();
    }

    @AfterAll
    static void end() {
        browsing.close();
    }
}
