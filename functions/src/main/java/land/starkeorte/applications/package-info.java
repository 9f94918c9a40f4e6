/**
 * How a municipality applies: the draft, its links, the form, the submission.
 *
 * <p><b>Two for one municipality.</b> Whoever finds another application in the way can tell the office, once, from there; the
 * office asks the town hall and decides. Nothing ends because somebody says so.
 */
@NullMarked
package land.starkeorte.applications;

import org.jspecify.annotations.NullMarked;
