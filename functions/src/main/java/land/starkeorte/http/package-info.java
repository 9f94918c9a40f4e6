/** The edge: events of API Gateway in, JSON or problem+json out. */
@NullMarked
package land.starkeorte.http;

import org.jspecify.annotations.NullMarked;
