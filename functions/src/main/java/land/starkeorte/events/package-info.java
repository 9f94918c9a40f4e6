/**
 * What the network invites to: written by the office, published, cancelled, finished when its time is over.
 *
 * <p>A series is written down as an RRULE and becomes events of their own, in German time, so that one date is changed alone
 * or with those after it. What a calendar must take over raises the SEQUENCE, in the public calendars, those of a topic, a
 * member's own (its address is a secret, stored as a fingerprint) and the mails alike.
 *
 * <p>Who comes is not known here. What a change means for them is said by an {@link land.starkeorte.events.EventListener},
 * in the transaction of the change. Prices, and what cancelling costs, stand from the publication on.
 */
@NullMarked
package land.starkeorte.events;

import org.jspecify.annotations.NullMarked;
