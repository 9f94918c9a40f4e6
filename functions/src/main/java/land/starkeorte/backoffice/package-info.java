/**
 * What the office sees and does: board, list, search, exports, one dossier, its mails, what is overdue.
 *
 * <p><b>The office's list.</b> Each sent dossier stands in three indexes under its state, by submission, change and
 * municipality; a page merges the next lines of the states that are asked for. Words (municipality, Land, key, reference,
 * people) have rows of their own, so a search is a range of keys. Longer words have a second row, mirrored: with one typing
 * error a word still begins or ends as it should, so two short ranges find what was meant (at most 500 rows each). No view
 * scans, and a page costs the same with any number of dossiers. Counts on the board are kept in the transaction that moves a
 * dossier. The history of a dossier is a chain of hashes; the page recomputes it in the browser.
 */
@NullMarked
package land.starkeorte.backoffice;

import org.jspecify.annotations.NullMarked;
