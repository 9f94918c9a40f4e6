package land.starkeorte.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until the test moves it: at first on a Monday morning, or when the system property {@code at} says. */
public final class TestClock extends Clock {
    /** When every test begins. */
    public static final Instant START = Instant.parse(System.getProperty("at", "2026-11-23T09:00:00.5Z"));

    private Instant now = START;

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Lets time pass until this moment, whatever the hour at which the tests begin. */
    public void passTo(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
