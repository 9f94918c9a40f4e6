package land.starkeorte.proofofwork;

import java.time.Instant;

/** A checked proof of work, good for one effect: it is spent in the transaction of that effect. */
public record Proof(String id, Instant expires) {}
