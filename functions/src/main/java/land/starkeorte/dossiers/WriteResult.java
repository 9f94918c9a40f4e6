package land.starkeorte.dossiers;

import land.starkeorte.http.IdempotencyKey;

/** How a write ended. */
public sealed interface WriteResult {
    /** It is written, with everything that belongs to it. */
    record Done() implements WriteResult {}

    /** The same request was answered before; its answer stands. */
    record Repeated(IdempotencyKey.StoredResponse answer) implements WriteResult {}

    /** Somebody else wrote in between; nothing was written. */
    record Stale() implements WriteResult {}

    /** This municipality is a member or applies already; nothing was written. */
    record Claimed() implements WriteResult {}

    /** The proof of work was used before; nothing was written. */
    record ProofSpent() implements WriteResult {}
}
