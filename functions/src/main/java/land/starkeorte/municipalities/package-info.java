/** The official municipalities of Germany. */
@NullMarked
package land.starkeorte.municipalities;

import org.jspecify.annotations.NullMarked;
