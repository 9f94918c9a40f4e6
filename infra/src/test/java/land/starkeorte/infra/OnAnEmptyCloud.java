package land.starkeorte.infra;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test that counts everything there is, and so needs a local cloud of its own, and a browser to look at it. */
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
