/** Measures what is promised. */
@NullMarked
package land.starkeorte.infra.bench;

import org.jspecify.annotations.NullMarked;
