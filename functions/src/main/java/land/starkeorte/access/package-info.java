/**
 * Links in mails, and the sessions that browsers get for them: how people without an account come in, and how long they stay.
 * {@link LinkTarget} names what a link may open; what that is, and for whom, other features know.
 *
 * <p>A link works once, seven days at most, and only by a button: programs that look into mails visit links, too. It gives the
 * browser a session ({@link Sessions}): twelve hours and sixty idle minutes, thirty days on a computer that is to be
 * remembered, and twelve hours in the tab in which a draft was begun. The browser draws the session's secret, so a repeated
 * exchange finds the same one. The page of people lists the sessions and ends them; whoever is removed and named again gets
 * none of them back. Asking for a link voids nothing, so nobody can be shut out by somebody who knows an address.
 */
@NullMarked
package land.starkeorte.access;

import org.jspecify.annotations.NullMarked;
