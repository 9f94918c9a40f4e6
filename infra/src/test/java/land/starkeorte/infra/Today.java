package land.starkeorte.infra;

import java.time.Clock;
import java.time.ZoneId;
import land.starkeorte.platform.Clocks;

/** The time as the local cloud sees it, in Germany: a test may have been told another day. */
final class Today {
    static final Clock CLOCK = Clocks.system().withZone(ZoneId.of("Europe/Berlin"));

    private Today() {}
}
