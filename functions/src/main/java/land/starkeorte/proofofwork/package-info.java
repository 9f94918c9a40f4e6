/** Proof of work that keeps programs from filling the store. */
@NullMarked
package land.starkeorte.proofofwork;

import org.jspecify.annotations.NullMarked;
