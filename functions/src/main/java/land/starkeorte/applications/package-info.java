/** How a municipality applies: the draft, its links, the form, the submission. */
@NullMarked
package land.starkeorte.applications;

import org.jspecify.annotations.NullMarked;
