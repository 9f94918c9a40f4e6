/** The get-to-know interview: offered, booked, moved, held. */
@NullMarked
package land.starkeorte.interviews;

import org.jspecify.annotations.NullMarked;
