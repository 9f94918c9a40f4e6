package land.starkeorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.testing.Dynamo;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outbox keeps its promises in memory, where most tests use it, as in DynamoDB. */
class OutboxContractTest {
    private static final SentText WRITTEN = new SentText("Ihr Antrag", "Guten Tag,\n");

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.25Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    static Stream<Named<Outbox>> outboxes() {
        return Stream.of(
                Named.of("in memory", new Outbox(new MemoryStore().table("outbox"))),
                Named.of("DynamoDB", new Outbox(new Dynamo().reach("OutboxTable"))));
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aMailIsClaimedByOneSenderAtATime(Outbox outbox) {
        var mail = mail();
        outbox.add(mail, NOW);
        assertThat(outbox.claim(mail.id(), NOW, NOW.plus(LEASE)).orElseThrow().mail())
                .isEqualTo(mail);
        assertThat(outbox.claim(mail.id(), NOW, NOW.plus(LEASE))).isEmpty();
        assertThat(outbox.claim(mail.id(), NOW.plus(LEASE), NOW.plus(LEASE).plus(LEASE))
                        .orElseThrow()
                        .attempts())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void onlyWhatIsDueIsSwept(Outbox outbox) {
        var mail = mail();
        var later = mail();
        outbox.add(mail, NOW);
        outbox.add(later, NOW.plus(LEASE));
        assertThat(outbox.due(NOW, 100)).contains(mail.id()).doesNotContain(later.id());
        outbox.sent(mail.id(), "message", WRITTEN);
        assertThat(outbox.due(NOW.plus(LEASE), 100)).contains(later.id()).doesNotContain(mail.id());
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void whatIsSentOrClosedIsNeverClaimedAgain(Outbox outbox) {
        var sent = mail();
        var closed = mail();
        outbox.add(sent, NOW);
        outbox.add(closed, NOW);
        outbox.sent(sent.id(), "message", WRITTEN);
        outbox.closed(closed.id(), OutboxEntry.State.FAILED, "refused");
        assertThat(outbox.claim(sent.id(), NOW.plus(LEASE), NOW)).isEmpty();
        assertThat(outbox.claim(closed.id(), NOW.plus(LEASE), NOW)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aBounceToldBeforeTheSendersNoteStays(Outbox outbox) {
        var mail = mail();
        outbox.add(mail, NOW);
        outbox.claim(mail.id(), NOW, NOW.plus(LEASE));
        outbox.closed(mail.id(), OutboxEntry.State.BOUNCED, "Permanent");
        outbox.sent(mail.id(), "message", WRITTEN);
        assertThat(outbox.due(NOW.plus(LEASE), 100)).doesNotContain(mail.id());
        assertThat(outbox.claim(mail.id(), NOW.plus(LEASE), NOW.plus(LEASE))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aRetryWaitsUntilItIsDue(Outbox outbox) {
        var mail = mail();
        outbox.add(mail, NOW);
        outbox.claim(mail.id(), NOW, NOW.plus(LEASE));
        outbox.retry(mail.id(), NOW.plusSeconds(30));
        assertThat(outbox.claim(mail.id(), NOW.plusSeconds(29), NOW.plus(LEASE)))
                .isEmpty();
        assertThat(outbox.claim(mail.id(), NOW.plusSeconds(30), NOW.plus(LEASE)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void whatIsPostponedWaitsWithoutHavingBeenTried(Outbox outbox) {
        var mail = mail();
        outbox.add(mail, NOW);
        outbox.claim(mail.id(), NOW, NOW.plus(LEASE));
        outbox.postpone(mail.id(), NOW.plusSeconds(30));
        assertThat(outbox.claim(mail.id(), NOW.plusSeconds(29), NOW.plus(LEASE)))
                .isEmpty();
        assertThat(outbox.claim(mail.id(), NOW.plusSeconds(30), NOW.plus(LEASE))
                        .orElseThrow()
                        .attempts())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aSecondBelongsToOneOfThoseWhoSendForMany(Outbox outbox) {
        assertThat(outbox.isTurn(NOW)).isTrue();
        assertThat(outbox.isTurn(NOW)).isFalse();
        assertThat(outbox.isTurn(NOW.plusMillis(700))).isFalse();
        assertThat(outbox.isTurn(NOW.plusMillis(800))).isTrue();
        assertThat(outbox.find("pace")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void aSuppressedAddressIsKnownInAnySpelling(Outbox outbox) {
        assertThat(outbox.isSuppressed("bert@gemeinde.example")).isFalse();
        outbox.suppress("Bert@Gemeinde.example", "Permanent", NOW);
        outbox.suppress("bert@gemeinde.example", "Permanent", NOW);
        assertThat(outbox.isSuppressed(" BERT@gemeinde.example")).isTrue();
        assertThat(outbox.find("suppressed")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void theLedgerTellsWhatBecameOfAMail(Outbox outbox) {
        var mail = mail();
        outbox.add(mail, NOW);
        outbox.closed(mail.id(), OutboxEntry.State.BOUNCED, "Permanent");
        OutboxEntry entry = outbox.find(mail.id()).orElseThrow();
        assertThat(entry.state()).isEqualTo(OutboxEntry.State.BOUNCED);
        assertThat(entry.failure()).isEqualTo("Permanent");
        assertThat(entry.mail()).isEqualTo(mail);
    }

    private static Mail mail() {
        return new Mail(
                UUID.randomUUID().toString(),
                "anne@gemeinde.example",
                "draft",
                Map.of("a", "ä"),
                LinkTarget.of("id"),
                "id");
    }
}
