/**
 * What somebody owes, and what for: invoiced, paid, reminded, waived, paid back. Money is exact, in cents.
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
