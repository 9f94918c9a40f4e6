/**
 * Links in mails, and the sessions that browsers get for them: how people without an account come in, and how long they stay.
 * Other features say what a link opens and for whom; this one never asks what that is.
 */
@NullMarked
package land.starkeorte.access;

import org.jspecify.annotations.NullMarked;
