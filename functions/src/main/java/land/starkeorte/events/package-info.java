/** What the network invites to: written by the office, published, cancelled, finished when its time is over. */
@NullMarked
package land.starkeorte.events;

import org.jspecify.annotations.NullMarked;
