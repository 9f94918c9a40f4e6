package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What no request leads to: every schedule runs with the rights that its role has, over what the journeys have left. */
@Order(Integer.MAX_VALUE - 1)
class ScheduleTest extends OnTheLocalCloud {
    @Test
    void everyScheduleMayDoWhatItDoes() {
        String past = Today.CLOCK
                .instant()
                .minus(Duration.ofDays(9))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        // A vote is to be counted, and a municipality waits for its answer.
        var applicant = Applicant.send(cloud, "08222000", "otto@mannheim.example");
        cloud.change("PreselectionTable", Map.of("pk", applicant.dossier(), "sk", "poll"), "deadline", past);
        var dossier = Map.of("pk", applicant.dossier(), "sk", "dossier");
        cloud.change("ApplicationsTable", dossier, "duty", "question");
        cloud.change("ApplicationsTable", dossier, "dutyAt", past);
        assertThat(cloud.schedules())
                .hasSizeGreaterThan(10)
                .filteredOn(schedule -> !cloud.runSchedule(schedule))
                .as("what AWS refuses is in the log: %s", cloud.refused())
                .isEmpty();
    }
}
