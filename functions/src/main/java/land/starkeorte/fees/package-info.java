/** The admission fee: 100 EUR once, invoiced, paid, confirmed. Money is exact, in cents. */
@NullMarked
package land.starkeorte.fees;

import org.jspecify.annotations.NullMarked;
