package land.starkeorte.applications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DynamoDossierItems;
import land.starkeorte.dossiers.DynamoDossiers;
import land.starkeorte.dossiers.Official;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.dossiers.WriteResult;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Mail;
import land.starkeorte.proofofwork.DynamoSpentProofs;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.store.DynamoItems;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Adds what spends a proof of work. */
final class DynamoDrafts extends DynamoDossiers implements Drafts {
    private final DynamoSpentProofs proofOfWork;
    private final Sessions sessions;

    DynamoDrafts(
            DynamoDbClient dynamoDb,
            String table,
            DynamoOutbox outbox,
            DynamoSpentProofs proofOfWork,
            Sessions sessions,
            TransitionEffects effects,
            Clock clock) {
        super(dynamoDb, table, outbox, effects, clock);
        this.proofOfWork = proofOfWork;
        this.sessions = sessions;
    }

    @Override
    public WriteResult start(
            Dossier draft,
            String secret,
            IdempotencyKey.StoredResponse answer,
            Proof proof,
            List<Mail> mails,
            Instant now) {
        var transaction = new Transaction();
        transaction.add(answer(answer, now), () -> repeated(answer, now));
        transaction.add(proofOfWork.spend(proof), WriteResult.ProofSpent::new);
        transaction.add(items.put(DynamoItems.item(draft.id(), "dossier", draft)), WriteResult.Stale::new);
        transaction.add(items.put(DynamoDossierItems.step(draft)), WriteResult.Stale::new);
        Official starter = Objects.requireNonNull(draft.officials().get(draft.starter()));
        transaction.add(
                sessions.begin(DossierAccess.subject(draft.id()), starter.holder(), secret, now),
                WriteResult.Stale::new);
        draft.officials().keySet().forEach(key -> transaction.add(items.access(key, draft), WriteResult.Stale::new));
        mails.forEach(mail -> transaction.add(outbox.put(mail, now), WriteResult.Stale::new));
        return transaction.write();
    }

    @Override
    public WriteResult requestLinks(Mail request, Proof proof, Instant now) {
        var transaction = new Transaction();
        transaction.add(proofOfWork.spend(proof), WriteResult.ProofSpent::new);
        transaction.add(outbox.put(request, now), WriteResult.Stale::new);
        return transaction.write();
    }

    @Override
    public void requestLinks(Mail request, Instant now) {
        var transaction = new Transaction();
        transaction.add(outbox.put(request, now), WriteResult.Stale::new);
        transaction.write();
    }
}
