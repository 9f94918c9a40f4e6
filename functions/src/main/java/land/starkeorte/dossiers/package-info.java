/**
 * A municipality's dossier: where it stands, who may open it, how it goes on, and how it is stored.
 *
 * <p>A dossier moves by one table of allowed moves ({@link DossierState}). What else belongs to a move is written in the same
 * transaction: each feature says what follows from it ({@link TransitionEffects}), so that a vote is open as soon as an
 * application is sent, founders stop reading as soon as it is withdrawn or decided, a slot is free as soon as its dossier
 * ends, and a fee is due as soon as the letter of admission is written. No feature reads another's table.
 *
 * <p><b>A dossier can always be opened</b>, whatever is put into it: messages and notes come twenty at a time, thirty messages
 * a side and day, twenty corrections, what they changed on demand; the largest input on everything stays under 1 MB (tested).
 */
@NullMarked
package land.starkeorte.dossiers;

import org.jspecify.annotations.NullMarked;
