package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.access.Sessions;
import land.starkeorte.http.Once;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Mail;
import land.starkeorte.robots.DynamoRobots;
import land.starkeorte.robots.Proof;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Adds what spends a proof of work. */
final class DynamoDrafts extends DynamoDossiers implements Drafts {
    private final DynamoRobots robots;
    private final Sessions sessions;

    DynamoDrafts(
            DynamoDbClient dynamoDb,
            String table,
            DynamoOutbox outbox,
            DynamoRobots robots,
            Sessions sessions,
            DynamoConsequences consequences,
            Clock clock) {
        super(dynamoDb, table, outbox, consequences, clock);
        this.robots = robots;
        this.sessions = sessions;
    }

    @Override
    public Outcome start(Dossier draft, String secret, Once.Answer answer, Proof proof, List<Mail> mails, Instant now) {
        var transaction = new Transaction();
        transaction.add(answer(answer, now), () -> repeated(answer, now));
        transaction.add(robots.spend(proof), Outcome.ProofSpent::new);
        transaction.add(items.put(DynamoDossierItems.item(draft.id(), "dossier", draft)), Outcome.Stale::new);
        transaction.add(items.put(DynamoDossierItems.step(draft)), Outcome.Stale::new);
        Official starter = Objects.requireNonNull(draft.officials().get(draft.starter()));
        transaction.add(sessions.begin(Doors.subject(draft.id()), starter.holder(), secret, now), Outcome.Stale::new);
        draft.officials().keySet().forEach(key -> transaction.add(items.access(key, draft), Outcome.Stale::new));
        mails.forEach(mail -> transaction.add(outbox.put(mail, now), Outcome.Stale::new));
        return transaction.write();
    }

    @Override
    public Outcome requestLinks(Mail request, Proof proof, Instant now) {
        var transaction = new Transaction();
        transaction.add(robots.spend(proof), Outcome.ProofSpent::new);
        transaction.add(outbox.put(request, now), Outcome.Stale::new);
        return transaction.write();
    }

    @Override
    public void requestLinks(Mail request, Instant now) {
        var transaction = new Transaction();
        transaction.add(outbox.put(request, now), Outcome.Stale::new);
        transaction.write();
    }
}
