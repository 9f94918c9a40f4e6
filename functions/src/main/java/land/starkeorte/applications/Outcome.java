package land.starkeorte.applications;

import land.starkeorte.http.Once;

/** How a write ended. */
sealed interface Outcome {
    /** It is written, with everything that belongs to it. */
    record Done() implements Outcome {}

    /** The same request was answered before; its answer stands. */
    record Repeated(Once.Answer answer) implements Outcome {}

    /** Somebody else wrote in between; nothing was written. */
    record Stale() implements Outcome {}

    /** This municipality is a member or applies already; nothing was written. */
    record Claimed() implements Outcome {}

    /** The proof of work was used before; nothing was written. */
    record ProofSpent() implements Outcome {}
}
