package land.starkeorte.applications;

import java.time.Instant;
import java.util.List;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.Dossiers;
import land.starkeorte.dossiers.WriteResult;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.mail.Mail;
import land.starkeorte.proofofwork.Proof;

/** The store, for whoever has no secret yet and pays by a proof of work. */
interface Drafts extends Dossiers {
    /**
     * A new draft.
     *
     * @param secret with which the browser that begins it comes back
     */
    WriteResult start(
            Dossier draft,
            String secret,
            IdempotencyKey.StoredResponse answer,
            Proof proof,
            List<Mail> mails,
            Instant now);

    /** Asks for links, which is a mail whether or not the address is known. */
    WriteResult requestLinks(Mail request, Proof proof, Instant now);

    /** The same, for whoever had a link or a session and so needs no proof of work. */
    void requestLinks(Mail request, Instant now);
}
