package land.starkeorte.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one clock. Tests let it run ahead by the variable {@code CLOCK_SHIFT} (ISO 8601, {@code PT1080H}); what AWS and its
 * emulator check themselves (signatures, tokens, expiring items) goes by the real time all the same.
 */
public final class Clocks {
    private static final Duration SHIFT = shift(System::getenv);

    private Clocks() {}

    /** Now, as everything of ours sees it. */
    public static Clock system() {
        return Clock.offset(Clock.systemUTC(), SHIFT);
    }

    /** The real time at a moment of our clock, for what others hold against theirs. */
    public static Instant real(Instant ours) {
        return ours.minus(SHIFT);
    }

    /** Refuses to start on AWS with a clock that is wrong, instead of doing everything at the wrong time. */
    static Duration shift(UnaryOperator<@Nullable String> environment) {
        String shift = Objects.requireNonNullElse(environment.apply("CLOCK_SHIFT"), "");
        if (shift.isEmpty()) {
            return Duration.ZERO;
        }
        if (Objects.requireNonNullElse(environment.apply("AWS_EXECUTION_ENV"), "")
                .startsWith("AWS_Lambda_")) {
            throw new IllegalStateException("CLOCK_SHIFT is for tests: take it out of the function's variables");
        }
        return Duration.parse(shift);
    }
}
