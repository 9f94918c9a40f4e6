package land.starkeorte.applications;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.access.Sessions;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierItems;
import land.starkeorte.dossiers.Official;
import land.starkeorte.http.Problem;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.proofofwork.Proof;
import land.starkeorte.proofofwork.SpentProofs;
import land.starkeorte.store.Store;
import land.starkeorte.store.Transaction;

/** What somebody begins who has no secret yet and pays by a proof of work. */
final class Drafts {
    private final Store store;
    private final DossierItems items;
    private final Outbox outbox;
    private final SpentProofs proofs;
    private final Sessions sessions;

    Drafts(Store store, DossierItems items, Outbox outbox, SpentProofs proofs, Sessions sessions) {
        this.store = store;
        this.items = items;
        this.outbox = outbox;
        this.proofs = proofs;
        this.sessions = sessions;
    }

    /**
     * A new draft.
     *
     * @param secret with which the browser that begins it comes back
     */
    Transaction begin(Dossier draft, String secret, Proof proof, List<Mail> mails, Instant now) {
        Official starter =
                Objects.requireNonNull(draft.officials().get(draft.team().starter()));
        return paid(proof)
                .and(items.begin(draft))
                .and(sessions.begin(DossierAccess.subject(draft.id()), starter.holder(), secret, now))
                .and(outbox.put(mails, now));
    }

    /** Asks for links, which is a mail whether or not the address is known. */
    void requestLinks(Mail request, Proof proof, Instant now) {
        var _ = store.writing(() -> paid(proof).and(outbox.put(request, now)));
    }

    /** The same, for whoever had a link or a session and so needs no proof of work. */
    void requestLinks(Mail request, Instant now) {
        outbox.add(request, now);
    }

    private Transaction paid(Proof proof) {
        if (proofs.isSpent(proof)) {
            throw Problem.proofMissing();
        }
        return Transaction.of(proofs.spend(proof));
    }
}
