/** What the office has to do, opened by a person or by itself, and the people of the office. */
@NullMarked
package land.starkeorte.tasks;

import org.jspecify.annotations.NullMarked;
