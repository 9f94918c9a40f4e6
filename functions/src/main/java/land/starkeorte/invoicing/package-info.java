/**
 * Invoices and credit notes: who pays whom for what, as XRechnung and as a page that carries the same (ZUGFeRD).
 *
 * <p><b>Invoices.</b> A number is given in the transaction that binds it to a fee, after the schema check, and never given
 * back: no gaps, however many run at the same moment or die. What is not valid is never sent and becomes a task. XRechnung 3.0
 * and ZUGFeRD are made from one model; tests hold both against the full validator, and every paper against veraPDF. A wrong
 * invoice is taken back by a credit note with a number of the same row, then issued anew, asking only for what is not paid
 * yet; nothing is ever deleted. Its mail names the letter of admission as the one before it ({@code Mail.after}): it waits
 * until that has left, or has failed for good.
 */
@NullMarked
package land.starkeorte.invoicing;

import org.jspecify.annotations.NullMarked;
