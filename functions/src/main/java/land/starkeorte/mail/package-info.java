/** Every mail leaves through here: an outbox that is the delivery ledger at the same time. */
@NullMarked
package land.starkeorte.mail;

import org.jspecify.annotations.NullMarked;
