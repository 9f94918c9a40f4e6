package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What no request leads to: every schedule runs with the rights that its role has, over what the journeys have left. */
@Order(Integer.MAX_VALUE - 1)
class ScheduleTest extends OnTheLocalCloud {
    @Test
    void everyScheduleMayDoWhatItDoes() {
        Applicant.send(cloud, "08222000", "otto@mannheim.example");
        assertThat(cloud.schedules()).hasSizeGreaterThan(10).allMatch(cloud::runSchedule);
    }
}
