package land.starkeorte.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.testing.TestClock;
import land.starkeorte.testing.TestTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often somebody is written to at others' word. */
class MailLimitsTest {
    private final TestClock clock = new TestClock();
    private final TestTables tables = new TestTables();
    private final Outbox outbox = new Outbox(tables.store().table(tables.table("OutboxTable")));
    private final Mailman mailman = new Mailman(tables, clock);

    /** Whole mails, in whichever form; what several have in common is a part, and says nothing of a site. */
    static Stream<String> templates() throws IOException {
        return Stream.concat(Files.list(Path.of("src/main/jte/text")), Files.list(Path.of("src/main/jte/html")))
                .filter(file -> read(file).contains("@param String site"))
                .map(file -> file.getFileName().toString().replace(".jte", ""))
                .filter(name -> !name.equals("layout"))
                .distinct();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theTableSaysHowOftenEveryMailMayBeSent(String template) {
        assertThat(mail(template, "anne@gemeinde.example", "cause").counts()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyMailIsWrittenInBothForms(String template) {
        assertThat(List.of("text", "html"))
                .allSatisfy(form -> assertThat(Path.of("src/main/jte", form, template + ".jte"))
                        .exists());
    }

    @Test
    void whatTheTableDoesNotKnowIsNoMail() {
        assertThatThrownBy(() -> mail("advertisement", "anne@gemeinde.example", "cause"))
                .hasMessageContaining("advertisement");
        assertThatThrownBy(() -> mail("draft", "anne@gemeinde.example", null))
                .as("told once for each dossier, so it must say for which")
                .hasMessageContaining("draft");
    }

    @Test
    void whoeverAsksForLinksGetsOneMailInTenMinutes() {
        for (int minute = 0; minute < 10; minute++) {
            put(mail(
                    "links", minute % 2 == 0 ? "anne@gemeinde.example" : "Anne+" + minute + "@Gemeinde.example", null));
            mailman.deliver();
            clock.pass(Duration.ofMinutes(1));
        }
        put(mail("links", "bert@gemeinde.example", null));
        assertThat(mailman.deliver()).containsExactly("anne@gemeinde.example", "bert@gemeinde.example");
        put(mail("links", "anne@gemeinde.example", null));
        assertThat(mailman.deliver()).hasSize(3);
    }

    @Test
    void whoeverIsNamedIsToldOnceForEachCauseAndSoOftenADay() {
        for (int cause = 0; cause < 7; cause++) {
            put(mail("draft", "anne@gemeinde.example", "draft" + cause));
            put(mail("draft", "anne@gemeinde.example", "draft" + cause));
            mailman.deliver();
        }
        assertThat(mailman.deliver()).hasSize(5);
        clock.pass(Duration.ofDays(1));
        put(mail("draft", "anne@gemeinde.example", "draft0"));
        assertThat(mailman.deliver()).as("told of this one already").hasSize(5);
        put(mail("draft", "anne@gemeinde.example", "draft7"));
        assertThat(mailman.deliver()).hasSize(6);
    }

    @Test
    void whatIsLeftOutStandsInTheLedgerAndNoAddressStandsInWhatIsCounted() {
        var mails = List.of(mail("links", "anne@gemeinde.example", null), mail("links", "anne@gemeinde.example", null));
        mails.forEach(this::put);
        mailman.deliver();
        assertThat(mails.stream()
                        .map(mail -> outbox.find(mail.id()).orElseThrow().failure()))
                .containsOnlyOnce("limit reached");
        var counts = tables.items("OutboxTable").stream()
                .filter(item -> item.path("pk").asString().startsWith("limit#"))
                .toList();
        assertThat(counts).hasSize(1).allSatisfy(count -> {
            assertThat(count.toString()).doesNotContain("anne").doesNotContain("gemeinde");
            assertThat(count.path("expires").asLong())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)).getEpochSecond());
        });
    }

    @Test
    void ofManyAtTheSameMomentNoMoreLeaveThanMay() {
        List<Mail> mails = IntStream.range(0, 12)
                .mapToObj(i -> mail("draft", "anne@gemeinde.example", "draft" + i))
                .toList();
        var counts = mails.stream()
                .parallel()
                .map(mail -> outbox.count(mail.id(), mail.counts(), clock.instant()))
                .toList();
        assertThat(counts).filteredOn(counted -> counted).hasSize(5);
    }

    @Test
    void aMailThatIsTriedAgainCountsOnce() {
        Mail first = mail("links", "anne@gemeinde.example", null);
        var counts = first.counts();
        assertThat(outbox.count(first.id(), counts, clock.instant())).isTrue();
        assertThat(outbox.count(first.id(), counts, clock.instant())).isTrue();
        assertThat(outbox.count("another", counts, clock.instant())).isFalse();
    }

    private void put(Mail mail) {
        outbox.add(mail, clock.instant());
    }

    private static Mail mail(String template, String to, @Nullable String cause) {
        return new Mail(
                UUID.randomUUID().toString(),
                to,
                template,
                Map.of("text", "", "subject", ""),
                LinkTarget.of("id"),
                null,
                null,
                List.of(),
                cause);
    }
}
