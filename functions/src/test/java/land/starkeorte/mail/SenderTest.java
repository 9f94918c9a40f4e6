package land.starkeorte.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("it reads what is written to the standard output")
class SenderTest {
    private final TestClock clock = new TestClock();
    private final Outbox outbox = new Outbox(new MemoryStore().table("outbox"));
    private final Fakes.MemoryPost transport = new Fakes.MemoryPost();
    private final LinkIssuer links = (dossier, address) -> address.startsWith("unknown")
            ? List.of()
            : List.of(
                    new LinkIssuer.Link("Göttingen (Niedersachsen)", "https://starke-orte.example/antrag/#id.secret"));
    private final List<String> told = new java.util.ArrayList<>();
    private final List<Duration> paused = new java.util.ArrayList<>();
    private final MailSender sender = new MailSender(
            outbox,
            links,
            new MailRenderer("https://starke-orte.example", "netzwerk@starke-orte.example", key -> new byte[] {1}),
            transport,
            clock);

    @Test
    void aMailIsSentOnceHoweverOftenTheStreamTells() {
        queue("a", "anne@gemeinde.example");
        sender.send(List.of("a", "a"));
        sender.send(List.of("a"));
        sweep();
        assertThat(transport.posted).containsExactly("anne@gemeinde.example");
        assertThat(entry("a").state()).isEqualTo(OutboxEntry.State.SENT);
    }

    @Test
    void whatItSaidIsKeptWithoutTheLinkThatOpensADossier() {
        queue("a", "anne@gemeinde.example");
        sender.send(List.of("a"));
        SentText written = entry("a").written();
        assertThat(transport.renderer.getFirst().text()).contains("#id.secret");
        assertThat(written.subject()).isEqualTo(transport.renderer.getFirst().subject());
        assertThat(written.text())
                .isEqualTo(transport
                        .renderer
                        .getFirst()
                        .text()
                        .replace(
                                "https://starke-orte.example/antrag/#id.secret",
                                "(persönlicher Link, steht nur in der E-Mail)"));
    }

    @Test
    void whatTheServiceHadNoTimeForIsSentBySweepingLater() {
        queue("a", "anne@gemeinde.example");
        transport.failures.add(new MailTransport.Busy(new IllegalStateException()));
        assertThatThrownBy(() -> sender.send(List.of("a"))).hasMessageContaining("a");
        sweep();
        assertThat(transport.posted).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        sweep();
        assertThat(transport.posted).hasSize(1);
        clock.pass(Duration.ofDays(3));
        sweep();
        assertThat(transport.posted).as("swept again, and late").hasSize(1);
    }

    @Test
    void veryManyMailsLeaveAtThePaceThatTheServiceAllows() {
        for (int i = 0; i < 95; i++) {
            queue("m" + i, "m" + i + "@gemeinde.example");
        }
        sweep();
        assertThat(transport.posted).hasSize(95);
        assertThat(paused)
                .as("a second for ten of them, less what sending took")
                .hasSize(9)
                .allMatch(Duration.ofSeconds(1)::equals);
    }

    @Test
    void whatIsForManyLeavesAsSoonAsTheStreamTellsAndHoldsUpNobodysOwnMail() {
        for (int i = 0; i < 25; i++) {
            queue("many-" + i, "m" + i + "@gemeinde.example");
        }
        queue("own", "anne@gemeinde.example");
        var deliver = new DeliverMail(sender);
        Invoke.function(deliver, told(outbox.due(clock.instant(), 100)));
        assertThat(transport.posted).as("the fast lane").containsExactly("anne@gemeinde.example");
        List<String> many = outbox.due(clock.instant(), 100);
        Invoke.function(sweeping(), told(many));
        assertThat(transport.posted).hasSize(26).doesNotHaveDuplicates();
        assertThat(paused).as("ten a second").hasSize(2);
        Invoke.function(sweeping(), told(many));
        sweep();
        assertThat(transport.posted).as("told twice, and swept").hasSize(26);
    }

    @Test
    void severalWhoSendForManyShareThePace() {
        for (int i = 0; i < 20; i++) {
            queue("many-" + i, "m" + i + "@gemeinde.example");
        }
        outbox.isTurn(clock.instant());
        sweep();
        assertThat(transport.posted).hasSize(20);
        assertThat(paused)
                .as("another one's second, then two of ours and a look")
                .hasSize(3);
    }

    private static java.io.InputStream told(List<String> ids) {
        String records = ids.stream()
                .map(id -> "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + id + "\"}}}}")
                .collect(java.util.stream.Collectors.joining(","));
        return new java.io.ByteArrayInputStream(
                ("{\"Records\":[" + records + "]}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void aBatchTriesEveryMailBeforeItFails() {
        queue("a", "a@gemeinde.example");
        queue("b", "b@gemeinde.example");
        queue("c", "c@gemeinde.example");
        transport.failures.add(new MailTransport.Busy(new IllegalStateException()));
        assertThatThrownBy(() -> sender.send(List.of("a", "b", "c"))).hasMessage("Mails not sent: [a]");
        assertThat(transport.posted).containsExactly("b@gemeinde.example", "c@gemeinde.example");
    }

    @Test
    void aMailWhoseSenderDiedIsSentWhenItsLeaseIsOver() {
        queue("a", "anne@gemeinde.example");
        outbox.claim("a", clock.instant(), clock.instant().plus(MailSender.LEASE));
        sweep();
        assertThat(transport.posted).isEmpty();
        clock.pass(MailSender.LEASE);
        sweep();
        assertThat(transport.posted).hasSize(1);
    }

    @Test
    void aRefusedMailIsClosedAndNotTriedAgain() {
        queue("a", "anne@gemeinde.example");
        transport.failures.add(new MailTransport.Refused(new IllegalStateException()));
        sender.send(List.of("a"));
        clock.pass(Duration.ofDays(2));
        sweep();
        assertThat(transport.posted).isEmpty();
        assertThat(entry("a").state()).isEqualTo(OutboxEntry.State.FAILED);
    }

    @Test
    void aServiceThatStaysBusyIsGivenUpAfterADay() {
        queue("a", "anne@gemeinde.example");
        int tries = 0;
        while (entry("a").state() == OutboxEntry.State.QUEUED) {
            transport.failures.add(new MailTransport.Busy(new IllegalStateException()));
            assertThatThrownBy(() -> sender.send(List.of("a"))).isInstanceOf(IllegalStateException.class);
            clock.pass(Duration.ofHours(4));
            tries++;
        }
        assertThat(tries).isEqualTo(MailSender.MOST_ATTEMPTS);
    }

    @Test
    void whoMayOpenNothingGetsNoMail() {
        outbox.add(
                new Mail("a", "unknown@gemeinde.example", "links", Map.of(), new LinkTarget.EveryDossier(), null),
                clock.instant());
        sender.send(List.of("a"));
        assertThat(transport.posted).isEmpty();
        assertThat(entry("a").state()).isEqualTo(OutboxEntry.State.DROPPED);
    }

    @Test
    void aMailWaitsForTheOneBeforeItHoweverLateThatIs() {
        queue("letter", "anne@gemeinde.example");
        outbox.add(
                new Mail("invoice", "anne@gemeinde.example", "message", Map.of(), LinkTarget.of("id"), "id")
                        .following("letter"),
                clock.instant());
        for (int i = 0; i < 2 * MailSender.MOST_ATTEMPTS; i++) {
            sender.send(List.of("invoice"));
            assertThat(transport.posted).isEmpty();
            clock.pass(Duration.ofMinutes(15));
        }
        sender.send(List.of("letter"));
        transport.failures.add(new MailTransport.Busy(new IllegalStateException()));
        assertThatThrownBy(() -> sender.send(List.of("invoice"))).hasMessageContaining("invoice");
        assertThat(entry("invoice").state()).as("waiting was no attempt").isEqualTo(OutboxEntry.State.QUEUED);
        clock.pass(Duration.ofMinutes(15));
        sweep();
        sweep();
        assertThat(transport.posted).hasSize(2);
    }

    @Test
    void whatFailedForGoodHoldsNothingUp() {
        queue("letter", "anne@gemeinde.example");
        outbox.add(
                new Mail("invoice", "anne@gemeinde.example", "message", Map.of(), LinkTarget.of("id"), "id")
                        .following("letter"),
                clock.instant());
        transport.failures.add(new MailTransport.Refused(new IllegalStateException()));
        sender.send(List.of("letter"));
        sender.send(List.of("invoice"));
        assertThat(transport.posted).hasSize(1);
        outbox.add(
                new Mail("other", "bert@gemeinde.example", "message", Map.of(), LinkTarget.of("id"), "id")
                        .following("never written"),
                clock.instant());
        sender.send(List.of("other"));
        assertThat(transport.posted).hasSize(2);
    }

    @Test
    void noAddressAndNoSecretReachesTheLog() {
        queue("a", "anne@gemeinde.example");
        transport.failures.add(new MailTransport.Busy(new IllegalStateException("anne@gemeinde.example is throttled")));
        var captured = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(captured, true));
        try {
            assertThatThrownBy(() -> sender.send(List.of("a"))).hasNoCause().hasMessage("Mails not sent: [a]");
        } finally {
            System.setOut(before);
        }
        assertThat(captured.toString())
                .contains("mail not sent")
                .doesNotContain("@")
                .doesNotContain("secret");
    }

    @Test
    void lettersSayWhatHappenedForWhomAndWhatToDo() {
        var model = Map.of(
                "municipality",
                "Göttingen (Niedersachsen)",
                "reference",
                "KX3M-9RTA",
                "ags",
                "03159016",
                "dossier",
                "0a");
        outbox.add(
                new Mail("a", "anne@gemeinde.example", "received", model, LinkTarget.of("id"), "id"), clock.instant());
        outbox.add(new Mail("b", "staff@starke-orte.example", "arrived", model, null, "id"), clock.instant());
        sweep();
        assertThat(transport.renderer.get(0).subject())
                .isEqualTo("Antrag von Göttingen (Niedersachsen) ist angekommen: KX3M-9RTA");
        assertThat(transport.renderer.get(0).text())
                .contains("KX3M-9RTA")
                .contains("https://starke-orte.example/antrag/#id.secret");
        assertThat(transport.renderer.get(0).html()).contains("KX3M-9RTA").contains("/antrag/#id.secret");
        assertThat(transport.renderer.get(1).subject())
                .isEqualTo("Neuer Antrag: Göttingen (Niedersachsen) (KX3M-9RTA)");
    }

    @Test
    void aMailThatComesBackIsNotedInTheLedgerWhateverTheOrder() {
        queue("a", "anne@gemeinde.example");
        queue("b", "bert@gemeinde.example");
        var feedback = new MailFeedback(outbox, (mail, complaint) -> told.add(mail.id()), clock);
        var _ = Invoke.function(feedback, bounceOf("b"));
        sender.send(List.of("a", "b"));
        outbox.sent("b", "message", new SentText("Betreff", "Text"));
        var _ = Invoke.function(feedback, bounceOf("a"));
        var _ = Invoke.function(feedback, bounceOf("a"));
        assertThat(Stream.of(entry("a"), entry("b")))
                .extracting(OutboxEntry::state)
                .containsOnly(OutboxEntry.State.BOUNCED);
        assertThat(entry("a").failure()).isEqualTo("Permanent");
        assertThat(told).containsOnly("a", "b");
    }

    @Test
    void nothingMoreIsSentToAnAddressThatIsGone() {
        queue("a", "anne@gemeinde.example");
        sender.send(List.of("a"));
        var feedback = new MailFeedback(outbox, (mail, complaint) -> told.add(mail.id()), clock);
        var _ = Invoke.function(feedback, bounceOf("a"));
        queue("b", "Anne@gemeinde.example");
        sender.send(List.of("b"));
        assertThat(transport.posted).hasSize(1);
        assertThat(entry("b").failure()).isEqualTo("address suppressed");
    }

    @Test
    void aComplaintSuppressesTheAddressAndAFullMailboxDoesNot() {
        queue("a", "anne@gemeinde.example");
        queue("b", "bert@gemeinde.example");
        sender.send(List.of("a", "b"));
        var complaints = new java.util.ArrayList<Boolean>();
        var feedback = new MailFeedback(outbox, (mail, complaint) -> complaints.add(complaint), clock);
        var _ = Invoke.function(feedback, newsOf("a", "Complaint", ""));
        var _ = Invoke.function(feedback, newsOf("b", "Bounce", "Transient"));
        var _ = Invoke.function(feedback, newsOf("unknown", "Bounce", "Permanent"));
        var _ = Invoke.function(feedback, newsOf("b", "Delivery", ""));
        assertThat(complaints).containsExactly(true, false);
        assertThat(outbox.isSuppressed("anne@gemeinde.example")).isTrue();
        assertThat(outbox.isSuppressed("bert@gemeinde.example")).isFalse();
    }

    @Test
    void whenTellingFailsTheBounceIsToldAgainAndEndsTheSame() {
        queue("a", "anne@gemeinde.example");
        sender.send(List.of("a"));
        var failing = new MailFeedback(
                outbox,
                (mail, complaint) -> {
                    throw new IllegalStateException("the table is away");
                },
                clock);
        assertThatThrownBy(() -> Invoke.function(failing, bounceOf("a"))).isInstanceOf(IllegalStateException.class);
        assertThat(entry("a").state()).isEqualTo(OutboxEntry.State.SENT);
        var feedback = new MailFeedback(outbox, (mail, complaint) -> told.add(mail.id()), clock);
        var _ = Invoke.function(feedback, bounceOf("a"));
        assertThat(entry("a").state()).isEqualTo(OutboxEntry.State.BOUNCED);
        assertThat(told).containsExactly("a");
    }

    @Test
    void everyOccasionHasBothItsLetters() {
        var model = Map.of(
                "municipality",
                "Göttingen (Niedersachsen)",
                "reference",
                "KX3M-9RTA",
                "ags",
                "03159016",
                "dossier",
                "0a",
                "until",
                "7. Dezember 2026",
                "standing",
                "Änne Groß, Bürgermeisterin, anne@gemeinde.example",
                "disputing",
                "Bert Klein, Kämmerer, bert@gemeinde.example",
                "subject",
                "Treffen im Januar",
                "text",
                "Liebe alle,\n\nbis bald.");
        for (String occasion : List.of(
                "draft",
                "links",
                "received",
                "arrived",
                "correction",
                "corrected",
                "message",
                "question",
                "invited",
                "withdrawn",
                "withdrawal",
                "disputed",
                "notice")) {
            outbox.add(
                    new Mail(occasion, "anne@gemeinde.example", occasion, model, LinkTarget.of("id"), "id"),
                    clock.instant());
        }
        sweep();
        assertThat(transport.renderer).hasSize(13).allSatisfy(letter -> {
            assertThat(letter.subject()).isNotBlank().doesNotContain("\n").doesNotContain("null");
            assertThat(letter.text()).doesNotContain("null").contains("https://starke-orte.example");
            assertThat(letter.html()).doesNotContain("null").contains("https://starke-orte.example");
        });
        assertThat(transport.renderer)
                .anySatisfy(letter -> assertThat(letter.text()).contains("Liebe alle,\n\nbis bald."));
    }

    /** Whatever a template asks for gets a value, so that a mail needs nothing but its two files to be tried here. */
    @ParameterizedTest
    @MethodSource("land.starkeorte.mail.MailLimitsTest#templates")
    void everyMailSaysWhatItIsAboutInBothItsForms(String template) throws IOException {
        var model = new HashMap<String, String>();
        for (String form : List.of("text", "html")) {
            String source = Files.readString(Path.of("src/main/jte", form, template + ".jte"));
            asked("(?:get|containsKey)\\(\"(\\w+)\"\\)", source).forEach(name -> model.put(name, "Wort-" + name));
            asked("get\\(\"(\\w+)\" \\+ i\\)", source).forEach(name -> model.put(name + "0", "Wort-" + name));
            asked("parseInt\\(it.get\\(\"(\\w+)\"\\)\\)", source).forEach(name -> model.put(name, "1"));
        }
        outbox.add(
                new Mail(
                        "a",
                        "anne@gemeinde.example",
                        template,
                        model,
                        LinkTarget.of("id"),
                        "id",
                        null,
                        List.of(),
                        "cause"),
                clock.instant());
        sweep();
        RenderedMail mail = transport.renderer.getFirst();
        assertThat(mail.subject()).isNotBlank().doesNotContain("\n").doesNotContain("null");
        assertThat(mail.text()).doesNotContain("null").contains("https://starke-orte.example");
        assertThat(mail.html()).doesNotContain("null").contains("https://starke-orte.example");
        model.values().stream()
                .filter(word -> word.startsWith("Wort-") && mail.text().contains(word))
                .forEach(word -> assertThat(mail.html()).contains(word));
    }

    private static Stream<String> asked(String pattern, String source) {
        return Pattern.compile(pattern).matcher(source).results().map(found -> found.group(1));
    }

    private static java.io.InputStream bounceOf(String id) {
        return newsOf(id, "Bounce", "Permanent");
    }

    private static java.io.InputStream newsOf(String id, String kind, String type) {
        String message = ("{\\\"eventType\\\":\\\"%s\\\",\\\"mail\\\":{\\\"tags\\\":{\\\"mail\\\":[\\\"%s\\\"]}},"
                        + "\\\"bounce\\\":{\\\"bounceType\\\":\\\"%s\\\"}}")
                .formatted(kind, id, type);
        return new java.io.ByteArrayInputStream(("{\"Records\":[{\"Sns\":{\"Message\":\"" + message + "\"}}]}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void htmlInAModelStaysText() {
        var model = Map.of("municipality", "<img src=x>", "reference", "R", "ags", "1", "dossier", "0a");
        outbox.add(
                new Mail("a", "anne@gemeinde.example", "received", model, LinkTarget.of("id"), "id"), clock.instant());
        sweep();
        assertThat(transport.renderer.getFirst().html()).doesNotContain("<img").contains("&lt;img");
        assertThat(transport.renderer.getFirst().text()).contains("<img src=x>");
    }

    @Test
    void aHeaderCannotBeMadeOfAnAddressOrAModel() {
        assertThatThrownBy(() -> new Mail("a", "a@b.de\nBcc: c@d.de", "links", Map.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("a", "a@b.de", "links", Map.of("reference", "x\r\nBcc: c@d.de"), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void sweep() {
        Invoke.function(
                sweeping(), new java.io.ByteArrayInputStream("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private SweepMails sweeping() {
        return new SweepMails(sender, clock, pause -> {
            paused.add(pause);
            clock.pass(pause);
        });
    }

    private OutboxEntry entry(String id) {
        return outbox.find(id).orElseThrow();
    }

    private void queue(String id, String to) {
        outbox.add(new Mail(id, to, "draft", Map.of(), LinkTarget.of("id"), "id"), clock.instant());
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.ThrowingError#errors")
    void anErrorAtOneMailKeepsNoOtherFromBeingSwept(Error error) {
        queue("a", "a@gemeinde.example");
        queue("b", "b@gemeinde.example");
        queue("c", "c@gemeinde.example");
        transport.errors.add(error);
        assertThatThrownBy(this::sweep).hasNoCause().hasMessage("Mails not sent: [a]");
        assertThat(transport.posted).containsExactly("b@gemeinde.example", "c@gemeinde.example");
        clock.pass(MailSender.LEASE);
        sweep();
        assertThat(transport.posted).hasSize(3);
    }
}
