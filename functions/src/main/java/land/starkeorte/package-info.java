/** The membership life of the network; Network is its table of contents. */
@NullMarked
package land.starkeorte;

import org.jspecify.annotations.NullMarked;
