/** Builds the static site from web/. */
@NullMarked
package land.starkeorte.infra.site;

import org.jspecify.annotations.NullMarked;
