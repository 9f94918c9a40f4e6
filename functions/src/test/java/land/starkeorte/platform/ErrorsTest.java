package land.starkeorte.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import land.starkeorte.accounts.AccountFunctions;
import land.starkeorte.accounts.AccountSettings;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.applications.PrintSettings;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.decisions.DecisionFunctions;
import land.starkeorte.decisions.LetterSettings;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.events.EventSettings;
import land.starkeorte.fees.FeeFunctions;
import land.starkeorte.fees.FeeSettings;
import land.starkeorte.mail.FeedbackSettings;
import land.starkeorte.mail.MailFunctions;
import land.starkeorte.mail.MailSettings;
import land.starkeorte.members.MemberFunctions;
import land.starkeorte.members.WelcomeSettings;
import land.starkeorte.registrations.BookingCharges;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Store;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.ThrowingError;
import land.starkeorte.upkeep.UpkeepFunctions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/** Whatever one thing does to a run, an Error included, the others of it are done; then it fails loudly and names it. */
class ErrorsTest {
    private static final TestClock CLOCK = new TestClock();

    /** A function that a stream or a schedule starts, by what it is made of. */
    record Told(String name, String key, Function<Store, LambdaFunction> made) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Told> told() {
        return List.of(
                new Told(
                        "deliverMail",
                        "pk",
                        client -> MailFunctions.deliver(
                                read(MailSettings.class), (what, to) -> List.of(), client, CLOCK)),
                new Told(
                        "mailFeedback",
                        "sns",
                        client ->
                                MailFunctions.feedback(read(FeedbackSettings.class), (mail, bad) -> {}, client, CLOCK)),
                new Told(
                        "writeLetters",
                        "pk",
                        client -> DecisionFunctions.writeLetters(
                                read(LetterSettings.class), TransitionEffects.NONE, client, CLOCK)),
                new Told(
                        "printApplications",
                        "pk",
                        client -> ApplicationFunctions.print(read(PrintSettings.class), client, CLOCK)),
                new Told(
                        "issueInvoice",
                        "pk",
                        client -> FeeFunctions.issueInvoice(read(FeeSettings.class), client, CLOCK)),
                new Told(
                        "welcomeMembers",
                        "sk",
                        client -> MemberFunctions.welcome(read(WelcomeSettings.class), client, CLOCK)),
                new Told("openAccounts", "pk", client -> AccountFunctions.open(read(AccountSettings.class), client)),
                new Told(
                        "maintainEvents",
                        "pk",
                        client -> UpkeepFunctions.maintain(
                                read(EventSettings.class), BookingCharges.NONE, client, CLOCK)));
    }

    static Stream<Arguments> eachError() {
        return told().stream().flatMap(function -> ThrowingError.errors().map(error -> Arguments.of(function, error)));
    }

    @BeforeAll
    static void here() {
        System.setProperty("aws.region", "eu-central-1");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eachError")
    void anErrorInTheMiddleEndsNoneOfTheOthers(Told function, Error error) {
        var asked = new ArrayList<String>();
        LambdaFunction running = function.made().apply(new DynamoStore(poisoned(asked, error)));
        assertThatThrownBy(() -> Invoke.function(running, event(function.key(), "first", "poison", "last")))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause();
        assertThat(asked).anyMatch(request -> request.contains("first"));
        assertThat(asked).as("behind the Error").anyMatch(request -> request.contains("last"));
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void aRoundThatFailsEndsNoneOfTheOthers(Error error) {
        var done = new ArrayList<String>();
        var rounds = new ScheduledJobs(
                List.of(
                        (now, each) -> each.attempt("a", () -> done.add("a")),
                        (now, each) -> {
                            each.attempt("b", () -> {
                                throw error;
                            });
                            each.attempt("c", () -> done.add("c"));
                            throw error;
                        },
                        (now, each) -> done.add("d")),
                CLOCK);
        assertThatThrownBy(() -> Invoke.function(rounds, "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Not done: [b, ");
        assertThat(done).containsExactly("a", "c", "d");
    }

    private static ByteArrayInputStream event(String key, String... ids) {
        String records = Stream.of(ids)
                .map(id -> key.equals("sns")
                        ? "{\"Sns\":{\"MessageId\":\"%s\",\"Message\":\"{\\\"eventType\\\":\\\"Bounce\\\",\\\"mail\\\":{\\\"tags\\\":{\\\"mail\\\":[\\\"%s\\\"]}}}\"}}"
                                .formatted(id, id)
                        : "{\"dynamodb\":{\"Keys\":{\"%s\":{\"S\":\"%s\"}}}}".formatted(key, id))
                .collect(Collectors.joining(","));
        return new ByteArrayInputStream(("{\"Records\":[" + records + "]}").getBytes(UTF_8));
    }

    /** Empty tables, but for one thing that nobody can ask for and live. */
    private static DynamoDbClient poisoned(List<String> asked, Error error) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                ErrorsTest.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (self, method, arguments) -> {
                    if (arguments[0] instanceof Consumer<?>) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    if (method.getName().equals("queryPaginator")) {
                        return new QueryIterable((DynamoDbClient) self, (QueryRequest) arguments[0]);
                    }
                    String request = arguments[0].toString();
                    asked.add(request);
                    if (request.contains("poison")) {
                        throw error;
                    }
                    return switch (method.getName()) {
                        case "getItem" -> GetItemResponse.builder().build();
                        case "query" -> QueryResponse.builder().items(List.of()).build();
                        default ->
                            throw ConditionalCheckFailedException.builder().build();
                    };
                });
    }

    /** Settings that are something, whatever they are. */
    private static <S extends Record> S read(Class<S> settings) {
        return Settings.read(settings, name -> "14");
    }
}
