/**
 * The questions of the application form, for papers that ask or repeat them.
 *
 * <p><b>Papers of applications.</b> All questions can be had as PDF before anybody begins, what was sent as PDF after it: both
 * are printed from the form's own page. The confirmation is written in the transaction that notes its paper, so it goes out
 * once and never without; the answers wait beside the dossier until they are printed, so that a paper shows what was sent
 * then. It is read by the dossier's own access, by links that live a minute, and is forgotten after 400 days, because it says
 * nothing that the dossier does not.
 */
@NullMarked
package land.starkeorte.questionnaire;

import org.jspecify.annotations.NullMarked;
