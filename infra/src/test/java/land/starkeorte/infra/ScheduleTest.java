package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What no request leads to: every schedule runs with the rights that its role has, over what the journeys have left. */
@Order(Integer.MAX_VALUE - 1)
class ScheduleTest extends OnTheLocalCloud {
    @Test
    void everyScheduleMayDoWhatItDoes() {
        // A vote is to be counted, and a municipality waits for its answer.
        String past = Today.CLOCK
                .instant()
                .minus(Duration.ofDays(9))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var votedOn = Applicant.send(cloud, "08222000", "otto@mannheim.example");
        cloud.change("PreselectionTable", Map.of("pk", votedOn.dossier(), "sk", "poll"), "deadline", past);
        var waiting = Applicant.send(cloud, "08221000", "ida@heidelberg.example");
        var written = cloud.post(
                "/api/dossiers/" + waiting.dossier() + "/messages",
                "{\"text\":\"Wann wird entschieden?\"}",
                "authorization",
                "Bearer " + waiting.secret(),
                "idempotency-key",
                UUID.randomUUID().toString());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        cloud.change("ApplicationsTable", Map.of("pk", waiting.dossier(), "sk", "dossier"), "waitingAt", past);
        assertThat(cloud.schedules())
                .hasSizeGreaterThan(10)
                .filteredOn(schedule -> !cloud.runSchedule(schedule))
                .as("what AWS refuses is in the log: %s", cloud.refused())
                .isEmpty();
    }
}
