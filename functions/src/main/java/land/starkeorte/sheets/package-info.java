/** Tables for spreadsheets: what the office takes out of the system. */
@NullMarked
package land.starkeorte.sheets;

import org.jspecify.annotations.NullMarked;
