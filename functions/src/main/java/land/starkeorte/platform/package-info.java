/** What a function needs around it: settings, SDK clients, one clock, one JSON mapper, ids and secrets, a log, schedules and batches. */
@NullMarked
package land.starkeorte.platform;

import org.jspecify.annotations.NullMarked;
