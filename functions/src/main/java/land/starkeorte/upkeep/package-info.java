/**
 * What nobody does by hand for those who come to events: seats are made and offered, what nobody confirmed ends, everybody is
 * told what has changed, and what need not be known any more is forgotten.
 *
 * <p>A mailing (changed, cancelled, in a week, tomorrow) is written with its cause and remembers whom it has told; each step
 * writes mails and place together, so it goes on where it was killed and tells nobody twice. The sweep sends them, ten a
 * second. What somebody needs to be able to come is forgotten a day after the event, names a year after it.
 */
@NullMarked
package land.starkeorte.upkeep;

import org.jspecify.annotations.NullMarked;
