/**
 * Where delegations come in: guests and members register, confirm, change and cancel, the office helps where the rules do not.
 *
 * <p>What may be asked for is decided in {@code registrations}; here it is read, answered, and a refusal put in words. Whose a
 * registration is tells the municipality of who is signed in, or the session that a mailed link began.
 */
@NullMarked
package land.starkeorte.registering;

import org.jspecify.annotations.NullMarked;
