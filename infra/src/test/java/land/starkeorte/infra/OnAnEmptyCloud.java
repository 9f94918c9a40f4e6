package land.starkeorte.infra;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A test that counts everything there is, and so needs a local cloud of its own, and a browser to look at it. */
@ResourceLock("a local cloud of its own")
abstract class OnAnEmptyCloud {
    static LocalCloud cloud;
    static Browsing browsing;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start();
        browsing = new Browsing();
    }

    @AfterAll
    static void end() {
        browsing.close();
        cloud.close();
    }
}
