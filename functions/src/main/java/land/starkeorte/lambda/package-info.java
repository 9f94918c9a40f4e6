/** What the platform needs around a function: entry, settings, clients, log. */
@NullMarked
package land.starkeorte.lambda;

import org.jspecify.annotations.NullMarked;
