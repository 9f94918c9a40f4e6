/** What several features do with buckets: let browsers send and see files for a short time, and forget every version. */
@NullMarked
package land.starkeorte.s3;

import org.jspecify.annotations.NullMarked;
