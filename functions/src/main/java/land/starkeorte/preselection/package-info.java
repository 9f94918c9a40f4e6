/** The founding municipalities' pre-selection: one voice each, in confidence until the result. */
@NullMarked
package land.starkeorte.preselection;

import org.jspecify.annotations.NullMarked;
