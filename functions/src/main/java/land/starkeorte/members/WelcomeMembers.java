package land.starkeorte.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Caller;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.Batch;
import land.starkeorte.store.Retry;
import land.starkeorte.store.Transaction;

/**
 * Whoever has paid becomes a member: the dossier ends, its people get accounts, and a welcome. The table's stream tells of
 * members; a schedule, whose event names nobody, takes what the stream left.
 */
final class WelcomeMembers implements TriggeredFunction {
    private static final int MOST = 100;
    private final Members members;
    private final Accounts accounts;
    private final DossierTransitions transitions;
    private final Outbox outbox;
    private final Clock clock;

    WelcomeMembers(Members members, Accounts accounts, DossierTransitions transitions, Outbox outbox, Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.transitions = transitions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("member not welcomed");
        (trigger.isStream()
                        ? trigger.keys("sk")
                        : members.waiting(MOST).stream().map(Member::ags).toList())
                .forEach(ags -> batch.attempt(ags, () -> welcome(ags)));
        batch.end("Members not welcomed");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var _ = members.find("priming");
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }

    private void welcome(String ags) {
        var _ = Retry.until(() -> tryToWelcome(ags) ? Optional.of(true) : Optional.empty());
    }

    /** False when somebody else wrote in between. */
    private boolean tryToWelcome(String ags) {
        var found = members.find(ags).filter(member -> !member.welcomed());
        if (found.isEmpty()) {
            return true;
        }
        Member member = found.get();
        String dossier = Objects.requireNonNull(member.dossier());
        DossierSummary summary = transitions.find(dossier).orElseThrow();
        // A payment that was taken back: it waits for the next.
        if (summary.state() != DossierState.PAID) {
            return true;
        }
        Instant now = clock.instant();
        Member welcomed = member.welcomed(summary.mails(), now);
        var writes = members.put(welcomed)
                .and(transitions.move(
                        dossier,
                        DossierState.PAID,
                        DossierState.MEMBER,
                        Caller.SYSTEM,
                        "Die Mitgliedschaft hat begonnen",
                        null))
                .and(outbox.put(MemberMails.welcome(welcomed, summary.mails()), now))
                .and(Transaction.all(summary.mails().stream().map(mail -> accounts.open(mail, "member", ags))));
        return members.write(writes);
    }
}
