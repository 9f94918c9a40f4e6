/** What was recorded: how it comes to us, how it is kept, who watches it. */
@NullMarked
package land.starkeorte.recordings;

import org.jspecify.annotations.NullMarked;
