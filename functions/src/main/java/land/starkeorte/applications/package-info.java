/**
 * How a municipality applies: the draft, its links, the form, the submission.
 *
 * <p>A dossier moves by one table of allowed moves ({@link DossierState}). What else belongs to a move is written in the same
 * transaction: each feature says what follows from it ({@code TransitionEffects}), so that a vote is open as soon as an
 * application is sent, founders stop reading as soon as it is withdrawn or decided, a slot is free as soon as its dossier
 * ends, and a fee is due as soon as the letter of admission is written. No feature reads another's table.
 *
 * <p><b>A dossier can always be opened</b>, whatever is put into it: messages and notes come twenty at a time, thirty messages
 * a side and day, twenty corrections, what they changed on demand; the largest input on everything stays under 1 MB (tested).
 *
 * <p><b>Two for one municipality.</b> Whoever finds another application in the way can tell the office, once, from there; the
 * office asks the town hall and decides. Nothing ends because somebody says so.
 *
 * <p><b>The office's list.</b> Each sent dossier stands in three indexes under its state, by submission, change and
 * municipality; a page merges the next lines of the states that are asked for. Words (municipality, Land, key, reference,
 * people) have rows of their own, so a search is a range of keys. Longer words have a second row, mirrored: with one typing
 * error a word still begins or ends as it should, so two short ranges find what was meant (at most 500 rows each). No view
 * scans, and a page costs the same with any number of dossiers. Counts on the board are kept in the transaction that moves a
 * dossier. The history of a dossier is a chain of hashes; the page recomputes it in the browser.
 */
@NullMarked
package land.starkeorte.applications;

import org.jspecify.annotations.NullMarked;
