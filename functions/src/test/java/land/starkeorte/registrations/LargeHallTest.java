package land.starkeorte.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.participants.ParticipantFunctions;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.testing.Faults;
import land.starkeorte.testing.Invoke;
import land.starkeorte.upkeep.UpkeepFunctions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An event with as many seats as the form allows is answered at once; its seats follow, each of them once. */
class LargeHallTest {
    private static final int SEATS = 10_000;

    private final AtomicInteger writes = new AtomicInteger();

    @Test
    void theAnswerDoesNotWaitForTenThousandSeatsAndTheyAllComeOnce() throws Exception {
        var faults = new Faults(17);
        var events = new EventFixture(EventFixture.event("Kongress").put("capacity", SEATS), UnaryOperator.identity());
        assertThat(events.empty()).as("the first ones are there at once").hasSize(270);
        assertThat(free(events)).as("the others are as free as these").isEqualTo(20);
        LambdaFunction failing = UpkeepFunctions.maintain(
                EventFixture.settings(events.dossiers),
                BookingCharges.NONE,
                new DynamoStore(faults.over(events.dossiers.tables().client())),
                events.dossiers.clock());
        var runs = IntStream.range(0, 2)
                .mapToObj(i -> Thread.ofPlatform().start(() -> untilDone(failing, events.event)))
                .toList();
        for (Thread run : runs) {
            run.join();
        }
        events.tend();
        assertThat(new HashSet<>(events.empty())).as("%s", faults.report()).hasSize(SEATS);
        assertThat(events.empty()).hasSize(SEATS);
        events.tend();
        assertThat(events.empty()).hasSize(SEATS);
        assertThat(faults.killed.get() + faults.lost.get()).isPositive();
    }

    @Test
    void aSeriesOfFortyIsPublishedWithFewWritesAndEveryDateCanBeRegisteredForAtOnce() {
        var events = new EventFixture(EventFixture.event("Treffen").put("capacity", 0), UnaryOperator.identity());
        LambdaFunction counted = ParticipantFunctions.serve(
                EventFixture.settings(events.dossiers),
                BookingCharges.NONE,
                new DynamoStore(counting(events.dossiers.tables().client())),
                events.dossiers.clock());
        String first = events.staff(
                        "POST",
                        "",
                        EventFixture.event("Reihe")
                                .put("capacity", SEATS)
                                .put("rrule", "FREQ=WEEKLY;COUNT=40")
                                .toString())
                .body()
                .path("id")
                .asString();
        int status = events.dossiers
                .as(
                        "anna",
                        "staff",
                        "",
                        counted,
                        "POST",
                        "/api/staff/events/" + first + "/publication",
                        "{\"following\":true}")
                .status();
        assertThat(status).isEqualTo(201);
        assertThat(writes.get())
                .as("the publication, and the first date's first seats")
                .isLessThanOrEqualTo(4);
        List<String> dates = events.staff("GET", "", null)
                .body()
                .path("events")
                .valueStream()
                .filter(date -> date.path("title").asString().equals("Reihe"))
                .map(date -> date.path("id").asString())
                .toList();
        assertThat(dates).hasSize(40);
        String last = dates.getFirst();
        assertThat(events.dossiers
                        .call(events.api, "GET", "/api/events/" + last, null, Map.<String, String>of())
                        .body()
                        .path("free")
                        .asInt())
                .as("nothing is said to be booked out that was only not made yet")
                .isEqualTo(20);
        assertThat(events.dossiers
                        .as(
                                "person-12073008",
                                "member",
                                "12073008",
                                events.api,
                                "POST",
                                "/api/member/events/" + last + "/registrations",
                                EventFixture.people("Anna", 10).toString())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        var table = events.dossiers.tables().reach("RegistrationsTable");
        assertThat(dates)
                .allSatisfy(date -> assertThat(table.find(date, "making", Registrations.Making.class))
                        .as("the stream is told of each date")
                        .isPresent());
    }

    private static int free(EventFixture events) {
        return events.dossiers
                .call(events.api, "GET", "/api/events/" + events.event, null, Map.<String, String>of())
                .body()
                .path("free")
                .asInt();
    }

    /** As the stream does: again, until it goes through. */
    private static void untilDone(LambdaFunction tending, String event) {
        String told = "{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"%s\"}}}}]}".formatted(event);
        Stream.generate(() -> {
                    try {
                        Invoke.function(tending, new ByteArrayInputStream(told.getBytes(StandardCharsets.UTF_8)));
                        return true;
                    } catch (RuntimeException | Faults.Killed again) {
                        return false;
                    }
                })
                .limit(300)
                .filter(done -> done)
                .findFirst()
                .orElseThrow();
    }

    private DynamoDbClient counting(DynamoDbClient real) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                LargeHallTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("transactWrite")) {
                        writes.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
