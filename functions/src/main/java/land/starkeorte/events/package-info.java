/**
 * What the network invites to: written by the office, published, cancelled, finished when its time is over.
 *
 * <p><b>Events.</b> A series is written down as an RRULE and becomes events of their own, in German time, so that one date is
 * changed alone or with those after it. What a calendar must take over raises the SEQUENCE, in the public calendars, those of
 * a topic, a member's own (its address is a secret, stored as a fingerprint) and the mails alike.
 *
 * <p><b>Seats.</b> An item for each seat stands in the table as long as nobody has it. Who registers deletes as many as they
 * are people, in the transaction that writes the registration, what the municipality has of the event, and the mails: all of a
 * delegation or none, never one too many, and no counter that everybody waits for. Seats are looked for from a random place
 * on, so that those who come in the same moment seldom reach for the same one. A guest's address is confirmed first: for half
 * an hour a part of the hall ({@code GuestSeatsPercent}) may be held for that, and nobody waits unconfirmed. Of a large hall
 * the first seats are made at once, the others by the stream. More seats are made, fewer are taken away as far as nobody has
 * them; the rest cease to be when they are given back.
 *
 * <p><b>The waiting list.</b> Who finds too few seats waits, and what is left is kept: from then on everything goes in turn. A
 * freed seat is offered for 48 hours, near the event for a quarter of the time that is left, then to the next. The first in
 * line whose whole delegation has room is served; a delegation that is too large for what is there is passed at most twice,
 * then seats are gathered for it. The office may prefer somebody for a reason that they read, but makes no seats that way.
 *
 * <p><b>Telling everybody.</b> A mailing (changed, cancelled, in a week, tomorrow) is written with its cause and remembers
 * whom it has told; each step writes mails and place together, so it goes on where it was killed and tells nobody twice. The
 * sweep sends them, ten a second. What somebody needs to be able to come is forgotten a day after the event, names a year
 * after it.
 *
 * <p><b>Trips.</b> A kind of room is a hall of its own, whose seats are its beds. What costs something is held for two days
 * and holds only after a second confirmation that says the sum; prices stand from the publication on.
 *
 * <p><b>The door.</b> Marks wait in the browser until the server has them and merge by their time, whatever order they come
 * in. A small service worker keeps the page at hand, so that it comes back without a connection too; names stay in the window
 * and go with it.
 */
@NullMarked
package land.starkeorte.events;

import org.jspecify.annotations.NullMarked;
