package land.starkeorte.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import land.starkeorte.testing.Faults;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Never one too many, never a seat lost, whatever goes wrong on the way. */
class SeatsUnderFaultsTest {
    private static final int SEATS = 150;

    @Test
    void everySeatIsTakenOnceWhateverFails() throws Exception {
        var faults = new Faults(7);
        var events = new EventFixture(EventFixture.event("Andrang").put("capacity", SEATS), faults::over);
        List<ConcurrentRegistrations.Answered> answers =
                new ConcurrentRegistrations(events.event, 200, 8, 3).go(events.api);
        assertThat(answers).extracting(ConcurrentRegistrations.Answered::status).containsOnly(201);
        settled(events);
        assertThat(events.taken()).as("%s", faults.report()).doesNotHaveDuplicates();
        Set<Integer> all = new HashSet<>(events.taken());
        assertThat(events.empty()).doesNotContainAnyElementsOf(all);
        all.addAll(events.empty());
        assertThat(all).as("no seat is lost").hasSize(SEATS);
        assertThat(events.list().path("registrations"))
                .as("one registration for each key")
                .hasSize(200);
        for (ConcurrentRegistrations.Answered answered : answers.subList(0, 20)) {
            assertThat(ConcurrentRegistrations.ask(events.api, answered.attempt())
                            .body())
                    .as("the same key")
                    .isEqualTo(answered.body());
        }
        Set<String> told = Set.of("eventregistered", "eventwaiting").stream()
                .flatMap(template -> events.mails(template).stream())
                .map(mail -> mail.path("to").asString())
                .collect(Collectors.toSet());
        assertThat(told).as("no mail is lost").hasSize(200);
        assertThat(faults.conflicts.get() + faults.lost.get() + faults.killed.get())
                .isPositive();
    }

    @Test
    void theCapacityChangesWhileEverybodyComes() throws Exception {
        var faults = new Faults(11);
        var events = new EventFixture(EventFixture.event("Andrang").put("capacity", 60), faults::over);
        var rush = Thread.ofPlatform().start(() -> {
            try {
                new ConcurrentRegistrations(events.event, 120, 6, 5).go(events.api);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        int most = 60;
        for (int capacity : List.of(90, 40, 75, 50)) {
            while (events.change(EventFixture.event("Andrang").put("capacity", capacity))
                            .status()
                    != 200) {
                Thread.onSpinWait();
            }
            assertThat(events.taken().size()).isLessThanOrEqualTo(most = Math.max(most, capacity));
        }
        rush.join();
        settled(events);
        JsonNode list = events.list();
        assertThat(events.taken()).doesNotHaveDuplicates();
        assertThat(events.taken().size() + events.empty().size())
                .as("as many as are wanted, and those who were there before")
                .isEqualTo(50 + list.path("tooMany").asInt());
        assertThat(events.mails("eventcancelled")).as("nobody is thrown out").isEmpty();
        assertThat(events.mails("eventregistered").size()
                        + events.mails("eventwaiting").size())
                .isEqualTo(120);
    }

    @Test
    void aMailingGoesOnWhereItWasKilledAndTellsNobodyTwice() throws Exception {
        var faults = new Faults(13);
        var events = new EventFixture(EventFixture.event("Andrang").put("capacity", 400), faults::over);
        new ConcurrentRegistrations(events.event, 130, 8, 9).go(events.api);
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Sturm\"}");
        settled(events);
        List<String> told = events.mails("eventoff").stream()
                .map(mail -> mail.path("to").asString())
                .toList();
        assertThat(told).hasSize(130).doesNotHaveDuplicates();
    }

    /** The schedule comes until it goes through. */
    private static void settled(EventFixture events) {
        for (int failures = 0; ; failures++) {
            try {
                events.round();
                return;
            } catch (RuntimeException | Faults.Killed notYet) {
                assertThat(failures).as("%s", notYet.getMessage()).isLessThan(300);
            }
        }
    }
}
