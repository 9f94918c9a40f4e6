/** What an invoice is made of, for features that owe one and for the one that writes it: who pays, and what for. */
@NullMarked
package land.starkeorte.billing;

import org.jspecify.annotations.NullMarked;
