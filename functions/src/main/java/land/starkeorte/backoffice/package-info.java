/** What the office sees and does: board, list, search, exports, one dossier, its mails, what is overdue. */
@NullMarked
package land.starkeorte.backoffice;

import org.jspecify.annotations.NullMarked;
