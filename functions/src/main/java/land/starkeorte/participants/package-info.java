/**
 * Those who come: listed and summed up for the office, marked at the door, certified, and with a calendar of their own.
 *
 * <p>Marks of the door wait in the browser until the server has them and merge by their time, whatever order they come in. A
 * small service worker keeps the page at hand, so that it comes back without a connection too; names stay in the window and
 * go with it.
 */
@NullMarked
package land.starkeorte.participants;

import org.jspecify.annotations.NullMarked;
