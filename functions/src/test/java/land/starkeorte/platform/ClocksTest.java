package land.starkeorte.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clock that a test has shifted, and that nobody can shift on AWS without noticing. */
class ClocksTest {
    @Test
    void aTestLetsTheClockRunAhead() {
        assertThat(Clocks.shift(Map.of("CLOCK_SHIFT", "PT1080H")::get)).isEqualTo(Duration.ofDays(45));
        assertThat(Clocks.shift(Map.of("CLOCK_SHIFT", "")::get)).isZero();
        assertThat(Clocks.shift(Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_java25")::get))
                .isZero();
    }

    @Test
    void onAwsAShiftedClockDoesNotStart() {
        var variables = Map.of("CLOCK_SHIFT", "PT1S", "AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        assertThatThrownBy(() -> Clocks.shift(variables::get)).hasMessageContaining("CLOCK_SHIFT is for tests");
    }
}
