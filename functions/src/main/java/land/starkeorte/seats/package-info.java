/**
 * Seats and beds that each belong to one delegation at most. Only ids and numbers are known here.
 *
 * <p><b>Seats.</b> An item for each seat stands in the table as long as nobody has it. Who registers deletes as many as they
 * are people, in the transaction that writes the registration: all of a delegation or none, never one too many, and no
 * counter that everybody waits for. Seats are looked for from a random place on, so that those who come in the same moment
 * seldom reach for the same one. For half an hour a part of the hall may be held for guests whose address is not confirmed.
 * Of a large hall the first seats are made at once, the others by the stream. More seats are made, fewer are taken away as
 * far as nobody has them; the rest cease to be when they are given back.
 *
 * <p><b>Rooms.</b> A kind of room is a hall of its own, whose seats are its beds.
 *
 * <p><b>The waiting list.</b> Who finds too few seats waits, and what is left is kept: from then on everything goes in turn.
 * The first in line whose whole delegation has room is served; a delegation that is too large for what is there is passed at
 * most twice, then seats are gathered for it.
 */
@NullMarked
package land.starkeorte.seats;

import org.jspecify.annotations.NullMarked;
