/**
 * The get-to-know interview: offered, booked, moved, held.
 *
 * <p><b>Interviews.</b> A slot is a record that one dossier can take. Times are typed in German time and kept in UTC; an hour
 * that the spring skips is refused, one that the autumn repeats is its first. Invitations keep their UID and raise their
 * SEQUENCE.
 */
@NullMarked
package land.starkeorte.interviews;

import org.jspecify.annotations.NullMarked;
