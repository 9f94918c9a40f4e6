/**
 * What the bank and the card provider tell of payments: read, matched to what is owed, posted exactly once.
 *
 * <p><b>Payments.</b> Whatever tells of a payment (the bank's file, Stripe, the office) becomes a line with an identity of its
 * own, and a fee's account is the set of lines that belong to it: order and repetition change nothing. A confirmation by the
 * office and the bank's word speak of the same money, so the larger counts, not the sum. Nothing is taken out of an account
 * that has not come in: such a debit waits for somebody, so that what is outstanding is never below nothing nor above the fee.
 * A reference or invoice number decides, whoever the payer is; without one nothing is paid by itself. Banks give no id that
 * can be relied on: a booking is what it says, and of several that say the same on one statement, the how many-th it is. A
 * file is read twice, first to the end, so that nothing of a broken one is used. What is paid too little, too much or twice is
 * a difference that the page shows until it is even. All invoices, credit notes and payments leave as a workbook for whoever
 * keeps the books, with the sums of each month.
 */
@NullMarked
package land.starkeorte.payments;

import org.jspecify.annotations.NullMarked;
