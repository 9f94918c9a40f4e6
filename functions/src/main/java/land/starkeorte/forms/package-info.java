/** Reading what people typed: cleaned, checked, and answered in words that say how to mend it. */
@NullMarked
package land.starkeorte.forms;

import org.jspecify.annotations.NullMarked;
