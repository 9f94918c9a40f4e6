/** Proof of work that keeps robots from filling the store. */
@NullMarked
package land.starkeorte.robots;

import org.jspecify.annotations.NullMarked;
