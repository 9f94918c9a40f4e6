/**
 * Delegations that want to come to an event: registered by a member, by a guest or by the office, changed, moved and ended.
 *
 * <p>A registration, what the municipality has of the event, its seats, its place in the waiting list and the mails that tell
 * of it are one transaction. A guest's address is confirmed first: for half an hour a part of the hall
 * ({@code GuestSeatsPercent}) may be held for that, and nobody waits unconfirmed. To whoever asks, an address that is
 * registered already looks like any other.
 *
 * <p>A freed seat is offered for 48 hours, near the event for a quarter of the time that is left, then to the next. The office
 * may prefer somebody for a reason that they read, but makes no seats that way. What costs something is held for two days and
 * holds only after a second confirmation that says the sum.
 */
@NullMarked
package land.starkeorte.registrations;

import org.jspecify.annotations.NullMarked;
