/**
 * The admission fee: 100 EUR once, invoiced, paid, confirmed. Money is exact, in cents.
 *
 * <p><b>Invoices.</b> A number is given in the transaction that binds it to a fee, after the schema check, and never given
 * back: no gaps, however many run at the same moment or die. What is not valid is never sent and becomes a task. XRechnung 3.0
 * and ZUGFeRD are made from one model; tests hold both against the full validator, and every paper against veraPDF. A wrong
 * invoice is taken back by a credit note with a number of the same row, then issued anew, asking only for what is not paid
 * yet; nothing is ever deleted. Its mail names the letter of admission as the one before it ({@code Mail.after}): it waits
 * until that has left, or has failed for good.
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
 *
 * <p><b>What is owed for what.</b> A fee is an admission's or a trip's. {@code Debtor} says what becomes of it elsewhere;
 * numbers, papers, bank, reminders and credit notes are the same for both. Who books a trip says whom to invoice, and is bound
 * by the second confirmation, in whose transaction the fee is written ({@code BookingCharges}: events know nothing of fees). A
 * booking that is cancelled is owed by the rule that the trip names: its invoice is taken back, and one over the share
 * follows. Nobody pays for what does not take place.
 */
@NullMarked
package land.starkeorte.fees;

import org.jspecify.annotations.NullMarked;
