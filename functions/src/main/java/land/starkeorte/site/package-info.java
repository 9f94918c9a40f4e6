/**
 * The site's pages, from their templates in web/pages: the fixed ones are made once, those of the members as they change.
 *
 * <p><b>The public site.</b> {@code PublishSite} makes all pages that change anew from what is public, the start page's map
 * included, writes what has changed and deletes what is no longer there. Each feature gives its {@link SiteSection}. Events that
 * are for members, and the way into video meetings, never reach the bucket.
 */
@NullMarked
package land.starkeorte.site;

import org.jspecify.annotations.NullMarked;
