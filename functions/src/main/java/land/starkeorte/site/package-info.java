/** The site's pages, from their templates in web/pages: the fixed ones are made once, those of the members as they change. */
@NullMarked
package land.starkeorte.site;

import org.jspecify.annotations.NullMarked;
