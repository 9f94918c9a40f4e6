/** Letters and invoices as PDF, and the place where they are kept for good. */
@NullMarked
package land.starkeorte.pdf;

import org.jspecify.annotations.NullMarked;
