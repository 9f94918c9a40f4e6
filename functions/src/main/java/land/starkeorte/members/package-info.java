/** Members: how a municipality becomes one, what it tells about itself, and what of it everybody may see. */
@NullMarked
package land.starkeorte.members;

import org.jspecify.annotations.NullMarked;
