package land.starkeorte.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.LambdaFunction;

/**
 * Whoever has paid becomes a member: the dossier ends, its people get accounts, and a welcome. The table's stream tells of
 * members; a schedule, whose event names nobody, takes what the stream left.
 */
final class WelcomeMembers implements LambdaFunction {
    private static final int MOST = 100;
    private static final int TRIES = 12;

    private final DynamoMembers members;
    private final DynamoAccounts accounts;
    private final DossierTransitions transitions;
    private final DynamoOutbox outbox;
    private final Clock clock;

    WelcomeMembers(
            DynamoMembers members,
            DynamoAccounts accounts,
            DossierTransitions transitions,
            DynamoOutbox outbox,
            Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.transitions = transitions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream event) {
        var batch = new Batch("member not welcomed");
        Batch.streamKeys(
                        event,
                        "sk",
                        () -> members.waiting(MOST).stream().map(Member::ags).toList())
                .forEach(ags -> batch.attempt(ags, () -> welcome(ags)));
        batch.end("Members not welcomed");
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        var _ = members.find("priming");
        var _ = registered.apply(new ByteArrayInputStream("{\"Records\":[]}".getBytes(UTF_8)));
    }

    private void welcome(String ags) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var found = members.find(ags).filter(member -> !member.welcomed());
            if (found.isEmpty()) {
                return;
            }
            Member member = found.get();
            String dossier = Objects.requireNonNull(member.dossier());
            DossierSummary summary = transitions.find(dossier).orElseThrow();
            // A payment that was taken back: it waits for the next.
            if (summary.state() != DossierState.PAID) {
                return;
            }
            Instant now = clock.instant();
            Member welcomed = member.welcomed(summary.mails(), now);
            var writes = members.put(welcomed)
                    .and(transitions.move(
                            dossier,
                            DossierState.PAID,
                            DossierState.MEMBER,
                            "system",
                            "Die Mitgliedschaft hat begonnen",
                            null))
                    .and(outbox.put(MemberMails.welcome(welcomed, summary.mails()), now));
            summary.mails().forEach(mail -> writes.and(accounts.open(mail, "member", ags)));
            if (members.write(writes)) {
                return;
            }
        }
        throw new IllegalStateException("Too many at the same moment");
    }
}
