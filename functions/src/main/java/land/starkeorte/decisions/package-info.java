/** Admitted or declined: one person proposes, another confirms, a letter says it. */
@NullMarked
package land.starkeorte.decisions;

import org.jspecify.annotations.NullMarked;
