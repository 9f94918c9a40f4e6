/**
 * Admitted or declined: one person proposes, another confirms, a letter says it.
 *
 * <p><b>Decisions.</b> One person proposes, another confirms exactly the version that was read. The letter is PDF/A-3a and
 * PDF/UA, kept in a bucket whose objects nobody can change for ten years.
 */
@NullMarked
package land.starkeorte.decisions;

import org.jspecify.annotations.NullMarked;
