/** What browsers may do with buckets for a short time: send one file, save one file. */
@NullMarked
package land.starkeorte.s3;

import org.jspecify.annotations.NullMarked;
