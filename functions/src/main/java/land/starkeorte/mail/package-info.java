/**
 * Every mail leaves through here: an outbox that is the delivery ledger at the same time.
 *
 * <p>A mail is a row in the outbox, written in the transaction of whatever it tells about. The stream starts its delivery; a
 * sweep sends what the stream did not. A sender first claims the row for two minutes, so that a doubled event finds nothing to
 * do. What is written for very many leaves at once, too, but ten a second and in a lane of its own, so that nobody's own mail
 * waits behind it. If SES is busy, the row stays and is tried again with growing pauses for about a day. Two rare cases remain
 * possible in principle: never sent, or sent twice. The first cannot happen, because the row stays until SES has taken the
 * mail. The second can, when the sender dies between SES's answer and its note in the ledger: a mail twice is a nuisance, a
 * mail never is a failure. Links are drawn in the moment of sending, so the outbox holds no secret. What a mail said is kept
 * with its line for 400 days, without its link, so that the office can read it and send it once more.
 *
 * <p>Who can have mail written to others by typing an address has a limit, in one table with a line for each template
 * ({@link MailLimits}): what is beyond it never leaves, whichever route asked for it, and the ledger says so.
 *
 * <p>What comes back by SES (a mailbox that is gone, a complaint) suppresses the address and opens a task, once; the office
 * sees it on the dossier and can release the address again.
 */
@NullMarked
package land.starkeorte.mail;

import org.jspecify.annotations.NullMarked;
